/** What happened to some of the demo's notes: commitments, evidence, verdicts, and answers to a dispute. */
import type { EvidenceKind, PracticeContext } from '#lib/records/kinds/evidence.ts';
import type { ReplyOutcome } from '#lib/records/kinds/reply.ts';
import type { Finding } from '#lib/records/kinds/verdict.ts';

/** All ages are in days after the note. */
export interface DemoSteps {
  /** The note's name. */
  note: string;
  commitment?: { after: number; cue: string; size: string; successCondition: string; due: number };
  evidence?: { after: number; kind: EvidenceKind; context: PracticeContext; text: string };
  verdict?: { after: number; finding: Finding; sentence: string };
  /** The coach's answer to a "discuss" or "dispute", and the coachee's answer to that. */
  reply?: { after: number; outcome: ReplyOutcome; sentence: string; accepted: string };
}

export const demoSteps: readonly DemoSteps[] = [
  {
    note: 'jonas-birch-next-step',
    commitment: {
      after: 0.4,
      cue: 'When I say goodbye',
      size: 'One sentence: who, what, by which day',
      successCondition: 'The field “Next step” holds all three on my next two calls.',
      due: 6,
    },
    evidence: {
      after: 4,
      kind: 'workSample',
      context: 'real',
      text: 'Maas: “Petra sends the room plan by Friday.” She wrote it down as well.',
    },
    verdict: {
      after: 5,
      finding: 'implemented',
      sentence: 'Both calls, all three. Keep the silence after it.',
    },
  },
  {
    note: 'jonas-maas-open',
    reply: {
      after: 1,
      outcome: 'changed',
      sentence: 'Then ask before minute 20, while he is still there. Same question.',
      accepted: 'At minute 18, then.',
    },
    commitment: {
      after: 1.5,
      cue: 'When the clock says 18 minutes',
      size: 'Ask the one question, once',
      successCondition: 'Their answer stands in the record with a day.',
      due: 8,
    },
    evidence: {
      after: 7,
      kind: 'reflection',
      context: 'real',
      text: 'Asked at minute 19. He named the 9th; I nearly talked over his answer.',
    },
    verdict: {
      after: 8,
      finding: 'implemented',
      sentence: 'The date held. You waited three seconds, I counted.',
    },
  },
  {
    note: 'jonas-birch-cold',
    commitment: {
      after: 0.5,
      cue: 'Before I press “Lost”',
      size: 'One sentence in their words',
      successCondition: 'The next lost deal has its reason on the same day.',
      due: 7,
    },
    evidence: {
      after: 6,
      kind: 'workSample',
      context: 'real',
      text: 'Kolding Foods: “The board stops all pilots until spring.” Written before I pressed it.',
    },
    verdict: { after: 7, finding: 'implemented', sentence: 'Their words, on the day. That quote I can use.' },
  },
  {
    note: 'jonas-maas-follow-up',
    commitment: {
      after: 1,
      cue: 'When I sit down in the car',
      size: 'Three lines before I start the engine',
      successCondition: 'The recap is in the record within an hour of the visit.',
      due: 9,
    },
  },
  {
    note: 'sam-teaser-hook',
    commitment: {
      after: 0.3,
      cue: 'When I open the cut',
      size: 'Start at “This tour took an hour yesterday”',
      successCondition: 'The first frame shows the tour.',
      due: 5,
    },
    evidence: {
      after: 3,
      kind: 'beforeAfter',
      context: 'real',
      text: 'Before: greeting and logo, nine seconds. After: the tour on second one.',
    },
    verdict: { after: 4, finding: 'implemented', sentence: 'It starts with the hour. Nothing to add.' },
  },
  {
    note: 'sam-kestrel-follow-up',
    commitment: {
      after: 0.5,
      cue: 'When the demo ends',
      size: 'Five lines in the blocked half hour',
      successCondition: 'Sent within two hours of the next demo.',
      due: 6,
    },
    evidence: {
      after: 5,
      kind: 'workSample',
      context: 'real',
      text: 'Five lines, an hour and ten minutes after the demo.',
    },
    verdict: { after: 6, finding: 'partly', sentence: 'Sent in time; what they do next is still missing.' },
  },
  {
    note: 'leila-recap-task',
    commitment: {
      after: 0.4,
      cue: 'Before I press “Send” on a recap',
      size: 'One last line: a task and a day',
      successCondition: 'The next recap ends with both.',
      due: 6.5,
    },
    evidence: {
      after: 5,
      kind: 'workSample',
      context: 'real',
      text: '“Please tell me by Thursday noon which depot starts.” They answered at eleven.',
    },
  },
  {
    note: 'leila-nordwind-hook',
    commitment: {
      after: 0.5,
      cue: 'When everybody has joined',
      size: 'Their date in my first sentence',
      successCondition: 'The recording has their date before my name, once.',
      due: 7,
    },
    evidence: {
      after: 6,
      kind: 'workSample',
      context: 'real',
      text: 'First sentence of Thursday’s call: “Your contract ends on 31 January.”',
    },
  },
];
