/**
 * The observable-language check: would a camera have seen it, and would two people agree that it happened?
 * Deterministic and offline. Takes under 5 ms a sentence, so that it can run while a person types.
 */

import { type Clause, clausesOf } from './clauses.ts';
import { type Head, headOf } from './head.ts';
import { languageFor } from './languages.ts';
import { maskLexicon } from './lexicon.ts';
import { resultIn } from './results.ts';
import { sentenceSpans } from './sentences.ts';
import { type Anchors, anchorsOf, hits, isAnchored, kindsOf, matches, without } from './signals.ts';
import { shielded, type Token, tokensOf } from './tokens.ts';
import type { Judgement, Lexicon, Reason, Rule, Verdict, Vocabulary } from './types.ts';

const SEVERITY: Readonly<Record<Verdict, number>> = {
  observable: 0,
  'needs-standard': 1,
  vague: 2,
  outcome: 3,
  personal: 4,
};

/** Only this much of a longer text is judged, in UTF-16 units. A note's parts are far shorter. */
const MAX_JUDGED = 2000;

interface Text {
  /** Lower case, quotes blanked. */
  text: string;
  /** The same text with the workspace's words and harmless phrases blanked too: only the rest can be a quality word. */
  clean: string;
  tokens: Token[];
  anchors: Anchors;
  /** Metrics of two words. */
  metrics: [number, number][];
  language: Vocabulary;
}

interface Finding {
  verdict: Verdict;
  rule: Rule;
  span: [number, number];
}

/**
 * Judges one text, a sentence or a few. `locale` is a BCP 47 tag. A language without word lists gets the verdict
 * `observable` and no reasons, because silence is better than a wrong remark.
 */
export function check(given: string, locale: string, lexicon?: Lexicon): Judgement {
  const text = given.slice(0, MAX_JUDGED);
  const language = languageFor(locale, lexicon);
  if (!language) return { verdict: 'observable', reasons: [] };
  const lower = shielded(text);
  const tokens = tokensOf(text);
  const masked = lexicon ? maskLexicon(lower, lexicon) : lower;
  const read: Text = {
    text: lower,
    clean: without(masked, language.harmless),
    tokens,
    anchors: anchorsOf(lower, tokens, language),
    metrics: matches(lower, [language.metricPhrase], 0, lower.length),
    language,
  };
  const findings = judge(read, sentenceSpans(text));
  findings.sort((a, b) => SEVERITY[b.verdict] - SEVERITY[a.verdict] || a.span[0] - b.span[0]);
  const reasons: Reason[] = findings.map(({ rule, span }) => ({ rule, span, hint: language.hints[rule] }));
  return { verdict: findings[0]?.verdict ?? 'observable', reasons };
}

function judge(read: Text, sentences: [number, number][]): Finding[] {
  const { text, tokens, language } = read;
  const whole: [number, number] = [0, text.length];
  if (!tokens.some(token => token.kind !== 'mark'))
    return [{ verdict: 'vague', rule: 'no-verb', span: whole }];
  const personal = language.personal.flatMap(({ rule, test }): Finding[] => {
    const match = test.exec(text);
    return match ? [{ verdict: 'personal', rule, span: [match.index, match.index + match[0].length] }] : [];
  });
  if (personal.length > 0) return personal.slice(0, 1);

  const hedges = matches(text, language.hedges, 0, text.length).map(
    (span): Finding => ({ verdict: 'needs-standard', rule: 'hedge', span }),
  );
  if (isQuestion(read)) {
    const open: Finding = { verdict: 'needs-standard', rule: 'anchor', span: whole };
    return isAnchored(read.anchors) ? hedges : [open, ...hedges];
  }
  const clauses = clausesOf(tokens, sentences, language, (from, to) =>
    carriedAt(text.slice(from, to), language),
  );
  const judged = clauses.map(clause => ({
    clause,
    head: headOf(clause.main, language),
    findings: judgeClause(clause, read),
  }));
  const kept = judged.filter(
    ({ clause, head, findings }, i) =>
      !explained(clause, findings, judged[i + 1], read) && !(clause.elaborates && head === null && i > 0),
  );
  const asks = new Set(kept.filter(({ head }) => head?.mood === 'asked').map(({ clause }) => clause.sentence))
    .size;
  const linked = kept.filter(({ head }) => head?.mood === 'asked').length;
  const many: Finding[] =
    asks > 1 || linked > 3 ? [{ verdict: 'needs-standard', rule: 'one-ask', span: whole }] : [];
  return [...kept.flatMap(({ findings }) => findings), ...many, ...hedges];
}

function isQuestion({ text, language }: Text): boolean {
  return text.trimEnd().endsWith('?') && language.question.test(text.trimStart());
}

/** How many leading characters carry no content of their own: "Please make sure that you …". */
function carriedAt(part: string, language: Vocabulary): number {
  let at = 0;
  for (let again = true; again; ) {
    again = false;
    for (const carrier of language.carriers) {
      const match = carrier.exec(part.slice(at));
      if (match && match[0].length > 0 && match[0].length < part.length - at) {
        at += match[0].length;
        again = true;
      }
    }
  }
  return at;
}

