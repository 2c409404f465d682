/** Labels for what a coach finds and replies, in the interface's language. */
import { i18n } from '#i18n';
import type { Adjustment } from '#lib/records/kinds/commitment.ts';
import type { ReplyOutcome } from '#lib/records/kinds/reply.ts';
import type { Finding } from '#lib/records/kinds/verdict.ts';

export function findingLabel(finding: Finding): string {
  return {
    implemented: i18n.t('coach.implemented'),
    partly: i18n.t('coach.partly'),
    not: i18n.t('coach.notYet'),
    noOpportunity: i18n.t('coach.noOpportunity'),
  }[finding];
}

export function outcomeLabel(outcome: ReplyOutcome): string {
  return {
    stands: i18n.t('coach.stands'),
    changed: i18n.t('coach.changed'),
    withdrawn: i18n.t('coach.withdrawn'),
  }[outcome];
}

/** The finding of a verdict, in words. */
export function verdictLabel(finding: Finding): string {
  return {
    implemented: i18n.t('note.verdict.implemented'),
    partly: i18n.t('note.verdict.partly'),
    not: i18n.t('note.verdict.not'),
    noOpportunity: i18n.t('note.verdict.noOpportunity'),
  }[finding];
}

/** What a person changes to make the next try easier. */
export function adjustmentLabel(adjustment: Adjustment): string {
  return {
    smaller: i18n.t('note.resize.changeSmaller'),
    cue: i18n.t('note.resize.changeCue'),
    decisions: i18n.t('note.resize.changeDecisions'),
    support: i18n.t('note.resize.changeSupport'),
    environment: i18n.t('note.resize.changeEnvironment'),
  }[adjustment];
}
