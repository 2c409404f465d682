import type { NoteKind } from '#lib/records/note.ts';

/** A shape for each kind, so that colour is never the only sign. */
export const shapes: Record<NoteKind, string> = { correction: '●', recognition: '▲', question: '?' };
