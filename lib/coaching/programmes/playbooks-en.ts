/** The words of the playbooks, in English. */
import type { PlaybookId } from './playbooks.ts';

export type PlaybookTexts = Readonly<
  Record<
    PlaybookId,
    {
      name: string;
      why: string;
      stages: Readonly<Record<string, { name: string; items: readonly string[] }>>;
    }
  >
>;

export const playbooksEn: PlaybookTexts = {
  thirtyDays: {
    name: '30 days',
    why: 'One problem, one behaviour, four weeks.',
    stages: {
      week1: {
        name: 'Choose and record',
        items: ['Choose one problem', 'Choose one behaviour', 'Record a week as it is, before coaching'],
      },
      week2: {
        name: 'The coach’s routine',
        items: ['Say when huddles are', 'Say when coaching is given', 'Say what is looked at each day'],
      },
      week3: {
        name: 'A reflex a day',
        items: ['One short talk each day', 'One correction at a time', 'Follow up on each'],
      },
      week4: {
        name: 'Look and tighten',
        items: [
          'Look at behaviour and result together',
          'Say what did not change',
          'Name the coaching moments that did most',
          'Take something away',
        ],
      },
    },
  },
  eightWeeks: {
    name: '8 weeks',
    why: 'For a team with a sponsor, from kickoff to handover.',
    stages: {
      week1: { name: 'Kickoff', items: ['Begin with the sponsor', 'Make the goals clear'] },
      week2: {
        name: 'Where we stand',
        items: ['Record how often each behaviour happens', 'Agree on the figures'],
      },
      week3: {
        name: 'Circles and rituals',
        items: ['Begin coaching circles', 'Begin a ritual across teams'],
      },
      week4: {
        name: 'On the job',
        items: ['Practise in the work itself', 'Use prompts at the right moment'],
      },
      week5: { name: 'Halfway', items: ['Look at the middle', 'Change course where it is needed'] },
      week6: { name: 'Among peers', items: ['Hold a lab among peers', 'Share across teams'] },
      week7: { name: 'Small steps', items: ['Take small prompted steps into the team’s rituals'] },
      week8: {
        name: 'Hand over',
        items: ['Review behaviour and result', 'Hand over to the teams', 'Agree who looks after it'],
      },
    },
  },
  ninetyDays: {
    name: '90 days',
    why: 'Discovery, practice, reinforcement: behaviours across several teams.',
    stages: {
      discovery: {
        name: 'Discovery',
        items: ['Define the behaviours', 'Tie each to a figure', 'Ask leads of other teams', 'Win a sponsor'],
      },
      practice: {
        name: 'Practice',
        items: ['Coaching circles', 'Rituals in the team', 'Time to reflect', 'Small prompts at work'],
      },
      reinforcement: {
        name: 'Reinforcement',
        items: ['Keep the figures in sight', 'Recognise what holds', 'Bring in those who look after people'],
      },
    },
  },
};
