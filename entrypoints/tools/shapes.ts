import type { NoteKind } from '#lib/records/kinds/note.ts';

/** Each kind has a shape, so that colour is never the only sign. */
export const shapes: Record<NoteKind, string> = { correction: '●', recognition: '▲', question: '?' };
