import { browser } from 'wxt/browser';
import { NoteCard } from '#components/notes/NoteCard.tsx';
import { i18n } from '#i18n';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { answerNote } from './answer-note.ts';
import { type Inbox, type Thread, useBehaviours } from './notes-here.ts';

interface Props {
  db: SidelineDb;
  identity: Identity;
  inbox: Inbox | undefined;
}

/** Notes from everywhere: those for me first, the unanswered ones on top. A click opens the work itself. */
export function InboxView({ db, identity, inbox }: Props) {
  const behaviours = useBehaviours(db, identity);
  if (!inbox) return null;
  const now = Date.now();
  const list = (threads: Thread[]) =>
    threads.map(({ note, answers }) => (
      <NoteCard
        key={note.id}
        note={note}
        answers={answers}
        behaviours={behaviours ?? new Map()}
        identity={identity}
        now={now}
        onGo={() => open(note.body.artifact.url)}
        onAnswer={(answer, sentence) => answerNote(db, identity, note, answer, sentence)}
      >
        <p className="hint clip" dir="auto">
          {note.body.artifact.title}
        </p>
      </NoteCard>
    ));
  if (inbox.forMe.length + inbox.fromMe.length === 0)
    return <p className="empty">{i18n.t('sidebar.inboxEmpty')}</p>;
  return (
    <>
      {inbox.forMe.length > 0 && (
        <section className="stack">
          <h2>{i18n.t('sidebar.forYou')}</h2>
          {list(inbox.forMe)}
        </section>
      )}
      {inbox.fromMe.length > 0 && (
        <section className="stack">
          <h2>{i18n.t('sidebar.byYou')}</h2>
          {list(inbox.fromMe)}
        </section>
      )}
    </>
  );
}

/** Records come from other people: only an ordinary web address is ever opened. */
function open(url: string): void {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) void browser.tabs.create({ url });
}
