/** Finds where sentences end. Quoted text is one piece: a quoted sentence does not make a second one. */

const OPENING = '“„«‘';
const CLOSING: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '‘': '’' };

/** Words that end in a full stop without ending a sentence. */
const ABBREVIATIONS = new Set(
  'e.g i.e etc vs no approx ca cf dr mr mrs ms st a.m p.m am pm min sec hrs fig z.b d.h bzw usw nr ggf inkl'.split(
    ' ',
  ),
);

/** “z. B.”, “d. h.”: each of the letters. */
const SPACED = /(?:^|[\s(])(?:[zduiso]|[zduiso]\.\s?[abhäosu])$/i;
/** “am 3. Dezember”, “im 2. Satz”: in German a full stop makes an ordinal of a number. */
const ORDINAL =
  /(?:^|\s)(?:am|im|den|dem|der|die|das|des|zum|zur|vom|beim|bis|ab|seit|jeden|jede|jedem)\s\d{1,2}$/i;

/** Ranges `[start, end)` of quoted text, including the quotation marks. An unclosed mark quotes nothing. */
export function quotedSpans(text: string): [number, number][] {
  const spans: [number, number][] = [];
  for (let i = 0; i < text.length; i++) {
    const mark = text.charAt(i);
    let end = -1;
    if (mark === '"') end = text.indexOf('"', i + 1);
    else if (mark === "'" && isOpeningApostrophe(text, i)) end = closingApostrophe(text, i);
    else if (OPENING.includes(mark)) {
      const closers = CLOSING[mark] ?? '';
      end =
        [...closers]
          .map(c => text.indexOf(c, i + 1))
          .filter(at => at > i)
          .sort((a, b) => a - b)[0] ?? -1;
    }
    if (end > i) {
      spans.push([i, end + 1]);
      i = end;
    }
  }
  return spans;
}

function isOpeningApostrophe(text: string, at: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && /[\p{L}\p{N}]/u.test(text.charAt(at + 1));
}

function closingApostrophe(text: string, from: number): number {
  for (let i = from + 1; i < text.length; i++) {
    if (text.charAt(i) === "'" && !/[\p{L}\p{N}]/u.test(text.charAt(i + 1))) return i;
  }
  return -1;
}

/** The sentences of a text as ranges `[start, end)`, trimmed. Lines and list items end a sentence too. */
export function sentenceSpans(text: string): [number, number][] {
  const quoted = quotedSpans(text);
  const spans: [number, number][] = [];
  let start = 0;
  let nextQuote = 0;
  const close = (end: number) => {
    const piece = text.slice(start, end);
    if (/[\p{L}\p{N}]/u.test(piece)) {
      const from = start + (piece.length - piece.trimStart().length);
      spans.push([from, start + piece.trimEnd().length]);
    }
    start = end;
  };
  for (let i = 0; i < text.length; i++) {
    while (quoted[nextQuote] && (quoted[nextQuote]?.[1] ?? 0) <= i) nextQuote++;
    const ahead = quoted[nextQuote];
    const span = ahead && ahead[0] <= i ? ahead : undefined;
    if (span) {
      const inside = text.charAt(span[1] - 2);
      i = span[1] - 1;
      // `Say "Now." Then wait.`: the stop inside the quotation ends the sentence if a capital follows.
      if (/[.!?]/.test(inside) && /^\s+\p{Lu}/u.test(text.slice(span[1], span[1] + 40))) close(span[1]);
      continue;
    }
    const char = text.charAt(i);
    if (char === '\n') close(i + 1);
    else if (/[.!?…。！？؟]/u.test(char) && endsSentence(text, i)) close(i + 1);
  }
  close(text.length);
  return spans;
}

function endsSentence(text: string, at: number): boolean {
  // A short window on both sides is enough, and keeps long texts linear.
  const rest = text.slice(at + 1, at + 41);
  if (/^[.!?…]/.test(rest)) return false;
  if (/[。！？]/.test(text.charAt(at))) return true;
  if (!/^[)\]”"’']*(\s|$)/.test(rest)) return false;
  if (text.charAt(at) !== '.') return true;
  const word = /[\p{L}.]*$/u.exec(text.slice(Math.max(0, at - 20), at))?.[0].toLowerCase() ?? '';
  const nextIsCapital = /^\s+["“„«‘']?\p{Lu}/u.test(rest);
  const before = text.slice(Math.max(0, at - 20), at);
  if (SPACED.test(before) || (nextIsCapital && ORDINAL.test(before))) return false;
  if (ABBREVIATIONS.has(word)) return /^[ap]\.?m$/.test(word) && nextIsCapital;
  return !/^\s+\p{Ll}/u.test(rest);
}

export function sentencesOf(text: string): string[] {
  return sentenceSpans(text).map(([start, end]) => text.slice(start, end));
}
