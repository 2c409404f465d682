/**
 * The words, numbers, quotes and marks of a text, with their positions. Quoted text is one token, because it is never
 * judged.
 */
import { quotedSpans } from './sentences.ts';

export interface Token {
  kind: 'word' | 'number' | 'quote' | 'mark';
  lower: string;
  start: number;
  end: number;
  /** Begins with a capital although it is not the first word of its sentence. */
  name: boolean;
}

const PIECE =
  /\d+(?:[.,:/]\d+)*(?:%|-\p{L}[\p{L}-]*|(?:st|nd|rd|th|am|pm|k|s|m|h|x)(?![\p{L}\p{N}]))?|\p{L}[\p{L}\p{M}\p{N}]*(?:[-'’][\p{L}\p{N}]+)*|[^\s]/gu;
const CONTRACTION = /^(.+?)(n't|'re|'s|'ve|'d|'ll|'m)$/;

export function tokensOf(text: string): Token[] {
  const quoted = quotedSpans(text);
  const tokens: Token[] = [];
  let from = 0;
  for (const [start, end] of quoted) {
    pushPieces(text, from, start, tokens);
    tokens.push({ kind: 'quote', lower: '"', start, end, name: false });
    from = end;
  }
  pushPieces(text, from, text.length, tokens);
  return tokens;
}

function pushPieces(text: string, from: number, to: number, tokens: Token[]): void {
  const part = text.slice(from, to);
  for (const match of part.matchAll(PIECE)) {
    const start = from + match.index;
    const end = start + match[0].length;
    const lower = match[0].toLowerCase().replaceAll('’', "'");
    const before = tokens.at(-1);
    const opens = before === undefined || (before.kind === 'mark' && /[.!?:;\n–—-]/.test(before.lower));
    const name = !opens && /^\p{Lu}\p{Ll}/u.test(match[0]);
    if (/^\d/.test(lower)) tokens.push({ kind: 'number', lower, start, end, name: false });
    else if (!/^\p{L}/u.test(lower)) tokens.push({ kind: 'mark', lower, start, end, name: false });
    else {
      const split = CONTRACTION.exec(lower);
      const tail = split?.[2];
      if (split?.[1] && tail) {
        const middle = end - tail.length;
        tokens.push({ kind: 'word', lower: split[1], start, end: middle, name });
        tokens.push({ kind: 'word', lower: tail, start: middle, end, name: false });
      } else tokens.push({ kind: 'word', lower, start, end, name });
    }
  }
}

/** The text in lower case with quoted text blanked out, character for character. */
export function shielded(text: string): string {
  let out = text.replaceAll('’', "'").toLowerCase();
  // A few capitals change length in lower case. Then keep the case: positions matter more.
  if (out.length !== text.length) out = text;
  for (const [start, end] of quotedSpans(text)) {
    out = `${out.slice(0, start)}"${' '.repeat(Math.max(0, end - start - 2))}"${out.slice(end)}`;
  }
  return out;
}
