import { i18n } from '#i18n';
import { useBehaviours, useNotesByMe } from '../live-records.ts';
import { NoteList } from '../NoteList.tsx';
import type { ViewProps } from '../Sidebar.tsx';

/** The coach's view: the people whom I coach, and what waits for me. */
export default function CoachView({ db, identity, now }: ViewProps) {
  const threads = useNotesByMe(db, identity);
  const behaviours = useBehaviours(db, identity);
  if (!threads) return null;
  if (threads.length === 0) return <p className="empty">{i18n.t('sidebar.inboxEmpty')}</p>;
  return (
    <section className="stack">
      <h2>{i18n.t('sidebar.byYou')}</h2>
      <NoteList db={db} identity={identity} threads={threads} behaviours={behaviours} now={now} />
    </section>
  );
}
