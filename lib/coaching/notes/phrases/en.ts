/** English phrases (R036–R038, R050, R052). */
import type { Phrase } from './index.ts';

export const englishPhrases: readonly Phrase[] = [
  { part: 'observation', text: 'At … you said “…”.' },
  { part: 'observation', text: 'The call ended at … with “…”.' },
  { part: 'observation', text: 'The field “…” was empty on …' },
  { part: 'observation', kind: 'recognition', text: 'You waited … seconds before you answered.' },
  { part: 'impact', text: 'Nobody knows who moves first.' },
  { part: 'impact', text: 'The viewer is not told in the first minute what it is about.' },
  { part: 'impact', kind: 'recognition', text: 'The customer then named the next step without being asked.' },
  { part: 'nextAction', kind: 'correction', text: 'In the opening, pause one beat before the headline.' },
  {
    part: 'nextAction',
    kind: 'correction',
    text: 'Give one concrete example before the theory in your first answer.',
  },
  { part: 'nextAction', kind: 'correction', text: 'Include one proof point in the first response.' },
  { part: 'nextAction', kind: 'question', text: 'What happened?' },
  { part: 'nextAction', kind: 'question', text: 'What did you notice?' },
  { part: 'nextAction', kind: 'question', text: 'What will you do differently next time?' },
  { part: 'nextAction', kind: 'question', text: 'What got in the way?' },
  { part: 'nextAction', kind: 'question', text: 'What would make this 20% easier to do?' },
  { part: 'nextAction', kind: 'question', text: 'What is the one idea?' },
  { part: 'nextAction', kind: 'question', text: 'Where is the proof?' },
  { part: 'nextAction', kind: 'question', text: 'What is the most likely drop-off point?' },
  { part: 'nextAction', kind: 'question', text: 'What should the viewer do next?' },
  {
    part: 'nextAction',
    kind: 'question',
    text: 'What happened?\nWhat did you notice?\nWhat will you do differently next time?',
  },
  {
    part: 'nextAction',
    kind: 'question',
    text: 'What is the one idea?\nWhere is the proof?\nWhat is the most likely drop-off point?\nWhat should the viewer do next?',
  },
];
