/** What happened to commitments that fell due. Effort does not count, and a verdict on oneself is not evidence. */

import { ofType } from '#lib/coaching/history.ts';
import { DEFAULT_CLOCKS } from '#lib/coaching/loop/clocks.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Finding } from '#lib/records/kinds/verdict.ts';
import { MINIMUM_N, type Share, share } from './statistics.ts';

export interface Implementation {
  /** (implemented + half of partly) out of all found implemented, partly or not. */
  rate: Share;
  /** Implemented alone, out of the same. */
  strict: Share;
  /** The same rate for commitments with evidence or a coach's verdict. */
  evidenced: Share;
  /** With evidence or a coach's verdict, out of those with any verdict. */
  verified: Share;
  /** Evidence from real work, out of all evidence. */
  transfer: Share;
  /** Past due and not judged yet, within the time that the coach has for the verdict. */
  open: number;
  /** Past that time without a verdict, which never counts against the coachee (see follow-up.ts). */
  noVerdict: number;
  noOpportunity: number;
  /** Commitments that replaced another. Only the last of a chain counts. */
  resizes: number;
}

/** A verdict by whoever made the commitment, with no evidence for it: their own word alone (R067). */
export function restsOnOwnWord(verdict: Envelope, records: readonly Envelope[]): boolean {
  const [commitmentId] = verdict.refs;
  const made = ofType(records, 'commitment').find(({ id }) => id === commitmentId);
  return (
    made?.authorId === verdict.authorId &&
    !ofType(records, 'evidence').some(({ refs }) => refs[0] === commitmentId)
  );
}

/** For commitments due in `[from, to)`. `within` is how long a coach has for the verdict, from the due date, in ms. */
export function implementationOf(
  records: readonly Envelope[],
  from: number,
  to: number,
  now: number,
  minimum: number = MINIMUM_N,
  within: number = DEFAULT_CLOCKS.verdict,
): Implementation {
  return implementationWhere(records, dueAt => dueAt >= from && dueAt < to, now, minimum, within);
}

/** For those commitments that were due at a time (ms since 1970) for which `isIn` holds. */
export function implementationWhere(
  records: readonly Envelope[],
  isIn: (dueAt: number) => boolean,
  now: number,
  minimum: number,
  within: number = DEFAULT_CLOCKS.verdict,
): Implementation {
  const all = ofType(records, 'commitment');
  const superseded = new Set(all.flatMap(c => (c.body.resizes === undefined ? [] : [c.body.resizes])));
  const verdicts = Map.groupBy(ofType(records, 'verdict'), verdict => verdict.refs[0]);
  const evidence = Map.groupBy(ofType(records, 'evidence'), record => record.refs[0]);
  const found: { finding: Finding; verified: boolean }[] = [];
  let [open, noVerdict, resizes] = [0, 0, 0];
  const contexts: string[] = [];
  for (const commitment of all) {
    const { dueAt } = commitment.body;
    if (superseded.has(commitment.id) || dueAt > now || !isIn(dueAt)) continue;
    if (commitment.body.resizes !== undefined) resizes += 1;
    const shown = evidence.get(commitment.id) ?? [];
    contexts.push(...shown.map(record => record.body.context));
    const on = verdicts.get(commitment.id) ?? [];
    const byCoach = on.filter(verdict => verdict.authorId !== commitment.authorId);
    const verdict = byCoach.at(-1) ?? on.at(-1);
    if (verdict)
      found.push({ finding: verdict.body.finding, verified: byCoach.length > 0 || shown.length > 0 });
    const late = now > dueAt + within;
    if (!verdict && late) noVerdict += 1;
    else if (!verdict) open += 1;
  }
  const rateOf = (items: readonly { finding: Finding }[], half: number) => {
    const count = (finding: Finding) => items.filter(item => item.finding === finding).length;
    const n = count('implemented') + count('partly') + count('not');
    return share(count('implemented') + half * count('partly'), n, minimum);
  };
  const verified = found.filter(item => item.verified);
  return {
    rate: rateOf(found, 0.5),
    strict: rateOf(found, 0),
    evidenced: rateOf(verified, 0.5),
    verified: share(verified.length, found.length, minimum),
    transfer: share(contexts.filter(context => context === 'real').length, contexts.length, minimum),
    open,
    noVerdict,
    noOpportunity: found.filter(({ finding }) => finding === 'noOpportunity').length,
    resizes,
  };
}
