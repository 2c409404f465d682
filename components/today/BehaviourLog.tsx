import { useState } from 'react';
import { browser } from 'wxt/browser';
import { notSaved } from '#components/ui/not-saved.ts';
import { i18n } from '#i18n';
import { explainMiss, logBehaviour, undoLog } from '#lib/actions/logs.ts';
import { dayOf, localCalendar } from '#lib/coaching/calendar.ts';
import { missReasons } from '#lib/records/kinds/commitment.ts';
import { type LogResult, logResults } from '#lib/records/kinds/log.ts';
import { type Behaviour, isType, type Log } from '#lib/records/types.ts';
import { Easier } from './Easier.tsx';
import { reasonLabel } from './reason-label.ts';
import type { TodayProps } from './TodayView.tsx';

/** All active behaviours in one view, one tap each (R026, R075). */
export function BehaviourLog({ db, identity, records, behaviours: { active }, now }: TodayProps) {
  const [problem, setProblem] = useState<string | undefined>();
  const today = dayOf(now, localCalendar());
  const logs = records
    .filter(record => isType(record, 'log'))
    .filter(log => log.authorId === identity.memberId && log.body.day === today)
    .sort((a, b) => a.createdAt - b.createdAt);
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
              onLog={result => run(logBehaviour(db, identity, behaviour, result))}
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
  onLog(result: LogResult): void;
  onUndo(log: Log): void;
  onReason(log: Log, reason: NonNullable<Log['body']['missReason']>): void;
  onEasier(log: Log, easier: string): Promise<void>;
}

function LogRow({ db, behaviour, logs, onLog, onUndo, onReason, onEasier }: RowProps) {
  const [again, setAgain] = useState(false);
  const { name, measure } = behaviour.body;
  const last = logs.at(-1);
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
          {logResults.map(result => (
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

/** Says "in time" for a behaviour whose standard is a time. */
function resultWords(result: LogResult, kind: string | undefined): string {
  if (result === 'done') return kind === 'latency' ? i18n.t('today.log.inTime') : i18n.t('today.log.done');
  if (result === 'notDone')
    return kind === 'latency' ? i18n.t('today.log.late') : i18n.t('today.log.notDone');
  return i18n.t('today.log.noOpportunity');
}
