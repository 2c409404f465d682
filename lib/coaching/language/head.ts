/** The head of a clause: the verb that says what is done, and the kind of that verb. */
import type { Token } from './tokens.ts';
import type { VerbClass, Vocabulary } from './types.ts';

export interface Head {
  /** `unknown`: a verb by its position that is in no list. `seen`: a state that a camera sees ("is empty"). */
  class: VerbClass | 'unknown' | 'seen';
  lemma: string;
  token: Token;
  /** What follows it. */
  rest: Token[];
  /** Somebody was seen doing it, or is asked to do it. */
  mood: 'observed' | 'asked';
  /** The words before it, in an observation. */
  subject: Token[];
}

export function headOf(main: readonly Token[], language: Vocabulary): Head | null {
  const head = findHead(main, language);
  const to = head?.rest[0];
  const verb = head?.rest[1];
  if (!head || !verb || to?.lower !== 'to' || !language.leadingVerbs.has(head.lemma)) return head;
  const reading = language.readVerb(verb.lower).find(r => r.form === 'base');
  if (!reading) return head;
  return { ...head, class: reading.class, lemma: reading.lemma, token: verb, rest: head.rest.slice(2) };
}

function findHead(main: readonly Token[], language: Vocabulary): Head | null {
  let from = 0;
  // "At 2:14 you …", "In the opening pause …", "On Tuesday the price …"
  const lead = main[0];
  if (lead && language.prepositions.has(lead.lower)) from = pastLead(main, language);
  while (
    main[from] &&
    (language.negations.has(lower(main, from)) || language.adverbs.has(lower(main, from)))
  ) {
    if (language.anchors.numbers.has(lower(main, from)) || language.determiners.has(lower(main, from))) break;
    from++;
  }
  if (lower(main, from) === 'do' && lower(main, from + 1) === "n't") from += 2;
  else if (lower(main, from) === 'do' && lower(main, from + 1) === 'not') from += 2;
  const tokens = main.slice(from);
  return leftOut(tokens, language) ?? asked(tokens, language) ?? observed(tokens, language);
}

