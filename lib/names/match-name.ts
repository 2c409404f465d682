/**
 * Finds out whose name a text is. The text is a name as a site writes it: with a label around it, with an initial,
 * with the family name first, or as a login or e-mail address. The candidates are the people it could mean.
 * `sure` names one person, and only if no other candidate fits as well. We don't guess nicknames, and a first or
 * family name alone is never sure. Text around a whole name counts as a label unless it continues the name: "Mara
 * Okafor Lind" and "Okafor-Lind" may be somebody other than Mara Okafor.
 */
import { foldsOf, isCjk, lowered, type Word, wordsOf } from './words.ts';

export interface Named {
  id: string;
  name: string;
}

export type NameMatch =
  | { kind: 'sure'; id: string }
  /** The possible people, likeliest first. */
  | { kind: 'unsure'; ids: string[] }
  | { kind: 'none' };

/** From a hint to the name exactly as written. A grade below `SHORT` is never sure. */
const [WEAK, SHORT, TURNED, FOLDED, WRITTEN] = [1, 2, 3, 4, 5] as const;
type Grade = typeof WEAK | typeof SHORT | typeof TURNED | typeof FOLDED | typeof WRITTEN;

/** A stretch of the text that fits one person, with the indices of its first and last word. */
interface Match {
  id: string;
  grade: Grade;
  /** The whole name is there, even if the words beside it lowered `grade`. */
  whole: boolean;
  from: number;
  to: number;
}

const words = (list: string) => new Set(list.split(/\s+/).flatMap(foldsOf));

const TITLES = words(
  `dr prof professor doctor doktor doc mag dipl ing phd md mba msc bsc mr mrs ms miss mx sir dame madam herr frau
   monsieur madame mme mlle señor señora sr sra srta don doña signor signora sig dott pan pani bay bayan hr fr dhr mevr`,
);
/** Particles begin both names and labels, so alone they name nobody. */
const PARTICLES = words(
  'van von vom zu zum zur der den de del della di da do dos das du la le el al bin ibn ben ter ten y e i of by',
);
/** Labels that look like names, capitalised and with nothing in between. Only those that sites commonly use. */
const ROLES = words(
  `owner owned assignee assigned author creator created editor contact user rep agent manager lead executive sales
   account responsible follower followed by besitzer besitzerin inhaber inhaberin eigentümer eigentümerin betreuer betreuerin
   bearbeiter bearbeiterin ersteller zuständig verantwortlich verantwortliche autor vertrieb propriétaire responsable
   auteur propietario propietaria responsável proprietário proprietario proprietaria właściciel opiekun sahibi sorumlu
   eigenaar ägare ejer eier omistaja vlastník tulajdonos владелец ответственный автор المالك المسؤول`,
);

/** Who does `text` mean? */
export function matchName(text: string, people: readonly Named[]): NameMatch {
  // Compare the text as written first: an exact match wins over anything else it could be read as.
  for (const same of [tidy, (name: string) => lowered(tidy(name))]) {
    const whole = people.filter(({ name }) => same(name) === same(text) && same(text) !== '');
    if (whole.length > 0) return answer(whole.map(({ id }) => id));
  }
  const said = wordsOf(text);
  return decide(people.flatMap(person => matchesOf(person, said)));
}

function tidy(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim();
}

function answer(ids: readonly string[], sure = true): NameMatch {
  const [first, ...others] = new Set(ids);
  if (first === undefined) return { kind: 'none' };
  return sure && others.length === 0
    ? { kind: 'sure', id: first }
    : { kind: 'unsure', ids: [first, ...others] };
}

function decide(matches: readonly Match[]): NameMatch {
  const sorted = [...matches].sort((a, b) => b.grade - a.grade || a.from - b.from);
  const strong = sorted.filter(({ grade }) => grade > WEAK);
  const standing = strong.filter(match => !strong.some(other => outdoes(other, match)));
  const [best] = standing;
  const all = [...standing, ...sorted].map(({ id }) => id);
  if (!best) return answer(all, false);
  if (new Set(standing.map(({ id }) => id)).size > 1) return answer(standing.map(({ id }) => id));
  // The text also contains somebody else's whole name, and the best match uses a part of it.
  const contested =
    best.grade === SHORT && sorted.some(each => each.whole && each.id !== best.id && overlap(each, best));
  return contested ? answer(all, false) : answer([best.id]);
}

/** Does `a` explain the same words better, or the same words and more? */
function outdoes(a: Match, b: Match): boolean {
  if (a.id === b.id || a.from > b.from || a.to < b.to) return false;
  return a.grade > b.grade || (a.grade === b.grade && a.to - a.from > b.to - b.from);
}

function overlap(a: Match, b: Match): boolean {
  return a.from <= b.to && b.from <= a.to;
}

