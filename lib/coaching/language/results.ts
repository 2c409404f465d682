/** Finds results: what behaviours lead to, but nobody does (rule O2). */
import type { Head } from './head.ts';
import type { Token } from './tokens.ts';
import type { Vocabulary } from './types.ts';

/** How many words the result may be away from its verb. */
const REACH = 6;

/** The span of the result that this clause asks for or reports, or null. `metrics` are spans of two-word metrics. */
export function resultIn(
  main: readonly Token[],
  head: Head | null,
  text: string,
  metrics: readonly [number, number][],
  language: Vocabulary,
): [number, number] | null {
  const first = main[0];
  const last = main.at(-1);
  if (!first || !last) return null;
  const { outcome } = language;
  const part = text.slice(first.start, last.end);
  for (const pattern of outcome.patterns) {
    const match = pattern.exec(part);
    if (match) return [first.start + match.index, first.start + match.index + match[0].length];
  }
  if (!head) return null;
  const isMetric = (token: Token, next: Token | undefined) =>
    metrics.some(([start, end]) => token.start >= start && token.end <= end) ||
    (outcome.nouns.has(token.lower) && !(next && outcome.things.has(next.lower) && !isRelation(next.lower)));
  const near = head.rest.slice(0, REACH);
  const own = head.rest.find((token, i) => i < REACH && isMetric(token, head.rest[i + 1]));
  if (
    own &&
    outcome.verbs.has(head.lemma) &&
    !(head.mood === 'observed' && head.class === 'observable' && !outcome.moves.has(head.lemma))
  ) {
    return [head.token.start, own.end];
  }
  const won = near.find(
    (token, i) => outcome.wins.has(token.lower) && !outcome.things.has(near[i + 1]?.lower ?? ''),
  );
  const infinitive = head.rest[0]?.lower === 'to' && /^(?:get|want|need|have)$/.test(head.lemma);
  if (
    won &&
    !infinitive &&
    outcome.winVerbs.has(head.lemma) &&
    !near.some(token => /^(?:with|by|before|after)$/.test(token.lower) && token.start < won.start)
  ) {
    return [head.token.start, won.end];
  }
  const subject = head.subject.find((token, i) => isMetric(token, head.subject[i + 1]));
  if (
    subject &&
    (outcome.moves.has(head.lemma) || outcome.verbs.has(head.lemma) || outcome.drifts.has(head.lemma))
  ) {
    return [subject.start, head.token.end];
  }
  return null;
}

function isRelation(word: string): boolean {
  return /^(?:before|after|with|by|for|in|on|at|within|while|when|during|'s)$/.test(word);
}
