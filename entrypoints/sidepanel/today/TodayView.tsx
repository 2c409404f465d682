import { i18n } from '#i18n';
import { owedBy } from '#lib/coaching/today.ts';
import { threadsOf, useBehaviours, useNotesByMe } from '../live-records.ts';
import { NoteList } from '../NoteList.tsx';
import type { ViewProps } from '../Sidebar.tsx';

/** What is mine to do: the steps that I owe, the next clock first, and the notes that came and went. */
export default function TodayView({ db, identity, records, coaches, now }: ViewProps) {
  const behaviours = useBehaviours(db, identity);
  const byMe = useNotesByMe(db, coaches ? undefined : identity);
  if (!records) return null;
  const threads = threadsOf(records);
  const owed = owedBy(records, identity.memberId, now).map(step => step.note.id);
  const waiting = [...new Set(owed)].flatMap(id => threads.find(({ note }) => note.id === id) ?? []);
  const others = threads.filter(({ note }) => !waiting.some(each => each.note.id === note.id));
  const list = { db, identity, behaviours, now };
  const fromMe = byMe ?? [];
  if (waiting.length + others.length + fromMe.length === 0)
    return <p className="empty">{i18n.t('sidebar.inboxEmpty')}</p>;
  return (
    <>
      {waiting.length + others.length > 0 && (
        <section className="stack">
          <h2>{i18n.t('sidebar.forYou')}</h2>
          <NoteList {...list} threads={[...waiting, ...others]} />
        </section>
      )}
      {fromMe.length > 0 && (
        <section className="stack">
          <h2>{i18n.t('sidebar.byYou')}</h2>
          <NoteList {...list} threads={fromMe} />
        </section>
      )}
    </>
  );
}
