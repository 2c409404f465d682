/** The words of the shipped routines, in English. */
import type { PresetId } from './presets.ts';

export type PresetTexts = Readonly<
  Record<
    PresetId,
    {
      name: string;
      /** What it is good for, in a sentence. */
      why: string;
      parts: Readonly<Record<string, { name: string; steps: readonly string[] }>>;
      plain?: { huddles: string; coaching: string; dailyChecks: string };
    }
  >
>;

export const presetsEn: PresetTexts = {
  standardWork: {
    name: 'A coach’s day',
    why: 'Five small things that keep you close to the work. Your team can see that you do them.',
    plain: {
      huddles: 'At the start of the day, ten minutes, standing.',
      coaching: 'Twice a day, right after something was seen.',
      dailyChecks: 'The figures of the day, and one look at the work where it is done.',
    },
    parts: {
      day: {
        name: 'A coach’s day',
        steps: [
          'Look at the indicators in the morning',
          'Go to where the work is done',
          'Check in with two people',
          'Say what somebody did well',
          'Review what is stuck',
        ],
      },
    },
  },
  tuesdayFriday: {
    name: 'Tuesday and Friday',
    why: 'Two fixed points in the week, and a short message when a day was missed.',
    parts: {
      checkIn: { name: 'Tuesday check-in', steps: ['What did you do since Friday?', 'What is next?'] },
      recap: { name: 'Friday recap', steps: ['What worked this week?', 'What got in the way?'] },
      message: { name: 'Message after a missed day', steps: ['Make the next step smaller, or move it'] },
    },
  },
  midweek: {
    name: 'Midweek and Friday',
    why: 'A check-in in the middle, something shown, and a question about patterns at the end.',
    parts: {
      checkIn: { name: 'Midweek check-in', steps: ['How is it going?'] },
      show: { name: 'Show it', steps: ['Send one picture or one note from the work'] },
      pattern: { name: 'Friday review', steps: ['What came up more than once this week?'] },
    },
  },
  creatorWeek: {
    name: 'A creator’s week',
    why: 'A clip on Monday, a rehearsal on Wednesday, the notes on Friday.',
    parts: {
      clip: { name: 'Look at one clip', steps: ['Watch one clip that is out', 'Leave one note'] },
      rehearsal: { name: 'Live rehearsal', steps: ['Rehearse one piece, live'] },
      notes: { name: 'This week’s notes', steps: ['Which notes are in the work now?'] },
    },
  },
  fiveBeats: {
    name: 'Five beats a week',
    why: 'Plan, nudge, practise, look, reflect: and once a month the whole picture.',
    parts: {
      plan: { name: 'Plan the week', steps: ['Choose the one thing for this week'] },
      nudge: { name: 'Midweek nudge', steps: ['Ask how it is going'] },
      practice: { name: 'Hand in practice', steps: ['Show one piece of practice'] },
      review: { name: 'Coach’s review', steps: ['Look at the practice', 'Leave one note'] },
      reflection: {
        name: 'Reflect on the week',
        steps: ['What did you actually do?', 'What changes next week?'],
      },
      month: { name: 'The month as a whole', steps: ['Look at the lines of the month'] },
    },
  },
  solo: {
    name: 'On my own',
    why: 'One clip a day, and the week on Friday.',
    parts: {
      card: { name: 'Today’s clip', steps: ['Score clarity, energy and how concrete it was'] },
      week: { name: 'My week', steps: ['Look at the week', 'Choose one thing'] },
    },
  },
  preShoot: {
    name: 'Before a shoot',
    why: 'The last opening is the best preparation for the next.',
    parts: {
      look: {
        name: 'Look before the shoot',
        steps: ['Watch the first 15 seconds of the last clip', 'Choose one adjustment'],
      },
    },
  },
  debrief: {
    name: 'After publishing',
    why: 'Five minutes within a day, while the numbers are fresh.',
    parts: {
      debrief: { name: 'Debrief', steps: ['Look at the clip and its numbers', 'Choose one adjustment'] },
    },
  },
  dailyReflex: {
    name: 'One reflex a day',
    why: 'One behaviour, one correction, one follow-up, every day.',
    parts: { reflex: { name: 'Today’s reflex', steps: ['See one thing and say it while it is fresh'] } },
  },
  supervision: {
    name: 'Week, month, quarter',
    why: 'The week for what was done, the month for patterns, the quarter for the goal.',
    parts: {
      week: { name: 'Weekly review', steps: [] },
      month: { name: 'Monthly review', steps: [] },
      quarter: { name: 'Quarterly review', steps: [] },
    },
  },
  leadership: {
    name: 'A leader’s weekly look',
    why: 'One behaviour, one bottleneck, one question of how the team works together.',
    parts: { habit: { name: 'Weekly look', steps: [] } },
  },
  ritualAndHuddle: {
    name: 'Feedback and huddle',
    why: 'Two things a week for each leader: a quarter of an hour of feedback, and a short huddle.',
    parts: {
      ritual: { name: 'A quarter of an hour of feedback', steps: ['Give each person one sentence'] },
      huddle: { name: 'Huddle', steps: ['One recognition', 'One coaching moment'] },
    },
  },
  reviewDaily: {
    name: 'Ten, five, fifteen',
    why: 'A stand-up, a round of feedback and a look back, in half an hour a day.',
    parts: {
      huddle: { name: 'Stand-up', steps: ['Each person says what is next'] },
      feedback: { name: 'Round of feedback', steps: ['Leave one note'] },
      review: { name: 'Look back at the day', steps: ['What changed today?'] },
    },
  },
  circle: {
    name: 'Coaching circle',
    why: 'A few people, one case, everybody takes one thing along.',
    parts: {
      circle: { name: 'Coaching circle', steps: ['One person brings a case', 'Each takes one thing along'] },
    },
  },
  standUp: {
    name: 'Stand-up',
    why: 'Ten minutes, standing.',
    parts: { standUp: { name: 'Stand-up', steps: ['What is next, and what is in the way?'] } },
  },
  reflection: {
    name: 'Time to reflect',
    why: 'A quiet quarter of an hour at the end of the week.',
    parts: { session: { name: 'Reflection', steps: ['Write for five minutes', 'Share one sentence'] } },
  },
  decisionBrief: {
    name: 'One-page decision brief',
    why: 'A decision on one page, with two people asked before it is made.',
    parts: { brief: { name: 'Decision brief', steps: [] } },
  },
};