function matchesOf({ id, name }: Named, said: readonly Word[]): Match[] {
  const own = ownWords(name);
  if (own.length === 0) return [];
  const matches: Match[] = [];
  for (let from = 0; from < said.length; from++) {
    for (let to = from; to < said.length && to <= from + own.length + 3; to++) {
      if (to > from && said[to]?.before === 'break') break;
      const run = runOf(said, from, to);
      const grade = run && gradeOf(run, own);
      if (!run || !grade) continue;
      const here = beside(grade, run, own, said, from, to);
      if (here) matches.push({ id, grade: here, whole: grade >= TURNED, from, to });
    }
  }
  return matches;
}

/** The words of a member's own name, without titles and anything in trailing brackets. */
function ownWords(name: string): Word[] {
  const all = wordsOf(name);
  const end = all.findIndex(({ before }, i) => i > 0 && before === 'break');
  const core = end < 0 ? all : all.slice(0, end);
  const comma = core.findIndex(({ before }) => before === 'comma');
  const turned = comma < 0 ? core : [...core.slice(comma), ...core.slice(0, comma)];
  const bare = turned.filter(word => !isOneOf(TITLES, word));
  return bare.length > 0 ? bare : turned;
}

/** A stretch that may be a name. */
interface Run {
  /** In the order of the name: the words after a comma come first. */
  words: Word[];
  comma: boolean;
}

function runOf(said: readonly Word[], from: number, to: number): Run | undefined {
  const all = said.slice(from, to + 1);
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last || isOneOf(TITLES, first) || isOneOf(TITLES, last)) return undefined;
  const commas = all.flatMap(({ before }, i) => (i > 0 && before === 'comma' ? [i] : []));
  const [comma] = commas;
  if (commas.length > 1) return undefined;
  const ordered = comma === undefined ? all : [...all.slice(comma), ...all.slice(0, comma)];
  return { words: ordered.filter(word => !isOneOf(TITLES, word)), comma: comma !== undefined };
}

/** How well a stretch fits a name, ignoring the words around it. */
function gradeOf(run: Run, own: readonly Word[]): Grade | undefined {
  const { words } = run;
  if (!run.comma && joined(words, 'exact') === joined(own, 'exact')) return WRITTEN;
  const inOrder = words.length === own.length && words.every((word, i) => sameWord(word, own[i]));
  if (inOrder || shared(joinedFolds(words), joinedFolds(own))) return FOLDED;
  if (own.length > 1 && isTurned(words, own)) return TURNED;
  if (isShort(run, own, fits) || hasMore(words, own)) return SHORT;
  if (isTight(words) && logins(own).has(joined(words, 'fold'))) return SHORT;
  if (isShort(run, own, fitsLoosely) || isHint(words, own)) return WEAK;
  return undefined;
}

/** The same words with the family name first. */
function isTurned(words: readonly Word[], own: readonly Word[]): boolean {
  const rest = [...own];
  for (const word of words) {
    const at = rest.findIndex(each => sameWord(word, each));
    if (at < 0) return false;
    rest.splice(at, 1);
  }
  return rest.length === 0;
}

type Fit = (word: Word, own: Word) => boolean;
const fits: Fit = (word, own) =>
  sameWord(word, own) || (word.initial && own.folds.some(fold => fold.startsWith(word.folds[0] ?? '?')));
/** The member's own name has only an initial here: "Mara O." */
const fitsLoosely: Fit = (word, own) => fits(word, own) || fits(own, word);

/** The first name and one more, each whole or an initial, at least one whole: "M. Okafor", "Mara O.", "Okafor M." */
function isShort({ words, comma }: Run, own: readonly Word[], alike: Fit): boolean {
  if (words.length < 2 || own.length < 2 || words.every(isSlight)) return false;
  const orders = comma
    ? [words]
    : [words, [...words.slice(1), ...words.slice(0, 1)], [...words.slice(-1), ...words.slice(0, -1)]];
  return orders.some(order => {
    const [first] = order;
    return first && own[0] && alike(first, own[0]) && isWithin(order, own, alike);
  });
}

/** The text has a middle name or initial that the member's own name lacks. */
function hasMore(words: readonly Word[], own: readonly Word[]): boolean {
  const [first, last, ownFirst, ownLast] = [words[0], words.at(-1), own[0], own.at(-1)];
  if (!first || !last || !ownFirst || !ownLast || own.length < 2) return false;
  if (words.length <= own.length || words.length > own.length + 2) return false;
  const extra = words.filter(word => !own.some(each => fits(word, each)));
  return (
    sameWord(first, ownFirst) &&
    sameWord(last, ownLast) &&
    isWithin(own, words, sameWord) &&
    extra.every(({ initial, nameLike }) => initial || nameLike)
  );
}

