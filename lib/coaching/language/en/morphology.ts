/** English verb forms: from a word to the verbs that it may be. */
import type { Lexicon, VerbForm, VerbReading } from '../types.ts';
import { verbClasses } from './verbs.ts';

/** Irregular forms: `base past participle`. */
const IRREGULAR = `
  be was been; be were been; have had had; do did done; say said said; go went gone; get got got; get got gotten;
  make made made; know knew known; think thought thought; take took taken; see saw seen; come came come;
  give gave given; find found found; tell told told; become became become; leave left left; feel felt felt;
  bring brought brought; begin began begun; keep kept kept; hold held held; write wrote written; stand stood stood;
  hear heard heard; let let let; mean meant meant; set set set; meet met met; run ran run; pay paid paid; sit sat sat;
  speak spoke spoken; lie lay lain; lead led led; read read read; grow grew grown; lose lost lost; fall fell fallen;
  send sent sent; build built built; understand understood understood; draw drew drawn; break broke broken;
  spend spent spent; cut cut cut; rise rose risen; drive drove driven; buy bought bought; wear wore worn;
  choose chose chosen; shake shook shaken; throw threw thrown; catch caught caught; hit hit hit; put put put;
  shoot shot shot; sing sang sung; ring rang rung; show showed shown; hide hid hidden; win won won; sell sold sold;
  teach taught taught; hang hung hung; stick stuck stuck; eat ate eaten; drink drank drunk; forget forgot forgotten;
  lay laid laid; quit quit quit; split split split; spread spread spread; swim swam swum; sweep swept swept;
  blow blew blown; fly flew flown; freeze froze frozen; wake woke woken; strike struck struck; stink stank stunk;
  forbid forbade forbidden; bend bent bent; kneel knelt knelt; rewrite rewrote rewritten; redo redid redone;
  beat beat beaten; shine shone shone; seek sought sought; deal dealt dealt; dig dug dug; undo undid undone
`;

const irregular = new Map<string, { lemma: string; form: VerbForm }>();
for (const entry of IRREGULAR.trim().split(/;\s*/)) {
  const [base, past, participle] = entry.trim().split(' ');
  if (!base || !past || !participle) continue;
  for (const form of [past, participle]) {
    if (form !== base && !irregular.has(form)) irregular.set(form, { lemma: base, form: 'past' });
  }
}
for (const form of ['am', 'are', 'is']) irregular.set(form, { lemma: 'be', form: 's' });
irregular.set('has', { lemma: 'have', form: 's' });
irregular.set('does', { lemma: 'do', form: 's' });

/** Bases whose past looks the same: `You read the slide` and `Read the slide`. */
const SAME_PAST = new Set([
  'read',
  'cut',
  'put',
  'set',
  'hit',
  'let',
  'quit',
  'split',
  'spread',
  'run',
  'come',
  'become',
]);

/** Readings of a lower-case word as a verb of the lists or of the workspace. */
export function readEnglishVerb(word: string, lexicon?: Lexicon): VerbReading[] {
  const readings: VerbReading[] = [];
  const add = (lemma: string, form: VerbForm) => {
    const kind = verbClasses.get(lemma) ?? (lexicon?.verbs.includes(lemma) ? 'observable' : undefined);
    if (kind) readings.push({ lemma, form, class: kind });
    return kind !== undefined;
  };
  add(word, 'base');
  if (SAME_PAST.has(word)) add(word, 'past');
  const fixed = irregular.get(word);
  if (fixed) add(fixed.lemma, fixed.form);
  if (word.startsWith('re-')) {
    readings.push(...readEnglishVerb(word.slice(3), lexicon));
  }
  for (const [ending, form] of ENDINGS) {
    if (!word.endsWith(ending) || word.length - ending.length < 2) continue;
    const stem = word.slice(0, -ending.length);
    for (const base of basesOf(stem, ending)) if (add(base, form)) break;
  }
  return readings;
}

const ENDINGS: readonly (readonly [string, VerbForm])[] = [
  ['ing', 'ing'],
  ['ed', 'past'],
  ['s', 's'],
];

function basesOf(stem: string, ending: string): string[] {
  if (ending === 's') {
    if (stem.endsWith('ie')) return [stem, `${stem.slice(0, -2)}y`];
    return stem.endsWith('e') ? [stem, stem.slice(0, -1)] : [stem];
  }
  const bases = [stem, `${stem}e`];
  if (ending === 'ed' && stem.endsWith('i')) bases.push(`${stem.slice(0, -1)}y`);
  if (stem.at(-1) === stem.at(-2)) bases.push(stem.slice(0, -1));
  if (stem.endsWith('y') && ending === 'ing') bases.push(`${stem.slice(0, -1)}ie`);
  return bases;
}

/** `filmed`, `carried`: perhaps the past of a verb that no list has. */
export function looksEnglishPast(word: string): boolean {
  return /[a-z]{2}ed$/.test(word) && !/(?:need|speed|feed|seed|deed|weed|indeed|hundred|shred)$/.test(word);
}
