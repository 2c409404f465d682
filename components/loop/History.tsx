import type { ReactNode } from 'react';
import { nameOf } from '#components/people/names.ts';
import { SyncLine } from '#components/sync/SyncLine.tsx';
import { dayLabel } from '#components/ui/time-labels.ts';
import { i18n } from '#i18n';
import { restsOnOwnWord } from '#lib/coaching/metrics/implementation.ts';
import { traitsOf } from '#lib/records/traits.ts';
import { type Body, type Evidence, isType } from '#lib/records/types.ts';
import type { Identity } from '#lib/store/identity.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import { contextWords, isWebAddress } from './EvidenceForm.tsx';
import { adjustmentLabel } from './labels.ts';
import { isPicture, Picture } from './Picture.tsx';
import { saidLabel } from './said-label.ts';

interface Props {
  /** Oldest first. */
  answers: readonly StoredRecord[];
  identity: Identity;
  now: number;
}

/** How many of the latest lines are shown at once. Earlier ones are a click away. */
const LATEST = 3;

/** What followed a note, in order: answer, commitment, evidence, verdict, and the next round. */
export function History({ answers, identity, now }: Props) {
  const lines = answers.filter(isLine).map(answer => (
    <li key={answer.id}>
      <Line
        answer={answer}
        identity={identity}
        now={now}
        unverified={isType(answer, 'verdict') && restsOnOwnWord(answer, answers)}
      />
    </li>
  ));
  if (lines.length === 0) return null;
  const earlier = lines.slice(0, -LATEST);
  return (
    <div className="history">
      {earlier.length > 0 && (
        <details>
          <summary>{i18n.t('note.earlier', [String(earlier.length)])}</summary>
          <ul className="stack tight">{earlier}</ul>
        </details>
      )}
      <ul className="stack tight">{lines.slice(-LATEST)}</ul>
    </div>
  );
}

function isLine({ type }: StoredRecord): boolean {
  return traitsOf(type).inHistory;
}

function Line({
  answer,
  identity,
  now,
  unverified,
}: Omit<Props, 'answers'> & { answer: StoredRecord; unverified: boolean }) {
  const who = nameOf(identity, answer.authorId);
  const said = (what: string, ...more: ReactNode[]) =>
    withLine(i18n.t('note.answeredBy', [who, what]), ...more);
  const withLine = (line: string, ...more: ReactNode[]) => (
    <div className="answer" data-answer={answer.type}>
      <p className="hint">{line}</p>
      {more}
      <SyncLine record={answer} />
    </div>
  );
  if (isType(answer, 'acknowledgement')) {
    const { sentence, repeatBack } = answer.body;
    return withLine(
      saidLabel(answer, identity),
      repeatBack && (
        <p key="back" dir="auto">
          {i18n.t('note.saidBack', [repeatBack])}
        </p>
      ),
      <Text key="text">{sentence}</Text>,
    );
  }
  if (isType(answer, 'reply') || isType(answer, 'verdict')) {
    return withLine(
      saidLabel(answer, identity),
      <Text key="text">{answer.body.sentence}</Text>,
      unverified && (
        <p key="unverified" className="hint">
          {i18n.t('note.verdict.unverified')}
        </p>
      ),
    );
  }
  if (isType(answer, 'commitment')) {
    const { cue, size, successCondition, dueAt, resizes, easier } = answer.body;
    const words = resizes === undefined ? i18n.t('note.commit.made') : resizedWords(answer.body);
    return said(
      `${words} ${i18n.t('note.turn.by', [dayLabel(dueAt, now)])}`,
      <Text key="what">{[cue, size].filter(Boolean).join(' → ')}</Text>,
      <p key="done" className="hint" dir="auto">
        {i18n.t('note.commit.doneWhen', [successCondition])}
      </p>,
      easier && (
        <p key="easier" className="hint" dir="auto">
          {i18n.t('note.resize.easierLine', [easier])}
        </p>
      ),
    );
  }
  if (isType(answer, 'evidence'))
    return said(i18n.t('note.proof.shown'), <EvidenceShown key="evidence" evidence={answer} />);
  return null;
}

/** A smaller promise is called that; of any other it is said what changed. */
function resizedWords({
  adjustment,
  adjustments = adjustment ? [adjustment] : [],
}: Body<'commitment'>): string {
  if (adjustments.length === 0 || adjustments.includes('smaller')) return i18n.t('note.commit.resized');
  const changes = new Intl.ListFormat(i18n.t('language')).format(adjustments.map(adjustmentLabel));
  return i18n.t('note.commit.changed', [changes]);
}

function Text({ children }: { children: string | undefined }) {
  return children ? <p dir="auto">{children}</p> : null;
}

/** Evidence as it was given. Addresses come from other people, so only web addresses become links. */
function EvidenceShown({ evidence: { body } }: { evidence: Evidence }) {
  const links: [string, string | undefined][] = [
    [i18n.t('note.proof.before'), body.before],
    [i18n.t('note.proof.after'), body.after],
    [i18n.t('note.proof.link'), body.link],
  ];
  return (
    <>
      {isPicture(body.picture) && <Picture url={body.picture} />}
      <Text>{body.text}</Text>
      {links.map(
        ([label, url]) =>
          url &&
          isWebAddress(url) && (
            <p key={label} className="clip">
              {label}:{' '}
              <a href={url} target="_blank" rel="noreferrer" dir="ltr">
                {url}
              </a>
            </p>
          ),
      )}
      <p className="hint">{contextWords(body.context)}</p>
    </>
  );
}
