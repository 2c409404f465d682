/**
 * What must be said before a programme starts, in the order in which it is asked: the problem, the result, the behaviours
 * that cause it, three checks, their rank, milestones (R006–R008, R010–R015, R095, R096, R202, R207).
 */
import { selectionChecks } from '#lib/records/kinds/programme.ts';
import type { Behaviour, Programme } from '#lib/records/types.ts';
import { PROGRAMME_NUMBERS } from './defaults.ts';

export const wizardSteps = [
  'problem',
  'outcome',
  'behaviours',
  'checks',
  'rank',
  'milestones',
  'people',
] as const;
export type WizardStep = (typeof wizardSteps)[number];

export type WizardProblem =
  | 'no problem'
  | 'no outcome'
  | 'no data source'
  | 'satisfaction'
  | 'no behaviour'
  | 'too few'
  | 'too many'
  | 'no metric'
  | 'not checked'
  | 'same rank'
  | 'no milestone';

type Draft = Programme['body'];

/**
 * What stops each step. `team` is a catalogue of four to six behaviours; a person starts with fewer. `behaviours` are the
 * records that the draft names.
 */
export function wizardProblems(
  draft: Draft,
  behaviours: readonly Behaviour[],
  team: boolean,
): Record<WizardStep, WizardProblem[]> {
  const { executionProblem, outcome, milestones } = draft;
  const said = (text: string | undefined) => (text ?? '').trim() !== '';
  const known = new Map(behaviours.map(each => [each.id, each]));
  // Any "no" stops. What was asked when the behaviour was written counts as well.
  const isChecked = ({ behaviourId, checks = [] }: Draft['behaviours'][number]) =>
    selectionChecks.every(
      each => checks.includes(each) || known.get(behaviourId)?.body.checks?.includes(each),
    );
  const ranks = draft.behaviours.map(({ rank }) => rank);
  return {
    problem: problems([!said(executionProblem?.text), 'no problem']),
    outcome: problems(
      [!said(outcome?.text) || !said(outcome?.metric), 'no outcome'],
      [!said(outcome?.dataSource), 'no data source'],
      [isSatisfaction(outcome?.metric ?? ''), 'satisfaction'],
    ),
    behaviours: problems(
      [draft.behaviours.length === 0, 'no behaviour'],
      [team && draft.behaviours.length > 0 && draft.behaviours.length < PROGRAMME_NUMBERS.fewest, 'too few'],
      [draft.behaviours.length > PROGRAMME_NUMBERS.most, 'too many'],
      [draft.behaviours.some(({ metric, dataSource }) => !said(metric) || !said(dataSource)), 'no metric'],
    ),
    checks: problems([draft.behaviours.some(each => !isChecked(each)), 'not checked']),
    rank: problems([new Set(ranks).size !== ranks.length, 'same rank']),
    milestones: problems([
      ![milestones?.twoWeeks, milestones?.oneMonth, milestones?.final].every(said),
      'no milestone',
    ]),
    // A gap here is shown and stops nothing (R222).
    people: [],
  };
}

/** The first step that is not finished; a later one is not asked before. Undefined when the programme may start. */
export function nextStep(byStep: Record<WizardStep, WizardProblem[]>): WizardStep | undefined {
  return wizardSteps.find(step => byStep[step].length > 0);
}

/** Which behaviours stay active and which are parked after the ranking (R013). */
export function kept(draft: Draft): { active: string[]; parked: string[] } {
  const ids = [...draft.behaviours].sort((a, b) => a.rank - b.rank).map(({ behaviourId }) => behaviourId);
  const { active } = PROGRAMME_NUMBERS;
  return { active: ids.slice(0, active), parked: ids.slice(active) };
}

/** How people liked a training says nothing about what they do after it (R096). What customers say is a result. */
export function isSatisfaction(metric: string): boolean {
  const likes = /satisf|happy sheet|smile sheet|zufrieden|course evaluation|kursbewertung/i.test(metric);
  const ofTraining =
    /train|course|workshop|participant|learner|attend|session|schulung|kurs|teilnehm|seminar/i;
  return likes && ofTraining.test(metric);
}

function problems(...all: [boolean, WizardProblem][]): WizardProblem[] {
  return all.flatMap(([is, problem]) => (is ? [problem] : []));
}

/** What a first cycle needs: one behaviour, one rhythm, one standard (R207). */
export function quickStartProblems(start: {
  behaviours: number;
  routines: number;
  standard: string;
}): ('one behaviour' | 'one routine' | 'one standard')[] {
  return [
    ...(start.behaviours === 1 ? [] : (['one behaviour'] as const)),
    ...(start.routines === 1 ? [] : (['one routine'] as const)),
    ...(start.standard.trim() === '' ? (['one standard'] as const) : []),
  ];
}
