/**
 * The chain from what is written to what should come of it: note or template, behaviour, routine, metric (R009). What is
 * broken in it is a gap to close, and nobody's fault.
 */
import type { OutcomeMetric } from './metric.ts';

export interface Chain {
  notes: readonly { id: string; behaviourId?: string | undefined }[];
  templates: readonly { id: string; behaviourId?: string | undefined }[];
  behaviours: readonly { id: string; metricIds: readonly string[] }[];
  routines: readonly { id: string; behaviourIds: readonly string[] }[];
  metrics: readonly OutcomeMetric[];
}

export type GapKind =
  | 'note without behaviour'
  | 'template without behaviour'
  | 'behaviour without routine'
  | 'behaviour without metric'
  | 'routine without behaviour'
  | 'routine without metric'
  | 'metric without source'
  | 'metric without behaviour';

export interface Gap {
  kind: GapKind;
  id: string;
}

/** All gaps, in the order of the chain and then of the ids. A link to something that is not there is none. */
export function gapsIn({ notes, templates, behaviours, routines, metrics }: Chain): Gap[] {
  const known = new Set(behaviours.map(({ id }) => id));
  const measured = new Set(metrics.map(({ id }) => id));
  const practised = new Set(routines.flatMap(({ behaviourIds }) => behaviourIds));
  const movers = behaviours.filter(({ metricIds }) => metricIds.some(id => measured.has(id)));
  const moving = new Set(movers.map(({ id }) => id));
  const moved = new Set(behaviours.flatMap(({ metricIds }) => metricIds));
  const about = ({ behaviourId }: { behaviourId?: string | undefined }) =>
    behaviourId !== undefined && known.has(behaviourId);
  const gaps = <T extends { id: string }>(
    kind: GapKind,
    items: readonly T[],
    isWhole: (item: T) => boolean,
  ) =>
    items
      .filter(item => !isWhole(item))
      .map(({ id }): Gap => ({ kind, id }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  const own = (routine: { behaviourIds: readonly string[] }) =>
    routine.behaviourIds.filter(id => known.has(id));
  return [
    ...gaps('note without behaviour', notes, about),
    ...gaps('template without behaviour', templates, about),
    ...gaps('behaviour without routine', behaviours, ({ id }) => practised.has(id)),
    ...gaps('behaviour without metric', behaviours, ({ id }) => moving.has(id)),
    ...gaps('routine without behaviour', routines, routine => own(routine).length > 0),
    ...gaps('routine without metric', routines, routine => own(routine).some(id => moving.has(id))),
    ...gaps('metric without source', metrics, ({ primaryDataSource }) => primaryDataSource.trim() !== ''),
    ...gaps('metric without behaviour', metrics, ({ id }) => moved.has(id)),
  ];
}
