/** The types of the language check: verdicts, reasons, and what a language provides. */

/** Green, amber, and three kinds of red. */
export type Verdict = 'observable' | 'needs-standard' | 'vague' | 'outcome' | 'personal';

/** Rules O2–O15 of the check; see docs/coaching.md for what each one asks. */
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

export interface Reason {
  rule: Rule;
  /** Offsets `[start, end)` in the text, in UTF-16 units. */
  span: [number, number];
  hint: string;
}

export interface Judgement {
  verdict: Verdict;
  /** The reasons for the verdict first, then what else could be clearer. */
  reasons: Reason[];
}

/**
 * A workspace's own words, in lower case: things that are not judged, and verbs that a camera sees in this workspace.
 */
export interface Lexicon {
  phrases: readonly string[];
  verbs: readonly string[];
}

export type VerbClass =
  /** A camera sees it. */
  | 'observable'
  /** Seen only with an object and a when or how much: check, review, use. */
  | 'weak'
  /** Seen only with a countable thing after it: take, give, make. */
  | 'light'
  /** Means that another verb begins, continues or ends: start, stop, keep. */
  | 'aspect'
  /** In somebody's head, or a wish: be, understand, improve, own. */
  | 'state';

export type VerbForm = 'base' | 's' | 'past' | 'ing';

export interface VerbReading {
  lemma: string;
  form: VerbForm;
  class: VerbClass;
}

/** One pattern over the whole text (lower case, quotes blanked out, straight apostrophes). */
export interface Pattern {
  rule: Rule;
  test: RegExp;
}

/**
 * What a language provides: word lists, patterns, and how to read its verbs. All lists are lower case. The rules are
 * the same in every language.
 */
export interface Vocabulary {
  /** Readings of a word as a verb; empty if it is none. */
  readVerb(word: string): readonly VerbReading[];
  /** Could this unknown word be the past tense of an unknown verb? */
  looksPast(word: string): boolean;
  personal: readonly Pattern[];
  outcome: {
    verbs: ReadonlySet<string>;
    nouns: ReadonlySet<string>;
    /** Verbs of winning, and the things won: customers, deals. */
    winVerbs: ReadonlySet<string>;
    wins: ReadonlySet<string>;
    /** How a number moves by itself: drop, rise. */
    moves: ReadonlySet<string>;
    /** Verbs that say so of a number, but say nothing by themselves: go up, be at. */
    drifts: ReadonlySet<string>;
    /** A noun after it that makes it a thing rather than a result: deal record, sales call. */
    things: ReadonlySet<string>;
    patterns: readonly RegExp[];
  };
  quality: ReadonlySet<string>;
  /**
   * Phrases of two or three words in which a quality or degree word means something else: "negative review", "flat
   * fee".
   */
  harmless: readonly RegExp[];
  degree: ReadonlySet<string>;
  degreePhrases: readonly RegExp[];
  frequency: ReadonlySet<string>;
  absolutes: ReadonlySet<string>;
  hedges: readonly RegExp[];
  /** What may precede a sentence's real verb: "make sure that you", "I noticed that". */
  carriers: readonly RegExp[];
  /** Praise or a label before a colon or dash. */
  praise: RegExp;
  fillers: ReadonlySet<string>;
  adverbs: ReadonlySet<string>;
  determiners: ReadonlySet<string>;
  possessives: ReadonlySet<string>;
  pronouns: ReadonlySet<string>;
  persons: ReadonlySet<string>;
  prepositions: ReadonlySet<string>;
  conjunctions: ReadonlySet<string>;
  copulas: ReadonlySet<string>;
  have: ReadonlySet<string>;
  modals: ReadonlySet<string>;
  negations: ReadonlySet<string>;
  /** Before a verb in -ing they only say that it begins, continues or ends. */
  aspectVerbs: ReadonlySet<string>;
  /** "Forgot to mention", "began to read": the verb after "to" is what was done. */
  leadingVerbs: ReadonlySet<string>;
  triggers: ReadonlySet<string>;
  /** Verbs of telling and asking, and the words that introduce what is told or asked, which is not judged. */
  telling: ReadonlySet<string>;
  contents: ReadonlySet<string>;
  purposes: ReadonlySet<string>;
  purposeVerbs: ReadonlySet<string>;
  /** States that a camera sees after "is": empty, muted, missing. */
  seenStates: ReadonlySet<string>;
  /** What light verbs may take: a breath, an example, notes. */
  lightNouns: ReadonlySet<string>;
  /** Idioms that look like actions and are not: "step up", "pay attention". */
  idioms: readonly RegExp[];
  /** Phrases that a camera sees although their verb alone is a state: "make eye contact". */
  seenPhrases: readonly RegExp[];
  anchors: {
    numbers: ReadonlySet<string>;
    times: readonly RegExp[];
    places: readonly RegExp[];
    /** Triggers that name no moment: "when needed". */
    vagueTriggers: readonly RegExp[];
  };
  /** Metrics of two words: "win rate". */
  metricPhrase: RegExp;
  question: RegExp;
  hints: Readonly<Record<Rule, string>>;
}
