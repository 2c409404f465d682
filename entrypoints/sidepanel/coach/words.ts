/** The words for what the coaching rules compute and people decide, in the language of the messages. */
import { i18n } from '#i18n';
import type { WinKind } from '#lib/coaching/loop/wins.ts';
import type { StallRule } from '#lib/coaching/stalls/stalls.ts';
import type { ReplyOutcome } from '#lib/records/reply.ts';
import type { Diagnosis, Remedy, StallClass, StructuralCause } from '#lib/records/ruling.ts';
import type { Finding } from '#lib/records/verdict.ts';

export function findingWord(finding: Finding): string {
  return {
    implemented: i18n.t('coach.implemented'),
    partly: i18n.t('coach.partly'),
    not: i18n.t('coach.notYet'),
    noOpportunity: i18n.t('coach.noOpportunity'),
  }[finding];
}

export function outcomeWord(outcome: ReplyOutcome): string {
  return {
    stands: i18n.t('coach.stands'),
    changed: i18n.t('coach.changed'),
    withdrawn: i18n.t('coach.withdrawn'),
  }[outcome];
}

/** What stands still, as a sentence about the one whose turn it is. */
export function stallWords(rule: StallRule, name: string): string {
  return {
    'no log': i18n.t('coach.stallNoLog', [name]),
    'note unanswered': i18n.t('coach.stallNoteUnanswered', [name]),
    'reply overdue': i18n.t('coach.stallReplyOverdue', [name]),
    'commitment overdue': i18n.t('coach.stallCommitmentOverdue', [name]),
    'verdict overdue': i18n.t('coach.stallVerdictOverdue', [name]),
    'progressing, not improving': i18n.t('coach.stallFlat', [name]),
    'coach silent': i18n.t('coach.stallSilent', [name]),
  }[rule];
}

/** The prepared next step (R143). */
export function nextWords(rule: StallRule): string {
  return {
    'no log': i18n.t('coach.nextNoLog'),
    'note unanswered': i18n.t('coach.nextNoteUnanswered'),
    'reply overdue': i18n.t('coach.nextReplyOverdue'),
    'commitment overdue': i18n.t('coach.nextCommitmentOverdue'),
    'verdict overdue': i18n.t('coach.nextVerdictOverdue'),
    'progressing, not improving': i18n.t('coach.nextFlat'),
    'coach silent': i18n.t('coach.nextSilent'),
  }[rule];
}

export function stallClassWord(stallClass: StallClass): string {
  return {
    reminder: i18n.t('coach.needsReminder'),
    strategy: i18n.t('coach.needsStrategy'),
    personal: i18n.t('coach.needsTalk'),
  }[stallClass];
}

export function diagnosisWord(diagnosis: Diagnosis): string {
  return {
    skill: i18n.t('coach.skill'),
    confidence: i18n.t('coach.confidence'),
    workload: i18n.t('coach.workload'),
    support: i18n.t('coach.support'),
  }[diagnosis];
}

/** What to ask to find out whether it is that (R144). */
export function diagnosisQuestion(diagnosis: Diagnosis): string {
  return {
    skill: i18n.t('coach.askSkill'),
    confidence: i18n.t('coach.askConfidence'),
    workload: i18n.t('coach.askWorkload'),
    support: i18n.t('coach.askSupport'),
  }[diagnosis];
}

export function causeWord(cause: StructuralCause): string {
  return {
    brief: i18n.t('coach.causeBrief'),
    role: i18n.t('coach.causeRole'),
    tool: i18n.t('coach.causeTool'),
    template: i18n.t('coach.causeTemplate'),
    none: i18n.t('coach.causeNone'),
  }[cause];
}

export function remedyWord(remedy: Remedy): string {
  return {
    brief: i18n.t('coach.remedyBrief'),
    role: i18n.t('coach.remedyRole'),
    workflow: i18n.t('coach.remedyWorkflow'),
    template: i18n.t('coach.remedyTemplate'),
    practice: i18n.t('coach.remedyPractice'),
    outsideCoaching: i18n.t('coach.remedyOutside'),
  }[remedy];
}

export function winWords(kind: WinKind, behaviour: string, count: number): string {
  return {
    recognised: i18n.t('coach.winRecognised', [behaviour]),
    'first time': i18n.t('coach.winFirst', [behaviour]),
    'first after a miss': i18n.t('coach.winAgain', [behaviour]),
    streak: i18n.t('coach.winStreak', [behaviour, String(count)]),
    implemented: i18n.t('coach.winImplemented', [behaviour]),
  }[kind];
}
