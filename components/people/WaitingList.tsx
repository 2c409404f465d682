import { useState } from 'react';
import { JustJudged } from '#components/loop/JustJudged.tsx';
import { NoteList } from '#components/notes/NoteList.tsx';
import { nameOf } from '#components/people/names.ts';
import { useThread } from '#components/records/live-records.ts';
import { PatternCard } from '#components/stalls/PatternCard.tsx';
import { StallCard } from '#components/stalls/StallCard.tsx';
import { Boundary } from '#components/ui/Boundary.tsx';
import { dayLabel, relativeTime } from '#components/ui/time-labels.ts';
import { i18n } from '#i18n';
import type { Waiting } from '#lib/coaching/due/waiting.ts';
import type { TeamProps } from './team-props.ts';

/** How many are open at once: the next thing to do, not a pile. */
const OPEN_AT_ONCE = 3;

interface Props extends TeamProps {
  waiting: readonly Waiting[];
  /** Opens the person's own view; absent if it is open already. */
  onPerson?: (personId: string) => void;
}

/** What waits for this coach, the earliest deadline first, each with the form that settles it. */
export function WaitingList({ waiting, onPerson, ...shared }: Props) {
  const [all, setAll] = useState(false);
  const shown = all ? waiting : waiting.slice(0, OPEN_AT_ONCE);
  const more = waiting.length - shown.length;
  return (
    <>
      <JustJudged {...shared} />
      {waiting.length === 0 && <p className="hint">{i18n.t('coach.nothingWaits')}</p>}
      <ul className="stack">
        {shown.map(item => (
          <li key={item.id} className="waiting" data-waiting={item.kind}>
            <Clock item={item} now={shared.now} />
            <Boundary part="thing" of={item}>
              <Item item={item} {...shared} />
            </Boundary>
            {onPerson && item.personId !== undefined && item.personId !== shared.identity.memberId && (
              <div>
                <button
                  type="button"
                  className="button quiet"
                  onClick={() => item.personId !== undefined && onPerson(item.personId)}
                >
                  {i18n.t('coach.more', [nameOf(shared.identity, item.personId)])}
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <div>
          <button type="button" className="button" onClick={() => setAll(true)}>
            {i18n.t('coach.showMore', more)}
          </button>
        </div>
      )}
    </>
  );
}

/** The deadline. The form for one's own step says it already. One's own lateness is a stall like any other. */
function Clock({ item, now }: { item: Waiting; now: number }) {
  if (item.kind === 'reply' || item.kind === 'verdict') {
    return item.overdue && <p className="clock late">{i18n.t('coach.ownStall')}</p>;
  }
  return (
    <p className={item.overdue ? 'clock late' : 'clock'}>
      {i18n.t('coach.due', [relativeTime(item.dueAt, now)])}
    </p>
  );
}

function Item({ item, ...shared }: { item: Waiting } & TeamProps) {
  switch (item.kind) {
    case 'reply':
    case 'verdict':
      return <StepItem noteId={item.step.note.id} {...shared} />;
    case 'look again':
      return (
        <>
          <p className="hint">{i18n.t('coach.lookAgain', [dayLabel(item.dueAt, shared.now)])}</p>
          <StepItem noteId={item.note.id} {...shared} />
        </>
      );
    case 'stall':
      return <StallCard {...shared} stall={item.stall} />;
    case 'pattern':
      return <PatternCard {...shared} pattern={item.pattern} />;
  }
}

function StepItem({ noteId, ...shared }: { noteId: string } & TeamProps) {
  const thread = useThread(shared.db, shared.identity, noteId);
  return thread && <NoteList {...shared} threads={[thread]} />;
}
