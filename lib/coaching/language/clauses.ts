/**
 * Splits a text into clauses: what somebody is asked to do or was seen doing, separated from when, why, how and
 * instead of what.
 */
import type { Token } from './tokens.ts';
import type { Vocabulary } from './types.ts';

export interface Clause {
  /** The tokens that say what is done. */
  main: Token[];
  /** What follows "by …ing": the means, which may be observable even if the aim is not. */
  means: Token[];
  /** Explains the clause before a colon or dash. */
  elaborates: boolean;
  /** Which sentence of the text it is in, from 0. */
  sentence: number;
}

/** The clauses of a text, in order. `carried` returns how many leading characters of a clause carry no content. */
export function clausesOf(
  tokens: readonly Token[],
  sentences: readonly [number, number][],
  language: Vocabulary,
  carried: (from: number, to: number) => number,
): Clause[] {
  const clauses: Clause[] = [];
  sentences.forEach(([start, end], sentence) => {
    const inside = tokens.filter(token => token.start >= start && token.end <= end);
    let elaborates = false;
    for (const { piece, colon } of atMarks(inside)) {
      const first = piece[0];
      const last = piece.at(-1);
      if (first && last) {
        const from = first.start + carried(first.start, last.end);
        const rest = piece.filter(token => token.start >= from);
        for (const part of atConjunctions(rest.length > 0 ? rest : piece, language)) {
          const { main, means } = withoutCircumstances(part, language);
          const begin = main[0];
          const finish = main.at(-1);
          const skip = begin && finish ? begin.start + carried(begin.start, finish.end) : 0;
          const kept = main.filter(token => token.start >= skip);
          clauses.push({ main: kept.length > 0 ? kept : main, means, elaborates, sentence });
        }
      }
      elaborates = colon;
    }
  });
  const told = clauses.filter(clause => clause.main.length > 0 || clause.means.length > 0);
  // Only circumstances are left, so we misread the text: judge all of it.
  return told.length > 0 ? told : [{ main: [...tokens], means: [], elaborates: false, sentence: 0 }];
}

/** The pieces between semicolons, colons and dashes. `colon` means that the next piece explains this one. */
function atMarks(tokens: readonly Token[]): { piece: Token[]; colon: boolean }[] {
  const pieces: { piece: Token[]; colon: boolean }[] = [];
  let piece: Token[] = [];
  for (const [i, token] of tokens.entries()) {
    const spacedDash = /^[–—-]$/.test(token.lower) && tokens[i - 1]?.end !== token.start;
    if (token.kind === 'mark' && (/^[;:]$/.test(token.lower) || spacedDash)) {
      pieces.push({ piece, colon: token.lower !== ';' });
      piece = [];
    } else if (!(token.kind === 'mark' && /^[.!?…]$/.test(token.lower))) piece.push(token);
  }
  pieces.push({ piece, colon: false });
  return pieces.filter(({ piece: found }) => found.length > 0);
}

/** The parts joined by a conjunction or comma, if the second begins with its own verb or subject. */
function atConjunctions(tokens: readonly Token[], language: Vocabulary): Token[][] {
  const parts: Token[][] = [];
  let part: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) continue;
    const joins = language.conjunctions.has(token.lower) || token.lower === ',';
    const isTrigger = language.triggers.has(token.lower);
    if (joins && !isTrigger && part.length > 0) {
      let next = i + 1;
      while (
        tokens[next] &&
        (language.conjunctions.has(tokens[next]?.lower ?? '') ||
          language.adverbs.has(tokens[next]?.lower ?? '')) &&
        !language.triggers.has(tokens[next]?.lower ?? '')
      ) {
        next++;
      }
      if (beginsClause(tokens, next, language) && hasVerb(part, language) && !opensTrigger(part, language)) {
        parts.push(part);
        part = [];
        i = next - 1;
        continue;
      }
    }
    part.push(token);
  }
  if (part.length > 0) parts.push(part);
  return parts;
}

