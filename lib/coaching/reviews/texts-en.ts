/** The questions of the reviews, in English. */
import type { AllReviewTexts } from './texts.ts';

const LEVELS = { '0': 'not yet', '1': 'a little', '2': 'mostly', '3': 'clearly' };

export const reviewTextsEn: AllReviewTexts = {
  weekly: {
    name: 'Weekly review',
    intro: 'First what was done, then what comes next.',
    questions: {
      commitments: 'What did you actually do this week?',
      scan: 'Which behaviours moved, and which stood still?',
      friction: 'What got in the way?',
      nextStep: 'What is the next smallest step?',
    },
    choices: {
      commitments: {
        practised: 'Practised it',
        gotFeedback: 'Got feedback on it',
        revised: 'Changed it after that',
        applied: 'Used it in the work itself',
      },
      friction: {
        lateScreens: 'Screens late in the evening',
        priorities: 'Unclear priorities',
        discomfort: 'It felt awkward with people',
        overcommitted: 'Too much in the calendar',
        other: 'Something else',
        nothing: 'Nothing',
      },
    },
  },
  monthly: {
    name: 'Monthly review',
    intro: 'A month shows patterns that a week hides.',
    questions: {
      trends: 'What do the lines of this month show?',
      identity: 'What do you do now without thinking of yourself as somebody who is trying?',
      automatic: 'Which behaviour has become a habit?',
    },
  },
  quarterly: {
    name: 'Quarterly review',
    intro: 'The one review in which the goal itself is open.',
    questions: {
      goal: 'Is it still the right goal?',
      behaviours: 'Which behaviours do you keep, and which do you change?',
    },
  },
  cycle: {
    name: 'Cycle review',
    intro: 'Four looks back, then three things to take along.',
    questions: {
      improved: 'Which behaviour got better?',
      hard: 'What was hard?',
      resilience: 'Where did you pick it up again after a bad day?',
      support: 'Which support helped most?',
      designChange: 'One thing to set up differently',
      encouragement: 'One thing to be glad of',
      commitment: 'One promise for the next cycle',
    },
  },
  debrief: {
    name: 'Debrief',
    intro: 'Within a day, by what can be seen, with one adjustment.',
    questions: {
      opening: 'How did the opening do?',
      retention: 'Where did people leave?',
      comments: 'What did people write?',
      callToAction: 'How did the call to action do?',
      worked: 'What worked?',
      dropped: 'What fell away?',
    },
  },
  afterAction: {
    name: 'After-action review',
    intro: 'Three questions, one decision.',
    questions: {
      expected: 'What did you expect?',
      happened: 'What happened?',
      why: 'Why did it happen?',
      next: 'What will be different next time?',
    },
  },
  finish: {
    name: 'Finish reviewing',
    intro: 'Which one thing do you ask for? The rest can wait.',
    questions: {},
  },
  sharedAsset: {
    name: 'Look at one piece together',
    intro: 'Each from their own seat.',
    questions: {
      performance: 'How did it go in front of the camera?',
      scheduling: 'How did the schedule hold?',
      execution: 'How did the edit turn out?',
      accountability: 'What was agreed, and what came of it?',
    },
  },
  leadership: {
    name: 'A leader’s weekly look',
    intro: 'One of each, no more.',
    questions: {
      behaviour: 'One behaviour that you saw yourself',
      bottleneck: 'One place where the work gets stuck',
      alignment: 'One thing on which the team is not of one mind',
    },
  },
  decisionBrief: {
    name: 'Decision brief',
    intro: 'Before people commit themselves, ask two from other teams what they would need.',
    questions: {
      owner: 'Who decides?',
      criteria: 'What makes one option better than another?',
      deadline: 'By when?',
      openRisk: 'Which one risk is open?',
    },
  },
  checkIn: {
    name: 'Seven-minute check-in',
    intro: 'Before the recording, in five steps.',
    questions: {
      win: 'One win from last time',
      behaviour: 'One behaviour to do better today',
      rehearsed: 'Rehearse it once. How was it?',
      change: 'Which single change will make this take better?',
      success: 'How will you know that it worked?',
    },
  },
  dailyCard: {
    name: 'Today’s clip',
    intro: 'One clip, three looks.',
    questions: { clarity: 'Clarity', energy: 'Energy, as you felt it', specificity: 'How concrete it was' },
    choices: { clarity: LEVELS, energy: LEVELS, specificity: LEVELS },
  },
  preShoot: {
    name: 'Before the shoot',
    intro: 'The first 15 seconds of the last clip, and one adjustment.',
    questions: {
      opening: 'What do you see in the first 15 seconds?',
      adjustment: 'Which one adjustment do you try?',
    },
  },
  intake: {
    name: 'The last seven days',
    intro: 'Before any goal: what really happened.',
    questions: {
      followThrough: 'Where did you follow through?',
      drift: 'Where did it slip?',
      patterns: 'What do these moments have in common?',
    },
  },
  sixWeeks: {
    name: 'After six weeks',
    intro: 'Three looks at how it feels now.',
    questions: {
      consistency: 'It happens more regularly than before',
      stress: 'I have the working day more in my hands',
      visibility: 'Others can see the difference',
    },
    choices: { consistency: LEVELS, stress: LEVELS, visibility: LEVELS },
  },
  programmeEnd: {
    name: 'Behaviour and result together',
    intro: 'Look at both side by side, then make it simpler.',
    questions: {
      changed: 'What changed?',
      unchanged: 'What did not?',
      bestMoments: 'Which coaching moments did most?',
      remove: 'What can be left out from now on?',
    },
  },
};
