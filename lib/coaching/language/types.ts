/** The types of the language check: verdicts, reasons, and what a language provides. */

/** Green, amber, and three kinds that no camera would see. In order: the later, the more there is to reword. */
export const VERDICTS = ['observable', 'needs-standard', 'vague', 'outcome', 'personal'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What the check can point at; docs/coaching.md says what each one asks. */
export type Rule =
  | 'outcome'
  | 'personal'
  | 'accusation'
  | 'state-verb'
  | 'no-verb'
  | 'quality'
  | 'degree'
  | 'frequency'
  | 'anchor'
  | 'one-ask'
  | 'hedge'
  | 'absolute'
  | 'discipline';

/** Offsets `[start, end)` in a text, in UTF-16 units. */
export type Span = [number, number];

export interface Reason {
  rule: Rule;
  span: Span;
}

export interface Judgement {
  verdict: Verdict;
  /** The first says what the verdict rests on; empty for `observable`. */
  reasons: Reason[];
  /** Which words and weights judged it, such as `en-1a2b3c4d`; empty for a language that has none. */
  version: string;
  /** For `personal`: a rule says so, or the model gives it enough of a share. Only then is a note stopped. */
  sure: boolean;
}

/**
 * A workspace's own words, in lower case: things that are not judged, and verbs that a camera sees in this workspace.
 */
export interface Lexicon {
  phrases: readonly string[];
  verbs: readonly string[];
}

/** Kinds of words that the lists of a language hold, the most telling first: a word in two of them reads as that. */
export const FAMILIES = [
  /** Blame, motive and contempt, as phrases: "you don't care". */
  'attack',
  /** Figures of speech and stock praise: "go the extra mile". */
  'idiom',
  /** What somebody is: lazy, a genius. */
  'trait',
  /** What is measured at the end: revenue, churn, grades. */
  'result',
  /** Nouns that no camera sees: energy, ownership. */
  'abstract',
  /** Words that grade: engaging, sloppy, fine. */
  'quality',
  /** How much, without saying how much: more, sooner, a bit. */
  'degree',
  /** What customers and markets do: sign, churn, go up. */
  'result-verb',
  /** What a camera sees somebody do. */
  'visible',
  /** In somebody's head, or a wish: understand, improve. */
  'inner',
  /** What a camera sees: slide, ticket, thumbnail. */
  'thing',
  /** Whoever decides results: customers, viewers, pupils. */
  'others',
] as const;
export type Family = (typeof FAMILIES)[number];

/** Patterns over a text in lower case with its quotations blanked out. */
export interface Patterns {
  /** Where one of these is, nothing else needs asking: the text is personal. */
  discipline: readonly RegExp[];
  accusation: readonly RegExp[];
  /** These are told apart by the model; the patterns only say where to point. */
  absolute: readonly RegExp[];
  hedge: readonly RegExp[];
  frequency: readonly RegExp[];
}

/** What a language provides: lists of words, patterns, and the weights that were trained on its sentences. */
export interface Language {
  tag: string;
  /** One text a family: words and phrases between commas, `*` for any beginning or ending of a word. */
  words: Readonly<Record<Family, string>>;
  /** The other forms under which the lists may hold a word. */
  stems(word: string): readonly string[];
  /** The words for whoever the note is about. */
  you: RegExp;
  /** Stands before a word and its noun: “a rude caller”. */
  article: RegExp;
  /** Before such an article, these say that it is about “you” after all: “you are a rude caller”. */
  equates: RegExp;
  /** The words that open questions begin with, without those that ask for a reason. */
  asks: RegExp;
  /** Words that count: with one of them beside it, “more” or “often” is not open. */
  counts: RegExp;
  /** Words among the qualities that state a fact as often: a wrong link. */
  facts: RegExp;
  patterns: Patterns;
  /**
   * The share of one from which a personal verdict stops a note. A harmless note that is stopped is worse than a judging
   * one that is only asked about, so this lies above what would make the fewest mistakes.
   */
  stopsFrom: number;
  weights: { version: string; scale: number; data: string };
}
