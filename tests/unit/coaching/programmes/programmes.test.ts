/** The wizard's gates, playbooks, stages, baseline, expansion, health, simplicity, templates. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_CALENDAR } from '#lib/coaching/calendar.ts';
import { expansionOf } from '#lib/coaching/programmes/expansion.ts';
import { healthOf, simplicityDelta } from '#lib/coaching/programmes/health.ts';
import { playbookIds, playbooks, playbookTexts } from '#lib/coaching/programmes/playbooks.ts';
import {
  countsFor,
  isSixWeekCheckDue,
  mayClose,
  measuredBaseline,
  stagesOf,
} from '#lib/coaching/programmes/stages.ts';
import { asTemplate, fromTemplate } from '#lib/coaching/programmes/template.ts';
import {
  isSatisfaction,
  kept,
  nextStep,
  quickStartProblems,
  wizardProblems,
  wizardSteps,
} from '#lib/coaching/programmes/wizard.ts';
import { problemOf } from '#lib/records/parse.ts';
import type { Body, Programme } from '#lib/records/types.ts';
import { behaviour, CORA, DAY, log, MONDAY, make, note, ROB } from '#testing/records.ts';

type ProgrammeBody = Body<'programme'>;

const one = { behaviourId: 'next-step', metric: 'Share of calls', dataSource: 'CRM', rank: 1 };
const whole: ProgrammeBody = {
  name: 'Next step',
  playbook: { id: 'thirtyDays', version: 1 },
  stage: 'pilot',
  startDay: '2026-11-02',
  executionProblem: { text: 'Deals stand still.', category: 'revenue' },
  outcome: { text: 'Deals move.', metric: 'Days without a step', dataSource: 'CRM' },
  behaviours: [one],
  cohorts: [],
  milestones: { twoWeeks: 'Half of the calls', oneMonth: 'Most calls', final: 'All calls' },
  supportPath: 'Ask Cora; she answers within a day.',
  coachId: CORA,
  people: { onboarding: CORA, checkIns: CORA, feedback: CORA, retention: CORA },
};
const programme = (more: Partial<ProgrammeBody> = {}): Programme =>
  make('programme', { ...whole, ...more }, { id: 'programme' });
const checked = behaviour({ checks: ['visible', 'repeatable', 'measurable'] }, { id: 'next-step' });
const ranked = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ ...one, behaviourId: `b${i}`, rank: i + 1 }));

describe('the wizard', () => {
  it.each<[string, Partial<ProgrammeBody>, boolean, string | undefined]>([
    ['all is there', {}, false, undefined],
    ['no problem', { executionProblem: { text: ' ', category: 'revenue' } }, false, 'problem'],
    ['no source of the figure', { outcome: { text: 'x', metric: 'y', dataSource: '' } }, false, 'outcome'],
    [
      'how people liked the training',
      { outcome: { text: 'x', metric: 'Satisfaction with the training', dataSource: 'Survey' } },
      false,
      'outcome',
    ],
    ['no behaviour', { behaviours: [] }, false, 'behaviours'],
    ['a behaviour with no figure', { behaviours: [{ ...one, metric: '' }] }, false, 'behaviours'],
    ['a team’s catalogue of one', {}, true, 'behaviours'],
    ['seven', { behaviours: ranked(7) }, true, 'behaviours'],
    ['one that was not checked', { behaviours: [{ ...one, behaviourId: 'other' }] }, false, 'checks'],
    ['two of one rank', { behaviours: [one, one] }, false, 'rank'],
    ['no last milestone', { milestones: { twoWeeks: 'a', oneMonth: 'b', final: '' } }, false, 'milestones'],
    ['nobody named', { people: {} }, false, undefined],
  ])('%s', (_what, more, team, step) => {
    expect(nextStep(wizardProblems({ ...whole, ...more }, [checked], team))).toBe(step);
  });

  it('takes four to six for a team, each boundary', () => {
    const problemsWith = (count: number) =>
      wizardProblems({ ...whole, behaviours: ranked(count) }, [], true).behaviours;
    expect([3, 4, 6, 7].map(count => problemsWith(count))).toEqual([['too few'], [], [], ['too many']]);
  });

  it('asks for one thing after the other, beginning with the problem', () => {
    expect(wizardSteps[0]).toBe('problem');
    const { executionProblem: _problem, outcome: _outcome, ...rest } = whole;
    expect(nextStep(wizardProblems(rest, [], false))).toBe('problem');
  });

  it.each(['visible', 'repeatable', 'measurable'] as const)('stops where it is not %s', check => {
    const checks = (['visible', 'repeatable', 'measurable'] as const).filter(each => each !== check);
    const made = behaviour({ checks }, { id: 'next-step' });
    expect(wizardProblems(whole, [made], false).checks).toEqual(['not checked']);
  });

  it('keeps the one that is ranked first and parks the rest', () => {
    const draft = { ...whole, behaviours: ranked(3).toReversed() };
    expect(kept(draft)).toEqual({ active: ['b0'], parked: ['b1', 'b2'] });
  });

  it.each([
    ['Customer satisfaction', false],
    ['Kundenzufriedenheit', false],
    ['Participant satisfaction', true],
    ['Zufriedenheit mit der Schulung', true],
    ['Calls with a next step', false],
  ])('%s: %s', (metric, is) => expect(isSatisfaction(metric)).toBe(is));

  it('starts in half an hour with one of each', () => {
    expect(quickStartProblems({ behaviours: 1, routines: 1, standard: 'Every call' })).toEqual([]);
    expect(quickStartProblems({ behaviours: 2, routines: 0, standard: ' ' })).toEqual([
      'one behaviour',
      'one routine',
      'one standard',
    ]);
  });
});

describe('playbooks', () => {
  it.each(playbookIds)('%s is whole in both languages, and its days follow each other', id => {
    const { stages } = playbooks[id];
    let day = 1;
    for (const { from, to } of stages) {
      expect(from).toBe(day);
      expect(to).toBeGreaterThan(from);
      day = to + 1;
    }
    for (const language of ['en', 'de']) {
      const texts = playbookTexts(id, language);
      expect(Object.keys(texts.stages)).toEqual(stages.map(stage => stage.id));
      for (const stage of stages) expect(texts.stages[stage.id]?.items).toHaveLength(stage.items.length);
    }
    expect(playbookTexts(id, 'de').why).not.toBe(playbookTexts(id, 'en').why);
  });

  it('last 30 days, 56 and 90', () => {
    expect(playbookIds.map(id => playbooks[id].stages.at(-1)?.to)).toEqual([30, 56, 90]);
  });
});

describe('the stages of 30 days', () => {
  const baseline = { from: '2026-11-02', to: '2026-11-08', count: 5, mean: 0.4 };
  const stage = (id: string, more: Partial<Body<'stage'>> = {}, by = CORA) =>
    make(
      'stage',
      { programmeId: 'programme', stage: id, items: [], closed: false, ...more },
      { by, refs: ['programme'] },
    );
  const states = (...records: Parameters<typeof stagesOf>[2]) =>
    stagesOf(programme(), playbooks.thirtyDays, records, DEFAULT_CALENDAR);

  it('go one after the other', () => {
    expect(states().map(({ state }) => state)).toEqual(['open', 'locked', 'locked', 'locked']);
    expect(states(stage('week1', { closed: true, baseline })).map(({ state }) => state)).toEqual([
      'closed',
      'open',
      'locked',
      'locked',
    ]);
    expect(
      states()
        .map(({ first, last }) => [first, last])
        .at(-1),
    ).toEqual(['2026-11-23', '2026-12-01']);
  });

  it.each([
    ['nothing', undefined, ['baseline']],
    ['six days', { ...baseline, to: '2026-11-07' }, ['baseline']],
    ['no value', { ...baseline, count: 0 }, ['baseline']],
    ['a week', baseline, []],
  ])('the first waits for a baseline: %s', (_what, given, missing) => {
    const [first] = states(stage('week1', given ? { baseline: given } : {}));
    expect(first?.missing).toEqual(missing);
    expect(first && mayClose(first)).toBe(missing.length === 0);
  });

  it('the baseline is what was logged in its week, and only when that is over', () => {
    const logs = [
      log({ result: 'done', day: '2026-11-02' }),
      log({ result: 'notDone', day: '2026-11-08' }),
      log({ result: 'noOpportunity', day: '2026-11-04' }),
      log({ result: 'done', day: '2026-11-09' }),
      log({ result: 'done', day: '2026-11-03', behaviourId: 'other' }),
      log({ result: 'done', day: '2026-11-03' }, { by: 'nora', about: 'nora' }),
    ];
    expect(measuredBaseline(programme(), logs, '2026-11-08')).toBeUndefined();
    const week = { from: '2026-11-02', to: '2026-11-08' };
    expect(measuredBaseline(programme(), logs, '2026-11-09')).toEqual({ ...week, count: 2, mean: 0.5 });
    expect(measuredBaseline(programme(), [], '2026-11-09')).toEqual({ ...week, count: 0 });
  });

  it('the second waits for the coach’s routine in plain words', () => {
    const routine = (plain: Body<'routine'>['plain']) =>
      make('routine', {
        kind: 'standardWork',
        name: 'Day',
        anchorMoment: 'startOfDay',
        rhythm: { every: 'day' },
        time: '09:00',
        minutes: 10,
        steps: [],
        from: '2026-11-02',
        ...(plain ? { plain } : {}),
      });
    const closed = stage('week1', { closed: true });
    expect(states(closed, routine(undefined))[1]?.missing).toEqual(['standardWork']);
    const words = { huddles: 'At nine', coaching: 'After calls', dailyChecks: 'Replies' };
    expect(states(closed, routine(words))[1]?.missing).toEqual([]);
  });

  it('puts together what two people ticked, also after the coach has changed', () => {
    const records = [
      stage('week1', { items: ['chooseProblem'] }),
      stage('week1', { items: ['chooseBehaviour', 'unknown'] }, 'new-coach'),
    ];
    expect(states(...records)[0]?.ticked).toEqual(['chooseProblem', 'chooseBehaviour']);
  });

  it.each([
    ['in the baseline week', MONDAY + 6 * DAY, {}, ROB, false],
    ['after it', MONDAY + 7 * DAY, {}, ROB, true],
    ['on another behaviour', MONDAY + 8 * DAY, { behaviourId: 'other' }, ROB, false],
    ['about somebody else', MONDAY + 8 * DAY, {}, 'nora', false],
  ])('a note %s', (_what, at, more, about, counts) => {
    expect(countsFor(programme(), note(more, { at, about }), DEFAULT_CALENDAR)).toBe(counts);
    const { startDay: _startDay, ...never } = whole;
    expect(countsFor(make('programme', never), note(more, { at, about }), DEFAULT_CALENDAR)).toBe(false);
  });

  it('whether a note is after the baseline goes by the days of the workspace', () => {
    const late = note({}, { at: Date.UTC(2026, 10, 8, 20) });
    expect(countsFor(programme(), late, { timeZone: 'UTC' })).toBe(false);
    expect(countsFor(programme(), late, { timeZone: 'Asia/Tokyo' })).toBe(true);
    const missing = (calendar: { timeZone: string }) =>
      stagesOf(programme(), playbooks.thirtyDays, [late], calendar).some(each =>
        each.missing.includes('notes'),
      );
    expect([missing({ timeZone: 'UTC' }), missing({ timeZone: 'Asia/Tokyo' })]).toEqual([true, false]);
  });

  it.each([
    ['2026-12-13', false],
    ['2026-12-14', true],
    ['2027-01-03', true],
    ['2027-01-04', false],
  ])('the check after six weeks on %s: %s', (today, due) => {
    expect(isSixWeekCheckDue(programme(), [], today)).toBe(due);
  });
});

describe('from pilot to rollout', () => {
  const cohorts = ['a', 'b', 'c'].map(id => ({ id, name: id, memberIds: [] }));
  it.each([
    ['nothing known', [], false, 0],
    ['one that holds', [['a', 10, 10]], false, 1],
    [
      'two, just enough',
      [
        ['a', 8, 10],
        ['b', 16, 20],
      ],
      true,
      2,
    ],
    [
      'two, just not',
      [
        ['a', 8, 10],
        ['b', 15, 20],
      ],
      false,
      1,
    ],
    [
      'two with too few occasions',
      [
        ['a', 9, 9],
        ['b', 9, 9],
      ],
      false,
      0,
    ],
    [
      'pooled within a cohort',
      [
        ['a', 4, 5],
        ['a', 4, 5],
        ['b', 10, 10],
      ],
      true,
      2,
    ],
    [
      'of another programme',
      [
        ['x', 10, 10],
        ['y', 10, 10],
      ],
      false,
      0,
    ],
  ] as const)('%s', (_what, rows, open, holding) => {
    const adherence = rows.map(([cohortId, done, of]) => ({ cohortId, done, of }));
    expect(expansionOf(programme({ cohorts }), adherence)).toMatchObject({ open, holding, needed: 2 });
  });
});

describe('health', () => {
  const routine = make('routine', {
    kind: 'checkIn',
    name: 'Check-in',
    anchorMoment: 'startOfDay',
    rhythm: { every: 'day' },
    time: '09:00',
    minutes: 5,
    steps: [],
    from: '2026-11-02',
    behaviourId: 'next-step',
  });
  const members = new Set([CORA, ROB]);

  it('is whole with five layers', () => {
    expect(healthOf(programme(), [routine], members)).toMatchObject({
      missing: [],
      fragile: false,
      gaps: [],
    });
  });

  it.each<[string, Partial<ProgrammeBody>]>([
    ['goal', { outcome: { text: '', metric: 'm', dataSource: 'd' } }],
    ['journey', { milestones: { twoWeeks: 'a', oneMonth: 'b', final: '' } }],
    ['measurement', { behaviours: [{ ...one, metric: '' }] }],
    ['support', { supportPath: ' ' }],
  ])('lacks its %s', (layer, more) => {
    expect(healthOf(programme(more), [routine], members)).toMatchObject({ missing: [layer], fragile: true });
  });

  it('lacks its routines, and says who is not named or has left', () => {
    expect(healthOf(programme(), [], members).missing).toEqual(['routines']);
    expect(healthOf(programme({ people: {} }), [routine], members).gaps).toHaveLength(4);
    const left = healthOf(programme(), [routine], new Set([ROB]));
    expect(left).toMatchObject({ noCoach: true });
    expect(left.gaps).toHaveLength(4);
    expect(left.checklist).toMatchObject({ onboarding: false, checkIns: true, milestones: true });
  });

  it.each([
    [{ behaviours: 2, routines: 2, metrics: 2 }, []],
    [{ behaviours: 1, routines: 3, metrics: 2 }, ['routines']],
    [{ behaviours: 3, routines: 3, metrics: 3 }, ['behaviours', 'routines', 'metrics']],
  ])('names what grew: %j', (now, grew) => {
    expect(simplicityDelta(now, { behaviours: 2, routines: 2, metrics: 2 }).grew).toEqual(grew);
  });
});

describe('a template', () => {
  it('keeps the plan and loses people, dates and the problem', () => {
    const made = asTemplate({ ...whole, cohorts: [{ id: 'c', name: 'c', memberIds: [ROB] }] }, 'Plan');
    expect(JSON.stringify(made)).not.toContain(ROB);
    expect(JSON.stringify(made)).not.toContain(CORA);
    expect(made).toMatchObject({ template: true, behaviours: [one], name: 'Plan' });
    expect(made).not.toHaveProperty('startDay');
    expect(made).not.toHaveProperty('executionProblem');
    const record = make('programme', made);
    expect(problemOf(record)).toBeUndefined();
    expect(fromTemplate(record, '2027-01-04')).toMatchObject({ stage: 'pilot', startDay: '2027-01-04' });
    expect(fromTemplate(record, '2027-01-04')).not.toHaveProperty('template');
  });
});
