/**
 * Who may write what, said to the author of a record. The rules are lib/records/permissions.ts; only who is a member is
 * known to the server alone.
 */
import type { Envelope } from '#lib/records/envelope.ts';
import { problemOfWriting, type Referred, type WriteProblem, type Writer } from '#lib/records/permissions.ts';
import type { Refusal } from './decide.ts';

const MESSAGES: Readonly<Record<WriteProblem, string>> = {
  'owners-only': 'Only owners can share this with the workspace.',
  'leaders-only': 'Only coaches and owners can write for the whole workspace.',
  'no-subject': 'Say whose work this is about.',
  'subject-not-coached': 'You do not coach this person. Ask an owner to assign you.',
  // One answer for what is not there and what is not yours to answer: a guessed reference must tell nothing.
  'nothing-answered': 'What this answers is not here, or not between you and somebody else.',
  'not-its-kind': 'A record of this kind cannot answer one of that kind.',
  'taken-back': 'Its author took the note back.',
  'other-subject': 'An answer speaks to the people whom the note is between, and refers to nothing else.',
  'wider-audience': 'An answer is for nobody else than those who see what it answers.',
};

/** Undefined when it is allowed. Deleting one's own record for those who have it always is, and is not asked here. */
export function checkWriter(
  record: Envelope,
  writer: Writer,
  { subjectIsMember, referred }: { subjectIsMember: boolean; referred: Referred },
): Refusal | undefined {
  if (record.subjectId !== undefined && !subjectIsMember) {
    return refuse('The person this is about is not a member of the workspace.');
  }
  const problem = problemOfWriting(record, writer, referred);
  return problem && refuse(MESSAGES[problem]);
}

function refuse(message: string): Refusal {
  return { code: 'not-allowed', message };
}