/** Is `part` contained in `all`, in the same order? */
function isWithin(part: readonly Word[], all: readonly Word[], alike: Fit): boolean {
  let at = 0;
  for (const each of all) {
    const next = part[at];
    if (next && alike(next, each)) at += 1;
  }
  return at === part.length;
}

/**
 * Weak evidence: one name of several, a login with a number, part of a name written as one word, a login for a name.
 */
function isHint(words: readonly Word[], own: readonly Word[]): boolean {
  const [word] = words;
  if (!word) return false;
  const letters = joined(words, 'fold');
  const name = joined(own, 'fold');
  const numbered = letters.replace(/\p{N}+$/u, '');
  if (isTight(words) && numbered !== letters && (logins(own).has(numbered) || numbered === name)) return true;
  if (own.length === 1 && words.length > 1 && logins(words).has(name)) return true;
  if (words.length > 1) return false;
  if (isCjk(letters) && isCjk(name) && letters.length > 1)
    return letters.includes(name) || name.startsWith(letters) || name.endsWith(letters);
  return !isSlight(word) && own.some(each => sameWord(word, each));
}

/** The logins people commonly have. Four letters at least, because anything shorter could be any word. */
function logins(own: readonly Word[]): Set<string> {
  const found = new Set<string>();
  if (own.length < 2) return found;
  for (const at of [0, -1]) {
    const all = own.map(({ folds }) => folds.at(at) ?? '');
    const [first = '', last = ''] = [all[0], all.at(-1)];
    const [f = '', l = ''] = [[...first][0], [...last][0]];
    const rest = all.slice(1).join('');
    const initials = all
      .slice(0, -1)
      .map(each => [...each][0])
      .join('');
    const forms = [f + last, f + rest, initials + last, first + last, last + first, last + f, first + l];
    for (const form of forms) if (form.length >= 4) found.add(form);
  }
  return found;
}

/** The grade after looking at the neighbouring words; undefined if they make it a different name. */
function beside(
  grade: Grade,
  run: Run,
  own: readonly Word[],
  said: readonly Word[],
  from: number,
  to: number,
): Grade | undefined {
  const script = isCjk(joined(run.words, 'exact'));
  /** In a text without capitals any following word may be a name. */
  const tells = run.words.length < 2 || run.words.some(({ nameLike }) => nameLike);
  const isName = (word: Word | undefined, gap: Word['before'] | undefined, after: boolean) => {
    if (!word || gap === 'comma' || gap === 'break' || isOneOf(ROLES, word)) return false;
    const other = isCjk(word.exact);
    if (script || other) return gap === 'tight' && script === other && !/^\p{sc=Hira}+$/u.test(word.exact);
    return (
      gap === 'tight' || word.nameLike || word.initial || (after && !tells && /^\p{L}/u.test(word.exact))
    );
  };
  let left = from - 1;
  let leftGap = said[from]?.before;
  for (let word = said[left]; leftGap === 'space' && word && isOneOf(TITLES, word); word = said[left]) {
    leftGap = word.before;
    left -= 1;
  }
  const right = said[to + 1];
  const leads = isName(said[left], left < 0 ? undefined : leftGap, false);
  const goesOn = isName(right, right?.before, true) && !(right && isOneOf(TITLES, right));
  if (grade >= TURNED && own.length > 1 && !run.comma) {
    // Many sites write a label as one capitalised word before a whole name.
    return goesOn || (leads && leftGap === 'tight') ? WEAK : grade;
  }
  // "Family name, first name": whatever follows is a middle name.
  if (grade >= TURNED && run.comma) return leads ? WEAK : goesOn ? SHORT : grade;
  if (grade >= SHORT && !(isTight(run.words) && grade === SHORT)) return leads || goesOn ? WEAK : grade;
  return leads || goesOn ? undefined : grade;
}

function isSlight(word: Word): boolean {
  return word.initial || word.exact.length < 2 || isOneOf(PARTICLES, word) || isOneOf(TITLES, word);
}

function isOneOf(list: ReadonlySet<string>, word: Word): boolean {
  return word.folds.some(fold => list.has(fold));
}

function isTight(words: readonly Word[]): boolean {
  return words.every(({ before }, i) => i === 0 || before === 'tight');
}

function sameWord(a: Word, b: Word | undefined): boolean {
  return b !== undefined && shared(a.folds, b.folds);
}

function shared(a: readonly string[], b: readonly string[]): boolean {
  return a.some(each => b.includes(each));
}

function joined(list: readonly Word[], how: 'exact' | 'fold'): string {
  return list.map(({ exact, folds }) => (how === 'exact' ? exact : folds[0])).join('');
}

function joinedFolds(list: readonly Word[]): string[] {
  return [0, -1].map(at => list.map(({ folds }) => folds.at(at)).join(''));
}
