/** Plausible notes of one coach about one rep, brought to the server as a device would bring them. */
import type { Artifact } from '#lib/records/artifact.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { NoteKind } from '#lib/records/kinds/note.ts';
import { MAX_PUSH } from '#lib/sync/protocol.ts';
import type { TestMember } from '#testing/server/team.ts';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;
/** Notes on one artifact, elsewhere. */
const EACH = 12;
const KINDS: NoteKind[] = ['correction', 'recognition', 'question'];
const SEEN = [
  'You ended the call without saying who sends the plan and by when.',
  'You asked which depot decides first, and waited until she had answered.',
  'The next step has no date, and the stage was moved on all the same.',
  'The price came before the question what the old contract costs them.',
];

/** `here` of them on `page`, the others spread over other records; over the past year, the newest on `page`. */
export async function seedNotes(
  author: TestMember,
  rep: TestMember,
  { page, here, elsewhere }: { page: Artifact; here: number; elsewhere: number },
): Promise<void> {
  const now = Date.now();
  const total = here + elsewhere;
  let batch: Envelope[] = [];
  for (let number = 0; number < total; number++) {
    const kind = KINDS[number % KINDS.length] ?? 'correction';
    const seen = SEEN[number % SEEN.length] ?? '';
    const artifact = number < elsewhere ? recordAt(page, Math.floor(number / EACH)) : page;
    const createdAt = Math.round(now - YEAR_MS + (YEAR_MS * number) / total);
    const note = author.note(rep, {
      audience: 'pair',
      createdAt,
      body: {
        kind,
        artifact,
        anchor: { kind: 'field', label: 'Next step', value: `Call ${number} back` },
        observation: `${seen} (Call ${number}.)`,
        impact: kind === 'question' ? '' : 'Katharina wrote two days later to ask.',
        nextAction: 'Say the next step and its date before you hang up.',
        checkInAt: createdAt + 7 * 24 * 60 * 60 * 1000,
        openedAt: createdAt - 25_000,
      },
    });
    batch.push(note);
    if (batch.length < MAX_PUSH && number < total - 1) continue;
    const refused = (await author.push(...batch)).find(result => result.status !== 'accepted');
    if (refused) throw new Error(`A note was not accepted: ${JSON.stringify(refused)}`);
    batch = [];
  }
}

function recordAt(page: Artifact, number: number): Artifact {
  const id = `elsewhere-${number}`;
  return { ...page, key: `${page.key}-${id}`, url: `${page.url}-${id}`, title: `Renewal ${number}` };
}
