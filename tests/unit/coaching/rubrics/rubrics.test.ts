import { describe, expect, it } from 'vitest';
import {
  latestVersions,
  type Rubric,
  rubricProblems,
  rubricsIn,
  sameQuestions,
  scoreOf,
  shippedRubric,
  shippedRubrics,
  wordingOf,
} from '#lib/coaching/rubrics/rubrics.ts';
import { rubricBody } from '#lib/records/kinds/rubric.ts';

const all = (hook: number | null, clarity: number | null, followUp: number | null) => [
  { criterion: 'hook', level: hook },
  { criterion: 'clarity', level: clarity },
  { criterion: 'follow-up', level: followUp },
];

describe('the shipped rubric', () => {
  it('the shipped rubric has four levels for each of its three criteria, for every kind of work', () => {
    expect(rubricProblems(shippedRubric)).toEqual([]);
    for (const criterion of shippedRubric.criteria) {
      for (const kind of ['crm', 'doc', 'video'] as const) {
        expect(wordingOf(criterion, kind).levels).toHaveLength(4);
      }
    }
  });

  it('the shipped rubric is a valid record', () => {
    expect(rubricBody.safeParse(structuredClone(shippedRubric)).success).toBe(true);
  });
});

describe('the score of a scorecard', () => {
  it.each([
    ['all at the top', all(3, 3, 3), 100],
    ['all at the bottom', all(0, 0, 0), 0],
    ['one level of three each', all(1, 1, 1), 100 / 3],
    ['“not applicable” hands its weight to the others', all(3, null, 0), 50],
    ['a criterion left out counts as not applicable', all(3, 0, null).slice(0, 2), 50],
    ['nothing applicable gives no score', all(null, null, null), null],
    ['a level that the rubric does not have is no answer', all(9, 3, 3), 100],
  ])('the score follows from the levels: %s', (_name, scores, expected) => {
    const { score } = scoreOf(shippedRubric, scores);
    if (expected === null) expect(score).toBeNull();
    else expect(score).toBeCloseTo(expected, 10);
  });

  it('a score weighs its criteria and flags a critical one at its lowest level, without losing its value', () => {
    const levels = ['none', 'some', 'all'];
    const rubric: Rubric = {
      id: 'own',
      version: 2,
      name: 'Own',
      criteria: [
        { id: 'a', name: 'A', question: '?', levels, weight: 3 },
        { id: 'b', name: 'B', question: '?', levels, critical: true },
        { id: 'c', name: 'C', question: '?', levels },
      ],
    };
    const result = scoreOf(rubric, [
      { criterion: 'a', level: 2 },
      { criterion: 'b', level: 0 },
      { criterion: 'c', level: 1 },
    ]);
    expect(result.score).toBeCloseTo((300 + 0 + 50) / 5, 10);
    expect(result.criticalMisses).toEqual(['b']);
    expect(result).toMatchObject({ answered: 3, of: 3, criteria: { a: 100, b: 0, c: 50 } });
  });

  it('an unusable rubric comes with its problems', () => {
    const [hook] = shippedRubric.criteria;
    if (!hook) throw new Error('The shipped rubric has a first criterion.');
    expect(rubricProblems({ ...shippedRubric, criteria: [hook] })).toHaveLength(1);
    expect(rubricProblems({ ...shippedRubric, criteria: Array(6).fill(hook) }).join(' ')).toMatch(
      /at most five/,
    );
  });
});

describe('the shipped rubrics in all languages', () => {
  it('the shipped rubrics are usable and valid records without changes', () => {
    for (const rubric of [...shippedRubrics, ...rubricsIn('de')]) {
      expect({ id: rubric.id, problems: rubricProblems(rubric) }).toEqual({ id: rubric.id, problems: [] });
      expect(rubricBody.safeParse(structuredClone(rubric)).success).toBe(true);
    }
  });

  it('have one for one’s own clip: clarity, energy, specificity', () => {
    const own = shippedRubrics.find(({ id }) => id === 'own-clip');
    expect(own?.criteria.map(({ id }) => id)).toEqual(['clarity', 'energy', 'specificity']);
  });

  it('the shipped rubrics have the same criteria, levels and wordings in each language, so that scores compare', () => {
    const shape = (rubrics: readonly Rubric[]) =>
      rubrics.map(({ id, version, criteria }) => ({
        id,
        version,
        criteria: criteria.map(({ id: criterion, levels, wording }) => ({
          criterion,
          levels: levels.length,
          wording: Object.entries(wording ?? {}).map(([kind, words]) => [kind, words.levels.length]),
        })),
      }));
    expect(shape(rubricsIn('de-CH'))).toEqual(shape(shippedRubrics));
    expect(rubricsIn('fr')).toBe(shippedRubrics);
  });
});

describe('versions of a rubric', () => {
  const version = (id: string, number: number) => ({ ...shippedRubric, id, version: number });

  it('the newest version of each rubric is used, also when two devices made the same number', () => {
    const found = latestVersions([version('a', 2), version('b', 1), version('a', 3), version('a', 3)]);
    expect(found.map(({ id, version: number }) => `${id}${number}`)).toEqual(['b1', 'a3']);
  });

  it('a new name keeps a rubric’s questions the same, a new level does not', () => {
    expect(sameQuestions(shippedRubric, { ...shippedRubric, name: 'Ours' })).toBe(true);
    const [first, ...rest] = shippedRubric.criteria;
    if (!first) throw new Error('the shipped rubric has criteria');
    const changed = { ...first, levels: [...first.levels.slice(0, 3), 'Within 5 seconds'] };
    expect(sameQuestions(shippedRubric, { ...shippedRubric, criteria: [changed, ...rest] })).toBe(false);
  });
});
