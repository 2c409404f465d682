/** Converts between a rubric and the text fields of its form. */
import { type Criterion, type Rubric, rubricProblems } from '#lib/coaching/rubrics/rubrics.ts';
import { newId } from '#lib/records/create.ts';
import type { Body } from '#lib/records/types.ts';

export interface CriterionText {
  /** Stays the same while the form is open. It becomes a new criterion's id. */
  key: string;
  /** The existing criterion's id, which stays when its words change. */
  id?: string;
  name: string;
  question: string;
  /** One level a line, lowest first. */
  levels: string;
}

export function textsOf(rubric: Rubric | undefined, blank: number): CriterionText[] {
  if (!rubric) {
    return Array.from({ length: blank }, () => ({ key: newId(), name: '', question: '', levels: '' }));
  }
  return rubric.criteria.map(({ id, name, question, levels }) => ({
    key: id,
    id,
    name,
    question,
    levels: levels.join('\n'),
  }));
}

/** A criterion that was not changed keeps its weight and its wordings for other kinds of work. */
export function criteriaFrom(texts: readonly CriterionText[], base?: Rubric): Criterion[] {
  return texts.map(({ key, id, name, question, levels }) => {
    const old = base?.criteria.find(each => each.id === id);
    const lines = levels
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean);
    const next = { id: id ?? key, name: name.trim(), question: question.trim(), levels: lines };
    if (!old) return next;
    const { wording, ...rest } = old;
    const sameWords = old.question === next.question && old.levels.join('\n') === lines.join('\n');
    return { ...rest, ...next, ...(sameWords && wording ? { wording } : {}) };
  });
}

export function rubricIsReady(name: string, criteria: readonly Criterion[]): boolean {
  const rubric = { id: 'new', version: 1, name, criteria };
  return (
    name.trim() !== '' &&
    rubricProblems(rubric).length === 0 &&
    criteria.every(each => each.name !== '' && each.question !== '' && each.levels.length <= 10)
  );
}

/** A first version, or the next version of `of`. */
export function newRubric(name: string, criteria: readonly Criterion[], of?: Rubric): Body<'rubric'> {
  return structuredClone({
    id: of?.id ?? newId(),
    version: (of?.version ?? 0) + 1,
    name: name.trim(),
    criteria: [...criteria],
  }) as Body<'rubric'>;
}
