import { useEffect, useRef } from 'react';
import { NoteList } from '#components/notes/NoteList.tsx';
import { nameOf } from '#components/people/names.ts';
import { threadsOf, usePersonRecords } from '#components/records/live-records.ts';
import { reasonLabel } from '#components/today/reason-label.ts';
import { winLabel } from '#components/today/win-label.ts';
import { relativeTime } from '#components/ui/time-labels.ts';
import { i18n } from '#i18n';
import { standingOf } from '#lib/coaching/behaviours/activation.ts';
import { shippedBehaviour } from '#lib/coaching/behaviours/library/index.ts';
import { activeBehaviours } from '#lib/coaching/behaviours/limits.ts';
import { recurringMisses, resizesDue } from '#lib/coaching/behaviours/misses.ts';
import { type Win, winsOf } from '#lib/coaching/loop/wins.ts';
import { practiceOf } from '#lib/coaching/metrics/figures.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import { isType } from '#lib/records/types.ts';
import { DAY } from '#lib/time.ts';
import { adherenceWords, trendWord } from './numbers.ts';
import { PersonNumbers } from './PersonNumbers.tsx';
import type { TeamProps } from './team-props.ts';
import { WaitingList } from './WaitingList.tsx';

const WINS = 3;
const LAST_NOTES = 5;
/** How long a win counts as news, in ms. */
const WIN_AGE = 28 * DAY;

/**
 * One person as their coach sees them: what went well, what is open, what they practise, and how that compares with
 * their own past.
 */
export function PersonView({
  personId,
  onBack,
  ...shared
}: { personId: string; onBack(): void } & TeamProps) {
  const { db, identity, team, behaviours, now } = shared;
  const records = usePersonRecords(db, identity, personId);
  const heading = useRef<HTMLHeadingElement>(null);
  const name = nameOf(identity, personId);
  const loaded = records !== undefined;

  useEffect(() => {
    if (loaded) heading.current?.focus();
  }, [loaded]);

  if (!records) return null;
  const calendar = rulesOf(identity).calendar;
  /** The behaviour's name; for praise without a behaviour, what was praised. */
  const named = ({ behaviourId = '', recordId }: Win) => {
    const note = records.find(({ id }) => id === recordId);
    return (
      behaviours.get(behaviourId)?.name ??
      shippedBehaviour(behaviourId)?.body.name ??
      (note && isType(note, 'note') ? note.body.observation : i18n.t('coach.oneBehaviour'))
    );
  };
  const wins = winsOf(records, personId)
    .filter(win => win.at > now - WIN_AGE)
    .slice(0, WINS);
  const active = activeBehaviours(records, personId);
  const recurring = recurringMisses(records, personId, now);
  const resizes = resizesDue(records, personId, now);
  const waiting = team.waiting.filter(item => item.personId === personId);
  const notes = threadsOf(records);
  return (
    <>
      <div className="row">
        <button type="button" className="button quiet" onClick={onBack}>
          {i18n.t('coach.back')}
        </button>
      </div>
      <h2 ref={heading} tabIndex={-1} className="person-name">
        <bdi>{name}</bdi>
      </h2>
      {wins.length > 0 && (
        <section className="stack tight" aria-labelledby="wins">
          <h3 id="wins">{i18n.t('coach.wins')}</h3>
          <ul className="wins">
            {wins.map(win => (
              <li key={`${win.kind} ${win.recordId}`}>
                <span aria-hidden="true" className="kind-recognition">
                  ▲
                </span>
                <span className="grow" dir="auto">
                  {winLabel(win.kind, named(win), win.count ?? 0)}
                </span>
                <span className="hint">{relativeTime(win.at, now)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {waiting.length > 0 && (
        <section className="stack" aria-labelledby="open">
          <h3 id="open">{i18n.t('coach.waiting')}</h3>
          <WaitingList {...shared} waiting={waiting} />
        </section>
      )}
      <section className="stack tight" aria-labelledby="active">
        <h3 id="active">{i18n.t('coach.behaviours')}</h3>
        {active.length === 0 && <p className="hint">{i18n.t('coach.noBehaviours', [name])}</p>}
        {active.map(behaviour => {
          const { adherence, trend } = practiceOf(
            records,
            personId,
            behaviour.id,
            behaviour.body.measure,
            now,
            calendar,
          );
          const agreed = standingOf(behaviour, records).state === 'active';
          return (
            <article key={behaviour.id} className="note" aria-label={behaviour.body.name}>
              <strong dir="auto">{behaviour.body.name}</strong>
              <p className="hint" dir="auto">
                {behaviour.body.standard}
              </p>
              {!agreed && <p className="hint">{i18n.t('coach.notAgreed', [name])}</p>}
              <p>
                {adherenceWords(adherence)}
                {trend.word && ` · ${trendWord(trend.word)}`}
                {adherence.unverified > 0 &&
                  ` · ${i18n.t('coach.unverified', [String(adherence.unverified)])}`}
              </p>
              {adherence.disagreement.value !== null && adherence.disagreement.value > 0 && (
                <p className="hint">
                  {i18n.t('coach.disagree', [
                    String(adherence.disagreement.k),
                    String(adherence.disagreement.n),
                  ])}
                </p>
              )}
              {resizes.some(({ behaviourId }) => behaviourId === behaviour.id) && (
                <p className="banner">{i18n.t('coach.resizeDue')}</p>
              )}
            </article>
          );
        })}
      </section>
      {recurring.length > 0 && (
        <section className="stack tight" aria-labelledby="recurring">
          <h3 id="recurring">{i18n.t('coach.recurring')}</h3>
          <ul className="stack tight">
            {recurring.map(({ behaviourId, misses, reason }) => (
              <li key={behaviourId} dir="auto">
                {i18n.t('coach.recurringLine', [
                  behaviours.get(behaviourId)?.name ?? i18n.t('coach.oneBehaviour'),
                  String(misses.length),
                ])}
                {reason && <span className="hint"> · {reasonLabel(reason)}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <PersonNumbers {...shared} personId={personId} records={records} />
      <section className="stack" aria-labelledby="last">
        <h3 id="last">{i18n.t('coach.lastNotes')}</h3>
        {notes.length === 0 && <p className="hint">{i18n.t('coach.noNotes')}</p>}
        <NoteList {...shared} threads={notes.slice(0, LAST_NOTES)} />
      </section>
    </>
  );
}
