/** What the writer reads beside a reason. */
import type { Rule } from '../types.ts';

export const hints: Readonly<Record<Rule, string>> = {
  outcome: 'That is a result. Which behaviour, repeated, would make it happen?',
  personal: 'That is about the person. Say what you saw or heard.',
  accusation: 'Ask “What got in the way?” instead.',
  absolute: 'Name the moment that you saw, not always or never.',
  discipline: 'Coaching notes are not disciplinary. Take this out.',
  'state-verb': 'What would a camera see? Use a verb like say, ask, show, write, wait, cut.',
  'no-verb': 'Say what somebody does: say, ask, show, write, wait, cut.',
  quality: 'Replace this word with what is said or shown.',
  degree: 'How many? By when?',
  frequency: 'In which moment?',
  anchor: 'Add when, how many, or the exact words.',
  'one-ask': 'Keep one.',
  hedge: 'Take the hedge out: say it plainly.',
};
