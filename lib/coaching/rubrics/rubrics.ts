/**
 * Rubrics: three to five criteria with a behavioural anchor for each level, and the score computed from them (R076).
 */
import type { ArtifactKind } from '#lib/records/artifact.ts';
import type { Body } from '#lib/records/types.ts';
import { germanRubrics } from './de.ts';
import { ownClipRubric, shippedRubric } from './en.ts';

export interface Wording {
  question: string;
  /** One behavioural anchor for each level, lowest first. */
  levels: readonly string[];
}

export interface Criterion extends Wording {
  id: string;
  name: string;
  /** Relative weight; 1 if absent. */
  weight?: number;
  /** At its lowest level the score is flagged, because the rest cannot make up for it. */
  critical?: boolean;
  /** The same levels, worded for another kind of work. The number of levels is the same. */
  wording?: { readonly [K in ArtifactKind]?: Wording };
}

export interface Rubric {
  id: string;
  /** Scores of different versions are never joined into one line. */
  version: number;
  name: string;
  criteria: readonly Criterion[];
}

export type Scores = Body<'scorecard'>['scores'];

export interface Score {
  /** 0–100, not rounded; null if every criterion is "not applicable". */
  score: number | null;
  /** 0–100 for each answered criterion, by its id. */
  criteria: Readonly<Record<string, number>>;
  /** How many criteria were answered, and out of how many. */
  answered: number;
  of: number;
  /** Ids of critical criteria at their lowest level. */
  criticalMisses: readonly string[];
}

export { ownClipRubric, shippedRubric } from './en.ts';

export const shippedRubrics: readonly Rubric[] = [shippedRubric, ownClipRubric];

/** The shipped rubrics in a language (a BCP 47 tag). Ids and levels are the same, so scores are comparable. */
export function rubricsIn(locale: string): readonly Rubric[] {
  return locale.toLowerCase().startsWith('de') ? germanRubrics : shippedRubrics;
}

/** How a hook can begin (R053). */
export const hookTypes = ['outcome', 'tension', 'contrast', 'other'] as const;

/** The highest version of each rubric id, in the given order. */
export function latestVersions<R extends Pick<Rubric, 'id' | 'version'>>(rubrics: readonly R[]): R[] {
  return rubrics.filter(
    (rubric, i) =>
      !rubrics.some(
        (other, j) =>
          other.id === rubric.id &&
          (other.version > rubric.version || (other.version === rubric.version && j < i)),
      ),
  );
}

/** True if two rubrics ask the same and mean the same by each level, so that no new version is needed. */
export function sameQuestions(a: Rubric, b: Rubric): boolean {
  return JSON.stringify(a.criteria) === JSON.stringify(b.criteria);
}

/** The question and anchors of a criterion, worded for this kind of work. */
export function wordingOf(criterion: Criterion, kind: ArtifactKind): Wording {
  return criterion.wording?.[kind] ?? { question: criterion.question, levels: criterion.levels };
}

/**
 * The score of one scorecard: each criterion's level over its highest, weighted over the answered criteria only, so
 * that the weight of a "not applicable" goes to the others. Scores for criteria or levels that the rubric does not
 * have count as unanswered.
 */
export function scoreOf(rubric: Rubric, scores: Scores): Score {
  const given = new Map(scores.map(entry => [entry.criterion, entry.level]));
  const criteria: Record<string, number> = {};
  const criticalMisses: string[] = [];
  let sum = 0;
  let weights = 0;
  for (const criterion of rubric.criteria) {
    const level = given.get(criterion.id) ?? null;
    const top = criterion.levels.length - 1;
    if (level === null || level > top || top < 1) continue;
    const percent = (100 * level) / top;
    const weight = criterion.weight ?? 1;
    criteria[criterion.id] = percent;
    sum += weight * percent;
    weights += weight;
    if (criterion.critical && level === 0) criticalMisses.push(criterion.id);
  }
  return {
    score: weights > 0 ? sum / weights : null,
    criteria,
    answered: Object.keys(criteria).length,
    of: rubric.criteria.length,
    criticalMisses,
  };
}

/** What prevents a rubric from being used, in words for its author; empty if nothing does. */
export function rubricProblems(rubric: Rubric): string[] {
  const problems: string[] = [];
  const count = rubric.criteria.length;
  if (count < 3) problems.push('A rubric has at least three criteria: fewer say little.');
  if (count > 5) problems.push('A rubric has at most five criteria: people ignore more.');
  if (new Set(rubric.criteria.map(c => c.id)).size !== count) problems.push('Each criterion has its own id.');
  for (const criterion of rubric.criteria) {
    const everyWording = [criterion, ...Object.values(criterion.wording ?? {})];
    if (criterion.levels.length < 2) problems.push(`“${criterion.name}” has at least two levels.`);
    if (everyWording.some(w => w.levels.some(level => level.trim() === ''))) {
      problems.push(`Each level of “${criterion.name}” says what one would see.`);
    }
    if (everyWording.some(w => w.levels.length !== criterion.levels.length)) {
      problems.push(`“${criterion.name}” has the same number of levels for every kind of work.`);
    }
  }
  return problems;
}
