/** What is said in the demo clip. Its captions, its speech and its pictures are all made from this. */
export interface CallLine {
  speaker: 'Sam Whitlock' | 'Ruth Behrens';
  text: string;
}

export const callLines: CallLine[] = [
  {
    speaker: 'Sam Whitlock',
    text: 'Thanks for making the time, Ruth. I have a deck with twenty slides for you.',
  },
  {
    speaker: 'Ruth Behrens',
    text: 'Before you start: our drivers lose an hour a day on replanning. Can you fix that?',
  },
  { speaker: 'Sam Whitlock', text: 'Good question. We will come to it. First, let me tell you who we are.' },
  {
    speaker: 'Sam Whitlock',
    text: 'We were founded in two thousand and nine, and we have offices in four countries.',
  },
  { speaker: 'Ruth Behrens', text: 'Okay. And how long does the onboarding of one depot take?' },
  { speaker: 'Sam Whitlock', text: 'It depends. Which of your three depots loses the most time today?' },
  {
    speaker: 'Ruth Behrens',
    text: 'Bremen, by far. Forty drivers, and the plan changes after every loading.',
  },
  {
    speaker: 'Sam Whitlock',
    text: 'Then let us start with Bremen. Two weeks, one coordinator, no new hardware.',
  },
  { speaker: 'Ruth Behrens', text: 'That I can take to my board.' },
  {
    speaker: 'Sam Whitlock',
    text: 'I will send you the plan by Thursday. Shall we look at it together on Friday at ten?',
  },
  { speaker: 'Ruth Behrens', text: 'Friday at ten is fine.' },
];
