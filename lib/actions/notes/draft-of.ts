/** A sent note, back in the form. */
import type { ComposerDraft } from '#lib/messages/contract.ts';
import { newId } from '#lib/records/create.ts';
import type { Note } from '#lib/records/types.ts';
import { digest } from '#lib/store/row/versions.ts';
import { MAX_INSTANCES } from './build.ts';
import { checkInDaysOf, occasionsOf } from './same-content.ts';

/** The form for changing the note, with a print of what it says now. */
export function draftOf(note: Note): ComposerDraft {
  const { id, authorId, subjectId = authorId, audience, createdAt, body } = note;
  const { kind, anchor, behaviourId, observation, impact, nextAction, affirmation } = body;
  const label = anchor.kind === 'words' ? anchor.quote.exact : '';
  // What the page said is read from it again, and stays beside the place it was read at.
  const read = body.momentFrom !== undefined;
  const at = body.momentFrom === 'page' ? body.momentAt : undefined;
  return {
    ...(anchor.kind === 'whole' ? {} : { place: { anchor, label, at } }),
    kind,
    subjectId,
    behaviourId,
    observation,
    impact,
    nextAction,
    affirmation,
    checkInDays: checkInDaysOf(note),
    audience,
    scores: {},
    momentAt: read ? undefined : body.momentAt,
    live: body.live,
    route: body.route,
    instances: body.scope === 'pattern' ? occasionsOf(note).slice(-MAX_INSTANCES) : undefined,
    openedAt: body.openedAt ?? createdAt,
    noteId: newId(),
    scorecardId: newId(),
    edits: id,
    base: digest(note),
  };
}
