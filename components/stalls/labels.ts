/** Labels for stalls, patterns and rulings, in the interface's language. */
import { i18n } from '#i18n';
import type { StallRule, StallSettings } from '#lib/coaching/stalls/stalls.ts';
import type { Diagnosis, Remedy, StallClass, StructuralCause } from '#lib/records/kinds/ruling.ts';
import { DAY } from '#lib/time.ts';

/** What has stopped, as a sentence about the person whose turn it is, with the workspace's own numbers. */
export function stallLabel(rule: StallRule, name: string, settings: StallSettings): string {
  const silent = settings.coachSilence / DAY;
  const idle = settings.daysWithoutLog;
  return {
    'no log': i18n.t('coach.stallNoLog', idle, [name, String(idle)]),
    missed: i18n.t('coach.stallMissed', [name]),
    'note unanswered': i18n.t('coach.stallNoteUnanswered', [name]),
    'reply overdue': i18n.t('coach.stallReplyOverdue', [name]),
    'commitment overdue': i18n.t('coach.stallCommitmentOverdue', [name]),
    'verdict overdue': i18n.t('coach.stallVerdictOverdue', [name]),
    'progressing, not improving': i18n.t('coach.stallFlat', [name]),
    'coach silent': i18n.t('coach.stallSilent', silent, [name, String(silent)]),
  }[rule];
}

/** The prepared next step (R143). */
export function nextStepLabel(rule: StallRule): string {
  return {
    'no log': i18n.t('coach.nextNoLog'),
    missed: i18n.t('coach.nextMissed'),
    'note unanswered': i18n.t('coach.nextNoteUnanswered'),
    'reply overdue': i18n.t('coach.nextReplyOverdue'),
    'commitment overdue': i18n.t('coach.nextCommitmentOverdue'),
    'verdict overdue': i18n.t('coach.nextVerdictOverdue'),
    'progressing, not improving': i18n.t('coach.nextFlat'),
    'coach silent': i18n.t('coach.nextSilent'),
  }[rule];
}

export function stallClassLabel(stallClass: StallClass): string {
  return {
    reminder: i18n.t('coach.needsReminder'),
    strategy: i18n.t('coach.needsStrategy'),
    personal: i18n.t('coach.needsTalk'),
  }[stallClass];
}

export function diagnosisLabel(diagnosis: Diagnosis): string {
  return {
    skill: i18n.t('coach.skill'),
    confidence: i18n.t('coach.confidence'),
    workload: i18n.t('coach.workload'),
    support: i18n.t('coach.support'),
  }[diagnosis];
}

/** What to ask to find out whether this is the diagnosis (R144). */
export function diagnosisQuestion(diagnosis: Diagnosis): string {
  return {
    skill: i18n.t('coach.askSkill'),
    confidence: i18n.t('coach.askConfidence'),
    workload: i18n.t('coach.askWorkload'),
    support: i18n.t('coach.askSupport'),
  }[diagnosis];
}

export function causeLabel(cause: StructuralCause): string {
  return {
    brief: i18n.t('coach.causeBrief'),
    role: i18n.t('coach.causeRole'),
    tool: i18n.t('coach.causeTool'),
    template: i18n.t('coach.causeTemplate'),
    none: i18n.t('coach.causeNone'),
  }[cause];
}

export function remedyLabel(remedy: Remedy): string {
  return {
    brief: i18n.t('coach.remedyBrief'),
    role: i18n.t('coach.remedyRole'),
    workflow: i18n.t('coach.remedyWorkflow'),
    template: i18n.t('coach.remedyTemplate'),
    practice: i18n.t('coach.remedyPractice'),
    outsideCoaching: i18n.t('coach.remedyOutside'),
  }[remedy];
}
