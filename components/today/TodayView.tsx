import { useMemo } from 'react';
import { NoteList } from '#components/notes/NoteList.tsx';
import { threadsOf, useBehaviours } from '#components/records/live-records.ts';
import { RoutinesToday } from '#components/routines/RoutinesToday.tsx';
import { Boundary } from '#components/ui/Boundary.tsx';
import type { ViewProps } from '#components/ui/view-props.ts';
import { i18n } from '#i18n';
import { oneThing, owedBy } from '#lib/coaching/due/today.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import { BehaviourLog } from './BehaviourLog.tsx';
import { CheckIns } from './CheckIns.tsx';
import { type MyBehaviours, myBehaviours } from './my-behaviours.ts';
import { NextDays } from './NextDays.tsx';
import { OwedRow } from './OwedRow.tsx';
import { OwnPromises } from './OwnPromises.tsx';
import { OwnScores } from './OwnScores.tsx';
import { OwnTrends } from './OwnTrends.tsx';
import { Proposals } from './Proposals.tsx';
import { ResizesDue } from './ResizesDue.tsx';
import { TakenBackNotes } from './TakenBackNotes.tsx';
import { WhoSteps } from './WhoSteps.tsx';
import { Wins } from './Wins.tsx';
import './today.css';

/** How many notes with no step pending are shown on request. */
const EARLIER = 50;

/**
 * My day: a win first, then one thing, then a minute for my behaviours, and whatever else is open. Nothing here is
 * shown beside anybody else's.
 */
export default function TodayView({ db, identity, records, now }: ViewProps) {
  const names = useBehaviours(db, identity);
  const me = identity.memberId;
  const threads = useMemo(() => threadsOf(records ?? []), [records]);
  const mine = useMemo(() => myBehaviours(records ?? [], me), [records, me]);
  const { clocks } = rulesOf(identity);
  const owed = useMemo(() => owedBy(records ?? [], me, now, clocks), [records, me, now, clocks]);
  if (!records) return null;

  const one = oneThing(records, me, now, clocks);
  const list = { db, identity, behaviours: names, now };
  const view = { db, identity, records, behaviours: mine, now };
  const top = one.kind === 'step' ? threads.filter(({ note }) => note.id === one.step.note.id) : [];
  const open = [...new Set(owed.map(step => step.note.id))].flatMap(
    id => threads.find(({ note }) => note.id === id && !top.some(each => each.note.id === id)) ?? [],
  );
  const rest = threads.filter(thread => !top.includes(thread) && !open.includes(thread)).slice(0, EARLIER);
  return (
    <>
      <Wins identity={identity} records={records} names={names} now={now} />
      <section className="stack" aria-labelledby="one-thing">
        <h2 id="one-thing">{i18n.t('today.oneThing')}</h2>
        {top.length > 0 && <NoteList {...list} threads={top} />}
        {one.kind === 'behaviour' && (
          <div className="card">
            <h3 dir="auto">{one.behaviour.body.name}</h3>
            <p dir="auto">{one.behaviour.body.looksLike}</p>
            <p className="hint" dir="auto">
              {one.behaviour.body.when}
            </p>
          </div>
        )}
        {one.kind === 'nothing' && <p className="hint">{i18n.t('today.nothing')}</p>}
      </section>
      <TakenBackNotes db={db} identity={identity} now={now} />
      <RoutinesToday {...{ db, identity, now }} />
      <CheckIns {...{ db, identity, records, now, threads, names }} />
      <ResizesDue {...view} />
      <Proposals {...view} />
      <BehaviourLog {...view} />
      <NextDays {...view}>
        {open.map(thread => (
          <Boundary key={thread.note.id} part="thing" of={thread}>
            <OwedRow {...list} thread={thread} />
          </Boundary>
        ))}
      </NextDays>
      <OwnTrends {...view} />
      <OwnPromises {...view} />
      <OwnScores {...view} />
      {rest.length > 0 && (
        <details>
          <summary>{i18n.t('today.earlier', [String(rest.length)])}</summary>
          <div className="stack">
            <NoteList {...list} threads={rest} />
          </div>
        </details>
      )}
      <WhoSteps identity={identity} />
    </>
  );
}

/** What each part of the view receives. */
export interface TodayProps extends Pick<ViewProps, 'db' | 'identity' | 'now'> {
  records: NonNullable<ViewProps['records']>;
  behaviours: MyBehaviours;
}
