/** Shows figures about groups once and for all: what was shown stays as it was, and decides what else may be shown. */
import { type Cell, minimumPeople, Shown } from './release.ts';

/** A figure and whom it is about. */
export interface GroupFigure<T> {
  /** The same for the same figure each time it is asked for: metric, group and periods. */
  id: string;
  cells: readonly Cell[];
  value: T;
}

/**
 * All that may be shown by now of `figures`, and what was shown `before`, to be kept for the next time. The largest groups
 * come first, so that the whole is shown before its parts. What was shown under an id is given again as it was: if
 * somebody's late entry changed it, the difference of two days would be that person's. So ask for closed periods only.
 */
export function releaseOnce<T>(
  figures: readonly GroupFigure<T>[],
  setting: number | undefined,
  before: readonly GroupFigure<T>[],
): GroupFigure<T>[] {
  const shown = new Shown(
    minimumPeople(setting),
    before.map(({ cells }) => cells),
  );
  const kept = new Map(before.map(each => [each.id, each]));
  for (const figure of bySize(figures)) {
    if (!kept.has(figure.id) && shown.show(figure.cells)) kept.set(figure.id, figure);
  }
  return [...kept.values()];
}

/** The order must not depend on the values, or what is withheld would say something about them. */
function bySize<T>(figures: readonly GroupFigure<T>[]): GroupFigure<T>[] {
  return figures
    .map(figure => ({ figure, size: new Set(figure.cells.map(({ personId }) => personId)).size }))
    .sort((a, b) => b.size - a.size || (a.figure.id < b.figure.id ? -1 : 1))
    .map(({ figure }) => figure);
}
