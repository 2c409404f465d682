import { i18n } from '#i18n';
import { ofType } from '#lib/coaching/history.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Review } from '#lib/records/types.ts';

interface Props {
  review: Review;
  records: readonly Envelope[];
  onChange(noteId: string): void;
}

/** Of the notes of a sitting, the one that becomes the ask; the rest can wait. */
export function AskFields({ review, records, onChange }: Props) {
  const { noteIds, primaryNoteId } = review.body;
  const notes = ofType(records, 'note').filter(({ id }) => noteIds.includes(id));
  return (
    <fieldset className="field">
      <legend className="legend">{i18n.t('reviews.ask')}</legend>
      {notes.length === 0 && <p className="hint">{i18n.t('reviews.noNotes')}</p>}
      {notes.map(({ id, body }) => (
        <label key={id} className="row">
          <input
            type="radio"
            name={`ask-${review.id}`}
            checked={id === primaryNoteId}
            onChange={() => onChange(id)}
          />
          <span className="grow" dir="auto">
            {body.nextAction || body.observation} <span className="hint">{body.artifact.title}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