/** "… and did not send it": the subject is in the clause before. */
function leftOut(tokens: readonly Token[], language: Vocabulary): Head | null {
  const verb = tokens[2];
  if (!verb || !/^(?:did|does)$/.test(lower(tokens, 0)) || !/^(?:not|n't)$/.test(lower(tokens, 1)))
    return null;
  const reading = language.readVerb(verb.lower).find(r => r.form === 'base');
  if (!reading) return null;
  return {
    class: reading.class,
    lemma: reading.lemma,
    token: verb,
    rest: tokens.slice(3),
    mood: 'observed',
    subject: [],
  };
}

function lower(tokens: readonly Token[], at: number): string {
  return tokens[at]?.lower ?? '';
}

/**
 * Where a leading prepositional phrase ends: at a subject pronoun, a noun phrase with a determiner, or a verb after a
 * noun.
 */
function pastLead(main: readonly Token[], language: Vocabulary): number {
  for (let i = 2; i < main.length; i++) {
    const word = lower(main, i);
    const before = lower(main, i - 1);
    const closed =
      !language.prepositions.has(before) &&
      !language.determiners.has(before) &&
      !language.possessives.has(before);
    if (!closed || before === "'s") continue;
    if (language.persons.has(word) || language.determiners.has(word) || language.possessives.has(word))
      return i;
    if (language.readVerb(word).some(r => r.form === 'base') && main[i + 1]) return i;
    if (language.readVerb(word).some(r => r.form === 'base') && i === main.length - 1) return i;
  }
  return 0;
}

function asked(tokens: readonly Token[], language: Vocabulary): Head | null {
  const first = tokens[0];
  const next = tokens[1];
  if (first?.kind !== 'word') return null;
  if (language.pronouns.has(first.lower) || language.determiners.has(first.lower)) return null;
  if (language.possessives.has(first.lower)) return null;
  const readings = language.readVerb(first.lower);
  const base = readings.find(r => r.form === 'base');
  if (base) {
    const gerund =
      next && /ing$/.test(next.lower) && language.aspectVerbs.has(base.lemma)
        ? language.readVerb(next.lower).find(r => r.form === 'ing')
        : undefined;
    if (gerund && next) {
      return {
        class: gerund.class,
        lemma: gerund.lemma,
        token: next,
        rest: tokens.slice(2),
        mood: 'asked',
        subject: [],
      };
    }
    if (
      next &&
      language.aspectVerbs.has(base.lemma) &&
      /\p{L}{3}ing$/u.test(next.lower) &&
      !language.quality.has(next.lower)
    ) {
      return {
        class: 'unknown',
        lemma: next.lower,
        token: next,
        rest: tokens.slice(2),
        mood: 'asked',
        subject: [],
      };
    }
    // "Follow-up email was sent late": a noun first, the verb later.
    const later = observed(tokens, language);
    if (
      later &&
      isConjugated(later, language) &&
      later.subject.length >= 1 &&
      later.subject.length <= 3 &&
      !opensObject(next, language)
    ) {
      return later;
    }
    return {
      class: base.class,
      lemma: base.lemma,
      token: first,
      rest: tokens.slice(1),
      mood: 'asked',
      subject: [],
    };
  }
  const gerund = readings.find(r => r.form === 'ing');
  if (gerund) {
    return {
      class: gerund.class,
      lemma: gerund.lemma,
      token: first,
      rest: tokens.slice(1),
      mood: 'asked',
      subject: [],
    };
  }
  const past = readings.find(r => r.form === 'past');
  const plain =
    next?.kind !== 'word' ||
    language.prepositions.has(next.lower) ||
    language.adverbs.has(next.lower) ||
    language.seenStates.has(next.lower);
  if (past && (plain || opensObject(next, language))) {
    return {
      class: past.class,
      lemma: past.lemma,
      token: first,
      rest: tokens.slice(1),
      mood: 'observed',
      subject: [],
    };
  }
  const unread =
    readings.length === 0 && !language.quality.has(first.lower) && !language.degree.has(first.lower);
  if (unread && opensObject(next, language) && !observed(tokens, language)) {
    return {
      class: 'unknown',
      lemma: first.lower,
      token: first,
      rest: tokens.slice(1),
      mood: 'asked',
      subject: [],
    };
  }
  return null;
}

/** Does the verb follow a copula or auxiliary, or is it in the past, so that it cannot be a noun? */
function isConjugated(head: Head, language: Vocabulary): boolean {
  const before = head.subject.at(-1)?.lower ?? '';
  return (
    language.copulas.has(head.token.lower) ||
    language.copulas.has(before) ||
    language.have.has(before) ||
    head.class === 'seen'
  );
}

function opensObject(next: Token | undefined, language: Vocabulary): boolean {
  if (!next) return false;
  return (
    next.kind === 'number' ||
    next.kind === 'quote' ||
    language.determiners.has(next.lower) ||
    language.possessives.has(next.lower) ||
    language.pronouns.has(next.lower) ||
    language.anchors.numbers.has(next.lower) ||
    next.name
  );
}

function observed(tokens: readonly Token[], language: Vocabulary): Head | null {
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word') continue;
    const before = lower(tokens, i - 1);
    const subject = tokens.slice(0, i);
    const found = (at: number, kind: Head['class'], lemma: string): Head | null => {
      const verb = tokens[at];
      return verb
        ? {
            class: kind,
            lemma,
            token: verb,
            rest: tokens.slice(at + 1),
            mood: 'observed',
            subject: tokens.slice(0, at),
          }
        : null;
    };
    if (language.copulas.has(token.lower) && !(token.lower === "'s" && isPossessive(before, language))) {
      return afterCopula(tokens, i, language);
    }
    if (i === 0) continue;
    if (language.modals.has(token.lower) || language.have.has(token.lower)) {
      let at = i + 1;
      while (language.adverbs.has(lower(tokens, at)) || language.negations.has(lower(tokens, at))) at++;
      if (language.copulas.has(lower(tokens, at))) return afterCopula(tokens, at, language);
      const reading = language
        .readVerb(lower(tokens, at))
        .find(r => (language.have.has(token.lower) ? r.form === 'past' : r.form === 'base'));
      if (reading) return found(at, reading.class, reading.lemma);
      if (language.have.has(token.lower)) {
        if (language.looksPast(lower(tokens, at))) return found(at, 'unknown', lower(tokens, at));
        const person = subject.some(word => language.persons.has(word.lower));
        return found(i, person ? 'light' : 'seen', 'have');
      }
      if (language.modals.has(token.lower) && token.lower !== "'d") continue;
    }
    if (
      language.determiners.has(before) ||
      language.possessives.has(before) ||
      language.prepositions.has(before)
    )
      continue;
    if (before === "'s") continue;
    const readings = language.readVerb(token.lower);
    const past = readings.find(r => r.form === 'past');
    const adjective = past && tokens[i + 1]?.kind === 'word' && isAttribute(tokens, i, language);
    if (past && !adjective) return found(i, past.class, past.lemma);
    const person = language.persons.has(before) || before === 'who' || before === 'it' || before === 'nobody';
    const present = readings.find(r => r.form === 's' || (r.form === 'base' && person));
    const afterNoun = subject.some(
      word => language.determiners.has(word.lower) || language.possessives.has(word.lower) || word.name,
    );
    if (present && (person || (afterNoun && present.form === 's' && verbPosition(tokens, i, language)))) {
      return found(i, present.class, present.lemma);
    }
    if (
      readings.length === 0 &&
      language.looksPast(token.lower) &&
      (person || afterNoun) &&
      !isAttribute(tokens, i, language)
    ) {
      return found(i, 'unknown', token.lower);
    }
  }
  return null;
}

/** `the closed deal`: a participle before its noun, with a determiner before both and a verb still to come. */
function isAttribute(tokens: readonly Token[], at: number, language: Vocabulary): boolean {
  const before = lower(tokens, at - 1);
  const next = lower(tokens, at + 1);
  const nounNext =
    next !== '' &&
    !opensObject(tokens[at + 1], language) &&
    !language.prepositions.has(next) &&
    !language.adverbs.has(next) &&
    !language.triggers.has(next) &&
    !language.negations.has(next);
  return language.determiners.has(before) && nounNext;
}

/** A word in -s is a verb if an object, a preposition or the end follows, and no other noun. */
function verbPosition(tokens: readonly Token[], at: number, language: Vocabulary): boolean {
  const next = tokens[at + 1];
  if (!next) return at >= 2;
  if (language.copulas.has(next.lower) || language.modals.has(next.lower) || language.have.has(next.lower))
    return false;
  return (
    opensObject(next, language) || language.prepositions.has(next.lower) || language.adverbs.has(next.lower)
  );
}

function isPossessive(before: string, language: Vocabulary): boolean {
  return !language.pronouns.has(before) && !/^(?:that|there|what|here|who|it)$/.test(before);
}

function afterCopula(tokens: readonly Token[], copula: number, language: Vocabulary): Head | null {
  const token = tokens[copula];
  if (!token) return null;
  let at = copula + 1;
  while (
    language.adverbs.has(lower(tokens, at)) ||
    language.negations.has(lower(tokens, at)) ||
    language.copulas.has(lower(tokens, at))
  ) {
    if (language.determiners.has(lower(tokens, at)) || language.seenStates.has(lower(tokens, at))) break;
    at++;
  }
  const next = tokens[at];
  const head = (kind: Head['class'], lemma: string, verb: Token, rest: Token[]): Head => ({
    class: kind,
    lemma,
    token: verb,
    rest,
    mood: 'observed',
    subject: tokens.slice(0, copula),
  });
  if (!next) return head('state', 'be', token, []);
  const existential = lower(tokens, copula - 1) === 'there';
  if (existential) return head('seen', 'be', token, tokens.slice(at));
  const verb = language.readVerb(next.lower).find(r => r.form === 'past' || r.form === 'ing');
  if (verb) return head(verb.class, verb.lemma, next, tokens.slice(at + 1));
  const graded = language.quality.has(next.lower) || language.degree.has(next.lower);
  if (language.seenStates.has(next.lower)) return head('seen', 'be', next, tokens.slice(at + 1));
  if (
    !graded &&
    (next.kind === 'number' || next.kind === 'quote' || language.anchors.numbers.has(next.lower))
  ) {
    return head('seen', 'be', token, tokens.slice(at));
  }
  if (!graded && language.prepositions.has(next.lower)) return head('seen', 'be', token, tokens.slice(at));
  if (!graded && language.looksPast(next.lower))
    return head('unknown', next.lower, next, tokens.slice(at + 1));
  return head('state', 'be', token, tokens.slice(at));
}
