/** A few questions that belong together, worked through one by one (R037, R052). */
import { sentencesOf } from '#lib/coaching/language/sentences.ts';

/** How many questions a set may have. */
export const MAX_QUESTIONS = 4;

/**
 * The questions of a text: one a line. Several lines are a set only if each is one question, and there are at most
 * `MAX_QUESTIONS`; else it is one text.
 */
export function questionsIn(text: string): string[] {
  const lines = text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
  const isSet =
    lines.length > 1 &&
    lines.length <= MAX_QUESTIONS &&
    lines.every(line => /[?？؟]["”“’»]?$/.test(line) && sentencesOf(line).length === 1);
  return isSet ? lines : [text.trim()];
}

/** The answers to a set as one text, one a line, each with the number of its question. */
export function answersAsText(answers: readonly string[]): string {
  return answers.map((answer, i) => `${i + 1}. ${answer.trim().replace(/\s+/g, ' ')}`).join('\n');
}
