/** The words of the shipped question sets, by language. */
import { inLanguage } from '#lib/coaching/in-language.ts';
import type { ReviewKind } from '#lib/records/kinds/review.ts';
import { reviewTextsDe } from './texts-de.ts';
import { reviewTextsEn } from './texts-en.ts';

export interface ReviewTexts {
  name: string;
  /** One sentence above the questions. */
  intro: string;
  questions: Readonly<Record<string, string>>;
  /** Words for what can be chosen, by question. */
  choices?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export type AllReviewTexts = Readonly<Record<ReviewKind, ReviewTexts>>;

const TEXTS = { en: reviewTextsEn, de: reviewTextsDe };

/** In English where there is no other; `language` such as `de-AT`. */
export function reviewTexts(kind: ReviewKind, language: string): ReviewTexts {
  return inLanguage<AllReviewTexts>(TEXTS, language)[kind];
}
