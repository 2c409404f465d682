import { useState } from 'react';
import { browser } from 'wxt/browser';
import { notSaved } from '#components/ui/not-saved.ts';
import { i18n } from '#i18n';
import { explainMiss, logBehaviour, undoLog } from '#lib/actions/logs.ts';
import { dayOf, weekOf } from '#lib/coaching/calendar.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import { peopleOf } from '#lib/device/team.ts';
import { missReasons } from '#lib/records/kinds/commitment.ts';
import { type LogResult, logResults } from '#lib/records/kinds/log.ts';
import { type Behaviour, isType, type Log } from '#lib/records/types.ts';
import type { Member } from '#lib/sync/protocol.ts';
import { Easier } from './Easier.tsx';
import { PeopleTaps } from './PeopleTaps.tsx';
import { reasonLabel } from './reason-label.ts';
import { resultWords } from './result-words.ts';
import type { TodayProps } from './TodayView.tsx';

/** All active behaviours in one view, one tap each (R026, R075). */
export function BehaviourLog({ db, identity, records, behaviours: { active }, now }: TodayProps) {
  const [problem, setProblem] = useState<string | undefined>();
  const calendar = rulesOf(identity).calendar;
  const today = dayOf(now, calendar);
  const week = records
    .filter(record => isType(record, 'log'))
    .filter(({ authorId, body }) => authorId === identity.memberId && body.day >= weekOf(today, calendar))
    .sort((a, b) => a.createdAt - b.createdAt);
  const logs = week.filter(log => log.body.day === today);
  const people = peopleOf(identity);
  const run = (work: Promise<void>) =>
    work.then(
      () => setProblem(undefined),
      (error: unknown) => setProblem(notSaved(error)),
    );
  return (
    <section className="stack tight" aria-labelledby="log">
      <h2 id="log">{i18n.t('today.log.title')}</h2>
      {active.length === 0 && (
        <div className="row wrap">
          <p className="hint">{i18n.t('today.log.none')}</p>
          <a
            className="button quiet"
            href={browser.runtime.getURL('/options.html#behaviours')}
            target="_blank"
            rel="noreferrer"
          >
            {i18n.t('today.log.choose')}
          </a>
        </div>
      )}
      <ul className="log">
        {active.map(behaviour => (
          <li key={behaviour.id}>
            <LogRow
              db={db}
              behaviour={behaviour}
              logs={logs.filter(log => log.body.behaviourId === behaviour.id)}
              people={people}
              week={week.filter(log => log.body.behaviourId === behaviour.id)}
              onLog={(result, withId) => run(logBehaviour(db, identity, behaviour, result, withId))}
              onUndo={log => run(undoLog(db, log))}
              onReason={(log, missReason) => run(explainMiss(db, log, { missReason }))}
              onEasier={(log, easier) => run(explainMiss(db, log, { easier }))}
            />
          </li>
        ))}
      </ul>
      <div aria-live="polite">{problem && <p className="banner warn">{problem}</p>}</div>
    </section>
  );
}

interface RowProps {
  db: TodayProps['db'];
  behaviour: Behaviour;
  /** Today's, oldest first. */
  logs: readonly Log[];
  /** The people whom I coach, and this week's entries: for a behaviour that counts each person. */
  people: readonly Member[];
  week: readonly Log[];
  onLog(result: LogResult, withId?: string): void;
  onUndo(log: Log): void;
  onReason(log: Log, reason: NonNullable<Log['body']['missReason']>): void;
  onEasier(log: Log, easier: string): Promise<void>;
}

function LogRow({ db, behaviour, logs, people, week, onLog, onUndo, onReason, onEasier }: RowProps) {
  const [again, setAgain] = useState(false);
  const { name, measure } = behaviour.body;
  const last = logs.at(-1);
  const countsEach = measure?.kind === 'frequency' && measure.people !== undefined && people.length > 0;
  const asks = last?.body.result === 'notDone' && last.body.missReason === undefined;
  return (
    <fieldset className="log-row">
      <legend className="name" dir="auto" title={behaviour.body.standard}>
        {name}
      </legend>
      {last && !again ? (
        <div className="row wrap" role="status">
          <span>{logs.map(log => resultWords(log.body.result, measure?.kind)).join(' · ')}</span>
          <button type="button" className="button quiet" onClick={() => onUndo(last)}>
            {i18n.t('today.log.undo')}
          </button>
          <button type="button" className="button quiet" onClick={() => setAgain(true)}>
            {i18n.t('today.log.again')}
          </button>
        </div>
      ) : (
        <div className="row taps">
          {logResults
            .filter(result => result !== 'done' || !countsEach)
            .map(result => (
              <button
                key={result}
                type="button"
                className="button"
                onClick={() => {
                  setAgain(false);
                  onLog(result);
                }}
              >
                {resultWords(result, measure?.kind)}
              </button>
            ))}
        </div>
      )}
      {countsEach && <PeopleTaps people={people} week={week} onDone={withId => onLog('done', withId)} />}
      {last && asks && !again && (
        <div className="stack tight">
          <p className="hint">{i18n.t('note.resize.reason')}</p>
          <div className="row wrap">
            {missReasons.map(reason => (
              <button key={reason} type="button" className="button" onClick={() => onReason(last, reason)}>
                {reasonLabel(reason)}
              </button>
            ))}
          </div>
        </div>
      )}
      {last?.body.result === 'notDone' && last.body.missReason && (
        <>
          <p className="hint">{reasonLabel(last.body.missReason)}</p>
          {last.body.easier ? (
            <p className="hint" dir="auto">
              {i18n.t('note.resize.easierLine', [last.body.easier])}
            </p>
          ) : (
            <Easier db={db} log={last} onKeep={easier => onEasier(last, easier)} />
          )}
        </>
      )}
    </fieldset>
  );
}
