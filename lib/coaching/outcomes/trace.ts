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

/** A programme for leaders works on this many behaviours (R006). */
export const PROGRAMME_BEHAVIOURS = { least: 4, most: 6 } as const;

export interface Programme {
  /** The one outcome at the root of the behaviour tree (R008). */
  rootMetricIds: readonly string[];
  behaviours: Chain['behaviours'];
  metrics: readonly OutcomeMetric[];
  /** What it is judged by. */
  successMetricIds: readonly string[];
}

export type ProgrammeProblem =
  | 'too few behaviours'
  | 'too many behaviours'
  | 'not one root'
  | 'behaviour not below the root'
  | 'behaviour without metric'
  | 'metric without source'
  | 'no metric of behaviour'
  | 'judged by a survey alone'
  | 'judged without behaviour';

/** What keeps a programme from being published; empty if nothing does. */
export function programmeProblems({
  rootMetricIds,
  behaviours,
  metrics,
  successMetricIds,
}: Programme): ProgrammeProblem[] {
  const byId = new Map(metrics.map(metric => [metric.id, metric]));
  const [root] = rootMetricIds;
  const judges = successMetricIds.flatMap(id => byId.get(id) ?? []);
  const holds: [ProgrammeProblem, boolean][] = [
    ['too few behaviours', behaviours.length < PROGRAMME_BEHAVIOURS.least],
    ['too many behaviours', behaviours.length > PROGRAMME_BEHAVIOURS.most],
    ['not one root', rootMetricIds.length !== 1 || root === undefined || !byId.has(root)],
    ['behaviour not below the root', behaviours.some(({ metricIds }) => !metricIds.includes(root ?? ''))],
    ['behaviour without metric', behaviours.some(({ metricIds }) => !metricIds.some(id => byId.has(id)))],
    ['metric without source', metrics.some(({ primaryDataSource }) => primaryDataSource.trim() === '')],
    ['no metric of behaviour', !metrics.some(({ pillar }) => pillar === 'behaviour')],
    // Outcomes lag: nothing is judged by them alone (R202), and how people liked it is no outcome (R096).
    ['judged by a survey alone', judges.length > 0 && judges.every(({ kind }) => kind === 'survey')],
    ['judged without behaviour', !judges.some(({ pillar }) => pillar === 'behaviour')],
  ];
  return holds.filter(([, is]) => is).map(([problem]) => problem);
}
