/** A programme as a plan for others (R165): what was learnt stays, people, dates and this team's problem go. */
import type { Body } from '#lib/records/types.ts';

export function asTemplate(body: Body<'programme'>, name: string): Body<'programme'> {
  const { playbook, behaviours, milestones, performanceMoment, horizonMonths, supportPath, norms, outcome } =
    body;
  return {
    name,
    playbook,
    stage: 'pilot',
    behaviours,
    cohorts: [],
    ...(milestones ? { milestones } : {}),
    ...(performanceMoment ? { performanceMoment } : {}),
    ...(horizonMonths === undefined ? {} : { horizonMonths }),
    ...(supportPath === undefined ? {} : { supportPath }),
    ...(norms === undefined ? {} : { norms }),
    ...(outcome ? { outcome } : {}),
    template: true,
  };
}

/** A new programme from a template; its pilot begins on `startDay`. */
export function fromTemplate(
  template: { id: string; body: Body<'programme'> },
  startDay: string,
): Body<'programme'> {
  const { template: _template, ...body } = template.body;
  return { ...body, stage: 'pilot', cohorts: [], startDay };
}
