/** The words for what programmes are made of. */
import { i18n } from '#i18n';
import type { Layer } from '#lib/coaching/programmes/health.ts';
import type { Gate } from '#lib/coaching/programmes/playbooks.ts';

export function layerLabels(): Record<Layer, string> {
  return {
    goal: i18n.t('programmes.layer.goal'),
    journey: i18n.t('programmes.layer.journey'),
    routines: i18n.t('programmes.layer.routines'),
    measurement: i18n.t('programmes.layer.measurement'),
    support: i18n.t('programmes.layer.support'),
  };
}

/** What a stage waits for before it can be closed. */
export function gateLabels(): Record<Gate, string> {
  return {
    problem: i18n.t('programmes.gate.problem'),
    behaviour: i18n.t('programmes.gate.behaviour'),
    baseline: i18n.t('programmes.gate.baseline'),
    standardWork: i18n.t('programmes.gate.standardWork'),
    notes: i18n.t('programmes.gate.notes'),
    endReview: i18n.t('programmes.gate.endReview'),
    items: i18n.t('programmes.gate.items'),
  };
}

/** Problems that many teams begin with, to take and change. */
export function starterProblems(): string[] {
  return [
    i18n.t('programmes.starter.followUps'),
    i18n.t('programmes.starter.leads'),
    i18n.t('programmes.starter.onboarding'),
    i18n.t('programmes.starter.updates'),
    i18n.t('programmes.starter.tasks'),
  ];
}

export function categoryLabels() {
  return {
    revenue: i18n.t('programmes.category.revenue'),
    customerExperience: i18n.t('programmes.category.customerExperience'),
    throughput: i18n.t('programmes.category.throughput'),
  };
}

export function checkLabels() {
  return {
    visible: i18n.t('programmes.check.visible'),
    repeatable: i18n.t('programmes.check.repeatable'),
    measurable: i18n.t('programmes.check.measurable'),
  };
}

export function milestoneLabels() {
  return {
    twoWeeks: i18n.t('programmes.milestone.twoWeeks'),
    oneMonth: i18n.t('programmes.milestone.oneMonth'),
    final: i18n.t('programmes.milestone.final'),
  };
}
