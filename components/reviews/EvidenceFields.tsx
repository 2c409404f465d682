import { i18n } from '#i18n';
import { notesForEvidence } from '#lib/coaching/reviews/evidence.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Body, Review } from '#lib/records/types.ts';

/** As many as anybody looks through. */
const MOST = 8;

interface Props {
  review: Review;
  records: readonly Envelope[];
  onChange(evidence: Body<'review'>['evidence']): void;
}

/** Places in the work that show it, from the notes that are on it already. */
export function EvidenceFields({ review, records, onChange }: Props) {
  const { evidence } = review.body;
  const notes = notesForEvidence(records, review).slice(-MOST).reverse();
  const same = (note: (typeof notes)[number]) => (each: (typeof evidence)[number]) =>
    each.artifact.key === note.body.artifact.key && each.text === note.body.observation.slice(0, 500);
  return (
    <fieldset className="field">
      <legend className="legend">{i18n.t('reviews.evidence')}</legend>
      {notes.length === 0 && <p className="hint">{i18n.t('reviews.noEvidence')}</p>}
      {notes.map(note => (
        <label key={note.id} className="row">
          <input
            type="checkbox"
            checked={evidence.some(same(note))}
            onChange={event => {
              const { artifact: work, anchor, observation } = note.body;
              const others = evidence.filter(each => !same(note)(each));
              const made = { artifact: work, anchor, text: observation.slice(0, 500) };
              onChange(event.target.checked ? [...others, made].slice(0, MOST) : others);
            }}
          />
          <span className="grow" dir="auto">
            {note.body.observation} <span className="hint">{note.body.artifact.title}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