function beginsClause(tokens: readonly Token[], at: number, language: Vocabulary): boolean {
  const first = tokens[at];
  if (first?.kind !== 'word') return false;
  if (language.persons.has(first.lower) && tokens[at + 1]) return true;
  if (/^(?:do|did|does)$/.test(first.lower) && /^(?:n't|not)$/.test(tokens[at + 1]?.lower ?? '')) return true;
  const reading = language.readVerb(first.lower).find(r => r.form === 'base' || r.form === 'past');
  if (!reading) return false;
  const next = tokens[at + 1];
  if (!next) return true;
  if (next.kind !== 'word') return next.kind === 'quote' || next.kind === 'number' || next.lower === ',';
  return (
    language.determiners.has(next.lower) ||
    language.possessives.has(next.lower) ||
    language.pronouns.has(next.lower) ||
    language.prepositions.has(next.lower) ||
    language.adverbs.has(next.lower) ||
    language.anchors.numbers.has(next.lower) ||
    language.triggers.has(next.lower) ||
    language.seenStates.has(next.lower) ||
    next.name
  );
}

function hasVerb(part: readonly Token[], language: Vocabulary): boolean {
  return part.some(token => language.readVerb(token.lower).length > 0);
}

/** A leading "When the customer asks and …" continues past the conjunction. */
function opensTrigger(part: readonly Token[], language: Vocabulary): boolean {
  const first = part[0];
  return (
    first !== undefined && language.triggers.has(first.lower) && !part.some(token => token.lower === ',')
  );
}

/** Removes when, why, by what means and instead of what. */
function withoutCircumstances(part: readonly Token[], language: Vocabulary): Pick<Clause, 'main' | 'means'> {
  const main: Token[] = [];
  const means: Token[] = [];
  let role: 'main' | 'aside' | 'means' = 'main';
  for (let i = 0; i < part.length; i++) {
    const token = part[i];
    if (!token) continue;
    const next = part[i + 1];
    if (token.lower === ',') {
      role = 'main';
      continue;
    }
    if (role === 'main') {
      if (startsAside(token, next, main, language)) role = 'aside';
      else if (token.lower === 'by' && next && language.readVerb(next.lower).some(r => r.form === 'ing')) {
        role = 'means';
        continue;
      }
    } else if (role === 'aside' && main.length === 0 && i >= 2 && resumes(part, i, language)) role = 'main';
    if (role === 'main') main.push(token);
    else if (role === 'means') means.push(token);
  }
  return { main, means };
}

function startsAside(
  token: Token,
  next: Token | undefined,
  main: readonly Token[],
  language: Vocabulary,
): boolean {
  const { lower } = token;
  if (language.triggers.has(lower)) {
    if (lower === 'once' || lower === 'as') return next !== undefined && isSubject(next, language);
    return true;
  }
  if (language.contents.has(lower)) {
    return main.some(before => language.readVerb(before.lower).some(r => language.telling.has(r.lemma)));
  }
  if (lower === 'instead' || lower === 'rather') return next?.lower === 'of' || next?.lower === 'than';
  if (lower === 'in' && next?.lower === 'order') return true;
  if (language.purposes.has(lower)) {
    if (main.length === 0) return false;
    if (lower === 'so')
      return (
        next !== undefined && (next.lower === 'that' || next.lower === 'as' || isSubject(next, language))
      );
    if (lower === 'since') return next !== undefined && language.pronouns.has(next.lower);
    return true;
  }
  if (lower === 'to' && next && main.length >= 2) {
    const first = main[0];
    const needsTo =
      first !== undefined &&
      /^(?:ask|remind|get|want|need|tell|invite|try|have|had|forgot|start|begin)/.test(first.lower);
    return !needsTo && language.purposeVerbs.has(next.lower);
  }
  return false;
}

function isSubject(token: Token, language: Vocabulary): boolean {
  return (
    language.pronouns.has(token.lower) ||
    language.determiners.has(token.lower) ||
    language.possessives.has(token.lower) ||
    token.name
  );
}

/** "After the call send …": a base verb after a noun ends the opening circumstance. */
function resumes(part: readonly Token[], at: number, language: Vocabulary): boolean {
  const token = part[at];
  const before = part[at - 1];
  if (!token || !before || token.kind !== 'word' || before.kind === 'mark') return false;
  if (!language.readVerb(token.lower).some(r => r.form === 'base')) return false;
  const opens =
    language.determiners.has(before.lower) ||
    language.possessives.has(before.lower) ||
    language.pronouns.has(before.lower) ||
    language.prepositions.has(before.lower) ||
    language.adverbs.has(before.lower) ||
    language.modals.has(before.lower) ||
    before.lower === "'s" ||
    before.kind === 'number';
  return !opens && beginsClause(part, at, language) && at < part.length - 1;
}