/** Praise or a headline before a colon or dash, if what follows is complete in itself. */
function explained(
  clause: Clause,
  findings: readonly Finding[],
  next: { clause: Clause; findings: readonly Finding[] } | undefined,
  { text, language }: Text,
): boolean {
  if (!next || !(next.clause.elaborates || isPraise(clause, text, language))) return false;
  if (next.clause.elaborates) return !next.findings.some(f => SEVERITY[f.verdict] > 1) && findings.length > 0;
  return findings.length > 0;
}

function isPraise(clause: Clause, text: string, language: Vocabulary): boolean {
  const first = clause.main[0];
  const last = clause.main.at(-1);
  return (
    first !== undefined &&
    last !== undefined &&
    language.praise.test(text.slice(first.start, last.end).trim())
  );
}

function judgeClause(clause: Clause, read: Text): Finding[] {
  const findings = judgeMain(clause.main, read);
  if (clause.means.length === 0 || !findings.some(f => f.verdict === 'vague' || f.verdict === 'outcome'))
    return findings;
  // "Build rapport by asking two questions": a camera sees the means.
  const means = judgeMain(clause.means, read);
  return means.some(f => SEVERITY[f.verdict] > 1) ? findings : means;
}

function judgeMain(main: readonly Token[], read: Text): Finding[] {
  const { language, anchors, clean } = read;
  const first = main[0];
  const last = main.at(-1);
  if (!first || !last) return [];
  const span: [number, number] = [first.start, last.end];
  const head = headOf(main, language);
  const result = resultIn(main, head, clean, read.metrics, language);
  if (result) return [{ verdict: 'outcome', rule: 'outcome', span: result }];

  const findings: Finding[] = [];
  const red = (rule: Rule, spans: [number, number][]) => {
    for (const found of spans) findings.push({ verdict: 'vague', rule, span: found });
  };
  const part = read.text.slice(span[0], span[1]);
  const seen = language.seenPhrases.some(pattern => pattern.test(part));
  const idiom = language.idioms
    .map(pattern => pattern.exec(clean.slice(span[0], span[1])))
    .find(match => match !== null);
  if (idiom && !seen) red('state-verb', [[span[0] + idiom.index, span[0] + idiom.index + idiom[0].length]]);
  red('quality', hits(main, language.quality, clean));
  const degrees = [
    ...hits(main, language.degree, clean),
    ...matches(clean, language.degreePhrases, span[0], span[1]),
  ];
  if (degrees.length > 0 && kindsOf(anchors) < 2) red('degree', degrees);
  const often = hits(main, language.frequency, clean).filter(
    ([start, end]) => !language.absolutes.has(clean.slice(start, end)),
  );
  if (often.length > 0 && kindsOf(anchors) < 2) red('frequency', often);

  const verb = verbVerdict(main, head, seen, read);
  if (verb) findings.push({ ...verb, span: head ? [head.token.start, head.token.end] : span });
  const weak = head?.class === 'weak' && !seen;
  const loose = !isAnchored(anchors) && !(head?.mood === 'observed' && anchors.names > 0);
  if (findings.length === 0 && (loose || (weak && head.rest.length === 0))) {
    findings.push({ verdict: 'needs-standard', rule: 'anchor', span });
  }
  return findings;
}

/** What the verb alone tells us: nothing is wrong if a camera sees it. */
function verbVerdict(
  main: readonly Token[],
  head: Head | null,
  seen: boolean,
  { language, anchors }: Text,
): Pick<Finding, 'verdict' | 'rule'> | null {
  const vague = (rule: Rule) => ({ verdict: 'vague' as const, rule });
  if (seen) return null;
  if (!head) {
    // "Two outreach messages every weekday": a thing and how many of it.
    const none = main[0]?.lower === 'no' && isAnchored(anchors);
    const counted =
      none || main.some(token => token.kind === 'number' || language.anchors.numbers.has(token.lower));
    const things = main.some(token => token.kind === 'word' && !language.anchors.numbers.has(token.lower));
    const quoted = main.some(token => token.kind === 'quote');
    return (counted && things && main.length > 1) || quoted || anchors.quotes > 0 ? null : vague('no-verb');
  }
  switch (head.class) {
    case 'observable':
    case 'weak':
    case 'seen':
      return null;
    case 'light':
      return carriesThing(head, language) || (namesThing(head, language) && kindsOf(anchors) > 0)
        ? null
        : vague('state-verb');
    case 'unknown':
      return isAnchored(anchors) || head.rest.some(token => language.determiners.has(token.lower))
        ? null
        : vague('no-verb');
    default:
      return vague('state-verb');
  }
}

/** "Give the customer the price before the demo": a definite thing, at a moment. */
function namesThing(head: Head, language: Vocabulary): boolean {
  const object = head.rest[0];
  if (object === undefined) return false;
  return [language.determiners, language.possessives, language.pronouns].some(list => list.has(object.lower));
}

/** "Take a breath", "give one example", "keep the intro under 15 seconds": a light verb with something to count or see. */
function carriesThing(head: Head, language: Vocabulary): boolean {
  return head.rest.some(
    (token, i) =>
      token.kind === 'number' ||
      token.kind === 'quote' ||
      language.lightNouns.has(token.lower) ||
      (language.anchors.numbers.has(token.lower) && head.rest[i + 1]?.kind === 'word'),
  );
}
