/** Spans of a page's text, and what is looked for in it. All positions count characters of the folded text. */

export type Span = { start: number; end: number };

/** A span that may be the quote; `similarity` says how much of the quote is there, 0–1. */
export type Match = Span & { similarity: number };

/** A match, and how much speaks for it in all (`score`), 0–1 each. `before`, `after`: how much of its surroundings is there. */
export type WeighedMatch = Match & { before: number; after: number; score: number };

/** A quote and its surroundings, all of them folded. */
export type Sought = {
  quote: string;
  before: string;
  after: string;
  /** How many words begin before each character of before + quote + after. Counted when somebody asks. */
  words: () => number[];
  /** Where blocks met, in characters from the quote's start. */
  breaks: number[];
};
