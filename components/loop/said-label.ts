/** What somebody answered, replied or found, as a sentence about them: "You accepted", "Jonas accepted". */
import { nameOf } from '#components/people/names.ts';
import { i18n } from '#i18n';
import type { Acknowledgement, Reply, Verdict } from '#lib/records/types.ts';
import type { Identity } from '#lib/store/identity.ts';

export function saidLabel(answer: Acknowledgement | Reply | Verdict, identity: Identity): string {
  const { me, other } = SENTENCES[whatWasSaid(answer)];
  return answer.authorId === identity.memberId ? me() : other(nameOf(identity, answer.authorId));
}

function whatWasSaid(answer: Acknowledgement | Reply | Verdict): keyof typeof SENTENCES {
  if (answer.type === 'reply') return answer.body.outcome;
  if (answer.type === 'verdict') return answer.body.finding;
  if (answer.body.conversation) return 'talk';
  return ({ accept: 'accepted', discuss: 'discussing', dispute: 'disputed' } as const)[answer.body.answer];
}

const SENTENCES = {
  accepted: {
    me: () => i18n.t('note.said.accepted.me'),
    other: (name: string) => i18n.t('note.said.accepted.other', [name]),
  },
  discussing: {
    me: () => i18n.t('note.said.discussing.me'),
    other: (name: string) => i18n.t('note.said.discussing.other', [name]),
  },
  disputed: {
    me: () => i18n.t('note.said.disputed.me'),
    other: (name: string) => i18n.t('note.said.disputed.other', [name]),
  },
  talk: {
    me: () => i18n.t('note.said.talk.me'),
    other: (name: string) => i18n.t('note.said.talk.other', [name]),
  },
  stands: {
    me: () => i18n.t('note.said.stands.me'),
    other: (name: string) => i18n.t('note.said.stands.other', [name]),
  },
  changed: {
    me: () => i18n.t('note.said.changed.me'),
    other: (name: string) => i18n.t('note.said.changed.other', [name]),
  },
  withdrawn: {
    me: () => i18n.t('note.said.withdrawn.me'),
    other: (name: string) => i18n.t('note.said.withdrawn.other', [name]),
  },
  implemented: {
    me: () => i18n.t('note.said.implemented.me'),
    other: (name: string) => i18n.t('note.said.implemented.other', [name]),
  },
  partly: {
    me: () => i18n.t('note.said.partly.me'),
    other: (name: string) => i18n.t('note.said.partly.other', [name]),
  },
  not: {
    me: () => i18n.t('note.said.not.me'),
    other: (name: string) => i18n.t('note.said.not.other', [name]),
  },
  noOpportunity: {
    me: () => i18n.t('note.said.noOpportunity.me'),
    other: (name: string) => i18n.t('note.said.noOpportunity.other', [name]),
  },
};
