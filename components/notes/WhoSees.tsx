import { nameOf } from '#components/people/names.ts';
import { i18n } from '#i18n';
import { whoStepsIn } from '#lib/coaching/notes/who-steps-in.ts';
import type { Note } from '#lib/records/types.ts';
import { maySee } from '#lib/records/visibility.ts';
import { type Identity, writerOf } from '#lib/store/identity.ts';

/**
 * Who sees a note and everything that follows from it, who may step in, and what happens next: one click away (R146).
 */
export function WhoSees({ note, identity }: { note: Note; identity: Identity }) {
  const steppingIn = whoStepsIn(note, identity.members);
  const alone = identity.members.length < 2 || note.audience === 'author';
  return (
    <details className="who">
      <summary>{i18n.t('note.who.title')}</summary>
      <dl>
        <div>
          <dt>{i18n.t('note.who.sees')}</dt>
          <dd>{alone ? i18n.t('note.who.onlyYou') : readers(note, identity)}</dd>
        </div>
        {!alone && (
          <>
            {steppingIn.length > 0 && (
              <div>
                <dt>{i18n.t('note.who.stepsIn')}</dt>
                <dd>{i18n.t('note.who.stepsInWords', [namesOf(identity, steppingIn)])}</dd>
              </div>
            )}
            <div>
              <dt>{i18n.t('note.who.next')}</dt>
              <dd>{i18n.t('note.who.nextWords')}</dd>
            </div>
          </>
        )}
      </dl>
    </details>
  );
}

function readers(note: Note, identity: Identity): string {
  if (note.audience === 'workspace') return i18n.t('note.who.everybody');
  const reading = identity.members.filter(({ id }) =>
    maySee(note, writerOf({ memberId: id, members: identity.members })),
  );
  return namesOf(
    identity,
    reading.map(({ id }) => id),
  );
}

function namesOf(identity: Identity, ids: readonly string[]): string {
  const names = ids.map(id => nameOf(identity, id));
  return new Intl.ListFormat(i18n.t('language'), { type: 'conjunction' }).format(names);
}
