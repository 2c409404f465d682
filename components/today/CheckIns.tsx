import { NoteList } from '#components/notes/NoteList.tsx';
import type { Behaviours, Thread } from '#components/records/live-records.ts';
import { Boundary } from '#components/ui/Boundary.tsx';
import { Problem } from '#components/ui/Problem.tsx';
import { useSaving } from '#components/ui/use-saving.ts';
import { i18n } from '#i18n';
import { logBehaviour } from '#lib/actions/logs.ts';
import { checkInsOf } from '#lib/coaching/due/check-ins.ts';
import { type Practised, practisedIn } from '#lib/coaching/due/practised.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import { logResults } from '#lib/records/kinds/log.ts';
import { resultWords } from './result-words.ts';
import type { TodayProps } from './TodayView.tsx';

interface Props extends Pick<TodayProps, 'db' | 'identity' | 'records' | 'now'> {
  threads: readonly Thread[];
  names: Behaviours | undefined;
}

/** On the day that was named in a note it asks its one question: did it happen? One tap answers (R030, R042). */
export function CheckIns({ db, identity, records, now, threads, names }: Props) {
  const { problem, saving, save } = useSaving();
  const { clocks, calendar } = rulesOf(identity);
  const due = checkInsOf(records, identity.memberId, now, clocks, calendar);
  if (due.length === 0) return null;
  const answer = (behaviour: Practised, result: (typeof logResults)[number]) =>
    save(() => logBehaviour(db, identity, behaviour, result));
  return (
    <section className="stack tight" aria-labelledby="check-ins">
      <h2 id="check-ins">{i18n.t('today.checkIn.title')}</h2>
      {due.map(note => {
        const behaviour = practisedIn(note, records);
        return (
          <Boundary key={note.id} part="thing" of={note}>
            <fieldset className="log-row">
              <legend dir="auto">{i18n.t('today.checkIn.question', [note.body.nextAction])}</legend>
              {behaviour && (
                <div className="row taps">
                  {logResults.map(result => (
                    <button
                      key={result}
                      type="button"
                      className="button"
                      disabled={saving}
                      onClick={() => void answer(behaviour, result)}
                    >
                      {resultWords(result, behaviour.body.measure?.kind)}
                    </button>
                  ))}
                </div>
              )}
              <details>
                <summary>{i18n.t('today.checkIn.note')}</summary>
                <NoteList
                  {...{ db, identity, now, behaviours: names }}
                  threads={threads.filter(thread => thread.note.id === note.id)}
                />
              </details>
            </fieldset>
          </Boundary>
        );
      })}
      <Problem text={problem} />
    </section>
  );
}
