import { verdictLabel } from '#components/loop/labels.ts';
import { i18n } from '#i18n';
import type { Envelope } from '#lib/records/envelope.ts';
import { isType } from '#lib/records/types.ts';

/** The words by which a record's author would recognise it: for choosing between two texts, and for copying them. */
export function recordLabel(record: Envelope): string {
  const joined = (...texts: (string | undefined)[]) => texts.filter(Boolean).join(' · ');
  if (isType(record, 'note')) return joined(record.body.observation, record.body.nextAction);
  if (isType(record, 'acknowledgement')) {
    const { answer, repeatBack, sentence } = record.body;
    const words = {
      accept: i18n.t('note.accepted'),
      discuss: i18n.t('note.discussing'),
      dispute: i18n.t('note.disputed'),
    }[answer];
    return joined(words, repeatBack, sentence);
  }
  if (isType(record, 'reply')) return record.body.sentence;
  if (isType(record, 'commitment'))
    return joined(record.body.cue, record.body.size, record.body.successCondition);
  if (isType(record, 'evidence'))
    return joined(record.body.text, record.body.link, record.body.before, record.body.after);
  if (isType(record, 'verdict')) return joined(verdictLabel(record.body.finding), record.body.sentence);
  if (isType(record, 'log')) return joined(logLabel(record.body.result), record.body.day);
  if (isType(record, 'behaviour')) return joined(record.body.name, record.body.looksLike);
  if (isType(record, 'ruling')) return record.body.sentence;
  if (isType(record, 'scorecard')) return joined(i18n.t('note.scores'), record.body.artifact.title);
  if (isType(record, 'template') || isType(record, 'rubric')) return record.body.name;
  return record.type;
}

function logLabel(result: 'done' | 'notDone' | 'noOpportunity'): string {
  return {
    done: i18n.t('today.log.done'),
    notDone: i18n.t('today.log.notDone'),
    noOpportunity: i18n.t('today.log.noOpportunity'),
  }[result];
}
