/** The full page: the week, reviews, a programme. */
import { BehaviourStep, MilestoneSteps, OutcomeStep } from '#components/programmes/WizardSteps.tsx';
import { addDays, dayOf } from '#lib/coaching/calendar.ts';
import { routinesFrom } from '#lib/coaching/routines/presets.ts';
import type { Body } from '#lib/records/types.ts';
import { DAY, HOUR, MINUTE } from '#lib/time.ts';
import { behaviour, make, note } from '#testing/records.ts';
import { inDashboard, inSidebar } from './shells.tsx';
import type { Story } from './story.ts';
import { artifacts, now, onlyWith, UNBROKEN, UNBROKEN_NAME } from './worlds.ts';

const show = inDashboard;
const reviews = ['#tab-reviews'] as const;
const programmes = ['#tab-programmes'] as const;
const mine = { by: 'ines', about: 'ines' };
const theirs = { by: 'ines', about: 'jonas' };
const today = dayOf(now);

const routines = [
  ...routinesFrom('standardWork', { language: 'en', from: addDays(today, -7) }).map(body =>
    make('routine', body, mine),
  ),
  ...routinesFrom('tuesdayFriday', { language: 'en', from: addDays(today, -7) }).map(body =>
    make('routine', body, theirs),
  ),
];
const underWay = routines
  .filter(({ body }) => body.kind === 'standardWork')
  .map(routine =>
    make(
      'run',
      {
        day: today,
        dueAt: now + 5 * HOUR,
        startedAt: now - 5 * MINUTE,
        steps: [{ id: 'indicators', done: 1 }],
      },
      { ...mine, refs: [routine.id] },
    ),
  );
const long = routinesFrom('standUp', { language: 'en', from: addDays(today, -7) }).map(body =>
  make('routine', { ...body, name: UNBROKEN_NAME, minutes: 60 }, mine),
);

const review = (kind: Body<'review'>['kind'], answers: string[], text = 'Two calls ended with a date.') =>
  make(
    'review',
    {
      kind,
      about: today,
      questionSet: { id: kind, version: 1 },
      answers: answers.map(id => ({ id, text, savedAt: now })),
      evidence: [],
      noteIds: [],
    },
    { ...theirs, at: now - DAY },
  );
const whole = review('weekly', ['commitments', 'scan', 'friction', 'nextStep'], UNBROKEN);
const finished = { ...whole, body: { ...whole.body, doneAt: now - DAY } };
const begun = review('afterAction', ['happened']);
const leftOne = { ...begun, body: { ...begun.body, left: true } };
const seen = note({ artifact: artifacts.crm, observation: UNBROKEN }, { ...theirs, at: now - DAY });

const sitting: Body<'review'> = {
  kind: 'finish',
  about: seen.id,
  questionSet: { id: 'finish', version: 1 },
  answers: [],
  evidence: [],
  noteIds: [seen.id],
};

const programme = make(
  'programme',
  {
    name: UNBROKEN_NAME,
    playbook: { id: 'thirtyDays', version: 1 },
    stage: 'pilot',
    startDay: today,
    executionProblem: { text: UNBROKEN, category: 'revenue' },
    behaviours: [{ behaviourId: 'next-step', metric: 'Calls', dataSource: 'CRM', rank: 1 }],
    cohorts: [],
  },
  theirs,
);
const nextStep = behaviour({ name: UNBROKEN_NAME }, { ...theirs, id: 'next-step' });
const liked: Body<'programme'> = {
  ...programme.body,
  outcome: { text: UNBROKEN, metric: 'Participant satisfaction', dataSource: UNBROKEN },
};
const resume = [...reviews, '#reviews-due ~ ul button'] as const;

export const stories: readonly Story[] = [
  { name: 'week, nothing yet', world: onlyWith('ines', []), show },
  { name: 'week, routines', world: onlyWith('ines', routines), show },
  {
    name: 'week, a coach’s routines as the team sees them',
    world: onlyWith(
      'jonas',
      routines.map(routine => ({ ...routine, audience: 'workspace' as const })),
    ),
    show,
    until: '[aria-labelledby="team-routines"]',
  },
  { name: 'week, one under way', world: onlyWith('ines', [...routines, ...underWay]), show },
  { name: 'week, too much and too long', world: onlyWith('ines', [...routines, ...long]), show },
  { name: 'week, rhythms to add', world: onlyWith('ines', []), show, press: ['week.add'] },
  { name: 'week, away', world: onlyWith('ines', []), show, press: ['week.away'] },
  { name: 'reviews, nothing yet', world: onlyWith('ines', []), show, press: reviews },
  { name: 'reviews, all of them', world: onlyWith('ines', []), show, press: [...reviews, 'reviews.more'] },
  { name: 'weekly review, begun', world: onlyWith('ines', [review('weekly', [])]), show, press: resume },
  {
    name: 'weekly review, halfway',
    world: onlyWith('ines', [review('weekly', ['commitments', 'scan'], UNBROKEN)]),
    show,
    press: resume,
  },
  {
    name: 'debrief, before its end',
    world: onlyWith('ines', [seen, review('debrief', ['worked', 'dropped'])]),
    show,
    press: resume,
  },
  {
    name: 'after-action, before its decision',
    world: onlyWith('ines', [review('afterAction', ['happened', 'why', 'next'])]),
    show,
    press: resume,
  },
  {
    name: 'finish reviewing, its one ask',
    world: onlyWith('ines', [seen, make('review', sitting, theirs)]),
    show,
    press: resume,
  },
  {
    name: 'reviews, one finished and one left',
    world: onlyWith('ines', [finished, leftOne]),
    show,
    press: [...reviews],
    until: '#reviews-done',
  },
  {
    name: 'weekly review, to read',
    world: onlyWith('ines', [finished]),
    show,
    press: [...reviews, 'reviews.read'],
    until: '.review dl',
  },
  {
    name: 'finished reviewing, to read',
    world: onlyWith('ines', [
      seen,
      make('review', { ...sitting, primaryNoteId: seen.id, doneAt: now - DAY }, theirs),
    ]),
    show,
    press: [...reviews, 'reviews.read'],
    until: '.review dl',
  },
  { name: 'programme, nothing yet', world: onlyWith('ines', []), show, press: programmes },
  { name: 'programme, first week', world: onlyWith('ines', [programme, nextStep]), show, press: programmes },
  {
    name: 'programme, to begin one',
    world: onlyWith('ines', [nextStep]),
    show,
    press: [...programmes, 'programmes.begin'],
  },
  {
    name: 'programme, what it asks before it begins',
    world: onlyWith('ines', []),
    show: () => (
      <main className="dashboard">
        <form className="page">
          <h1>Programme</h1>
          <OutcomeStep draft={liked} change={() => undefined} />
          <BehaviourStep draft={programme.body} change={() => undefined} behaviours={[nextStep]} />
          <MilestoneSteps draft={programme.body} change={() => undefined} />
        </form>
      </main>
    ),
  },
  {
    name: 'today, a routine that is due',
    world: onlyWith('ines', routines),
    show: inSidebar,
    press: ['#tab-today'],
    until: '#due-routines',
  },
];
