import { useState } from 'react';
import { nameOf } from '#components/people/names.ts';
import { useElsewhere } from '#components/records/use-elsewhere.ts';
import { SyncLine } from '#components/sync/SyncLine.tsx';
import { Problem } from '#components/ui/Problem.tsx';
import { useLive } from '#components/ui/use-live.ts';
import { useSaving } from '#components/ui/use-saving.ts';
import { i18n } from '#i18n';
import { deleteHidden, rewordHidden, sendHidden } from '#lib/actions/notes/hidden.ts';
import { sentCopyId } from '#lib/actions/notes/hidden-draft.ts';
import { isHiddenFromSubject } from '#lib/coaching/notes/hidden.ts';
import { isType, type Note, type Scorecard } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { type Refused, refusedWords } from './refused-words.ts';

interface Props {
  db: SidelineDb;
  identity: Identity;
  record: Note | Scorecard;
}

/** Asks the author of a note that was kept from the person it is about to send or delete it (R228). */
export function HiddenNote(props: Props) {
  const { identity, record } = props;
  if (!isHiddenFromSubject(record) || record.authorId !== identity.memberId) return null;
  return <Kept {...props} />;
}

function Kept({ db, identity, record }: Props) {
  const { problem, saving, save } = useSaving();
  const [refused, setRefused] = useState<Refused | undefined>();
  const [reworded, setReworded] = useState(false);
  const { behaviourId } = isType(record, 'note') ? record.body : {};
  const elsewhere = useElsewhere(record.subjectId, behaviourId);
  const copy = useLive(() => db.records.get(sentCopyId(record)), [db, record]);
  const name = nameOf(identity, record.subjectId ?? '');
  const mayReword = isType(record, 'note') && refused !== undefined && refused.reason !== 'may-not-write';

  const send = (asIs: boolean) =>
    save(async () => {
      const outcome = await sendHidden(db, identity, record, i18n.t('language'), { asIs, elsewhere });
      setRefused(outcome.ok ? undefined : outcome);
    });
  return (
    <div className="banner stack tight">
      <p>{copy ? copyWords(copy, name) : i18n.t('note.hidden.explain', [name])}</p>
      {copy && copy.deletedAt === undefined && <SyncLine record={copy} />}
      <Problem text={problem ?? (refused && refusedWords(refused, name))} />
      <div aria-live="polite">{reworded && <p>{i18n.t('note.hidden.begun')}</p>}</div>
      <div className="row wrap">
        {!copy && (
          <button type="button" className="button" disabled={saving} onClick={() => void send(false)}>
            {i18n.t('composer.sendTo', [name])}
          </button>
        )}
        {!copy && refused?.reason === 'ask' && (
          <button type="button" className="button" disabled={saving} onClick={() => void send(true)}>
            {i18n.t('composer.language.asIs')}
          </button>
        )}
        {mayReword && isType(record, 'note') && (
          <button
            type="button"
            className="button"
            disabled={saving}
            onClick={() =>
              void save(async () => {
                await rewordHidden(db, identity, record);
                setReworded(true);
              })
            }
          >
            {i18n.t('note.hidden.reword')}
          </button>
        )}
        {/* What is on its way may still be refused: until then this is the only safe text. */}
        {copy?.sync !== 'pending' && (
          <button
            type="button"
            className="button"
            disabled={saving}
            onClick={() => void save(() => deleteHidden(db, record))}
          >
            {i18n.t('note.hidden.delete')}
          </button>
        )}
      </div>
    </div>
  );
}

function copyWords({ sync, deletedAt }: { sync: string; deletedAt?: number | undefined }, name: string) {
  if (deletedAt !== undefined) return i18n.t('note.hidden.takenBack', [name]);
  return sync === 'accepted' ? i18n.t('note.hidden.sent', [name]) : i18n.t('note.hidden.underWay', [name]);
}
