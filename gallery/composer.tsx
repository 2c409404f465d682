/** The panel's composer: empty, alone, for whom, with several notes half-written, and all that it may have to say. */
import type { ComposerMessage } from '#components/composer/state/messages.ts';
import type { ComposerState } from '#components/composer/state/store.ts';
import type { ComposerDraft } from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { type Draft, noteDraftId } from '#lib/store/drafts.ts';
import { DAY } from '#lib/time.ts';
import { behaviour, note } from '#testing/records.ts';
import { composerWith, inPanel } from './shells.tsx';
import type { Story } from './story.ts';
import { alone, artifacts, beside, LONG_NAME, monthOf, now, onlyWith, UNBROKEN } from './worlds.ts';

const { crm, doc, video } = artifacts;
const onCrm = beside(crm);

const written = {
  observation: 'The next step reads “Follow up”, with no owner and no date.',
  impact: 'Birch waited eight days for us, and we for them.',
  nextAction: 'Say who does what by which day before you hang up.',
};
const TITLES = { title: UNBROKEN, owner: LONG_NAME, stage: UNBROKEN };
const endless: Artifact = { ...crm, ...TITLES };

const half = (noteId: string, observation: string): Draft => {
  const draft: ComposerDraft = {
    kind: 'correction',
    subjectId: 'jonas',
    observation,
    impact: '',
    nextAction: '',
    audience: 'pair',
    scores: observation === '' ? { hook: 2 } : {},
    openedAt: now,
    noteId,
    scorecardId: `${noteId}-scores`,
  };
  return {
    id: noteDraftId('team', noteId),
    workspaceId: 'team',
    place: crm.key,
    body: draft,
    updatedAt: now,
  };
};

/** The same correction three times: a fourth asks what lies behind it. */
const nextStep = behaviour({}, { id: 'next-step', by: 'jonas', about: 'jonas' });
const repeated = [9, 6, 3].map(days =>
  note(
    { artifact: { ...crm, key: `${crm.key}-${days}` } },
    { by: 'ines', about: 'jonas', at: now - days * DAY },
  ),
);

const says = (message: ComposerMessage) => (loaded: ComposerState) => ({
  message,
  draft: loaded.draft && { ...loaded.draft, ...written },
});

const messages: Record<string, ComposerMessage> = {
  sent: { kind: 'sent', to: 'Jonas Petersen', noteId: 'n' },
  'sent to a long name': { kind: 'sent', to: LONG_NAME, noteId: 'n', second: true },
  'nobody chosen': { kind: 'incomplete', problem: 'subject' },
  reword: { kind: 'reword', part: 'observation' },
  refused: { kind: 'refused', reason: 'broken', text: UNBROKEN },
  'no room': { kind: 'refused', reason: 'storage-full', text: '' },
  'enough for today': { kind: 'enough-today', name: LONG_NAME, limit: 3 },
  'out of sight': { kind: 'out-of-sight' },
  'no picture here': { kind: 'no-place', what: 'region' },
  'which clip': { kind: 'no-place', what: 'unclear' },
  gone: { kind: 'gone' },
  'whom anew': { kind: 'whom-anew' },
  'may not write': { kind: 'may-not-write' },
  'unsaved first': { kind: 'unsaved-first' },
  'gone on elsewhere': { kind: 'gone-on' },
  apart: { kind: 'apart' },
  'two versions': {
    kind: 'changed-elsewhere',
    noteId: 'n',
    theirs: { ...written, observation: `${written.observation} ${UNBROKEN}`, affirmation: '' },
    edits: 'n',
    base: '',
  },
};

export const stories: readonly Story[] = [
  { name: 'composer, alone', world: alone, show: inPanel(onCrm) },
  { name: 'composer, for the page’s owner', world: monthOf('ines'), show: inPanel(onCrm) },
  {
    name: 'composer, for whom?',
    world: monthOf('tom'),
    show: inPanel(beside({ ...crm, owner: 'Nobody Known' })),
  },
  {
    name: 'composer, on words of a doc',
    world: monthOf('tom'),
    show: inPanel(
      beside(doc, { anchor: { kind: 'words', quote: { exact: UNBROKEN, prefix: '', suffix: '' } } }),
    ),
  },
  {
    name: 'composer, on a moment of a clip',
    world: monthOf('tom'),
    show: inPanel(
      beside(video, { hasVideo: true, anchor: { kind: 'moment', start: 11.2, end: 20.8, duration: 51 } }),
    ),
  },
  { name: 'composer, words without an end', world: monthOf('ines'), show: inPanel(beside(endless)) },
  {
    name: 'composer, half-written notes',
    world: {
      ...monthOf('ines'),
      drafts: [half('half-1', 'She asked twice, and'), half('half-2', UNBROKEN), half('half-3', '')],
    },
    show: inPanel(onCrm),
  },
  {
    name: 'composer, the fourth time',
    world: onlyWith('ines', [nextStep, ...repeated]),
    show: composerWith(onCrm, ({ draft }) => ({
      draft: draft && { ...draft, ...written, subjectId: 'jonas', behaviourId: 'next-step' },
    })),
  },
  {
    name: 'composer, the fourth time by everybody’s notes',
    world: {
      ...onlyWith('ines', [nextStep, ...repeated]),
      server: { '/v1/counts': { notesToday: { all: 3, yours: 1 }, corrections: { all: 5, yours: 3 } } },
    },
    show: composerWith(onCrm, ({ draft }) => ({
      draft: draft && { ...draft, ...written, subjectId: 'jonas', behaviourId: 'next-step' },
    })),
  },
  {
    name: 'composer, a page to come',
    world: alone,
    show: inPanel({ url: crm.url, artifact: null }),
  },
  {
    name: 'composer, unkept and moving',
    world: monthOf('ines'),
    show: composerWith(onCrm, ({ artifact, draft }) => ({
      unsaved: artifact && draft ? [{ artifact, draft }] : [],
      onlyHere: true,
      moving: true,
      lost: true,
      former: { noteId: 'n', title: UNBROKEN },
    })),
  },
  {
    name: 'composer, changing a sent note',
    world: monthOf('ines'),
    show: composerWith(onCrm, ({ draft }) => ({ draft: draft && { ...draft, ...written, edits: 'n' } })),
  },
  {
    name: 'composer, to be reworded',
    world: monthOf('ines'),
    show: composerWith(onCrm, ({ draft }) => ({
      draft: draft && { ...draft, ...written, observation: 'You are lazy and you always forget.' },
    })),
  },
  ...Object.entries(messages).map(
    ([name, message]): Story => ({
      name: `composer says: ${name}`,
      world: monthOf('ines'),
      show: composerWith(onCrm, says(message)),
    }),
  ),
];
