/** English, put together from its lists. */
import type { Lexicon, Vocabulary } from '../types.ts';
import { hints } from './hints.ts';
import { looksEnglishPast, readEnglishVerb } from './morphology.ts';
import { carriers, harmless, hedges, idioms, personal, praise, seenPhrases } from './patterns.ts';
import { outcomePatterns, places, times, vagueTriggers } from './places.ts';
import { aspectVerbs, leadingVerbs } from './verbs.ts';
import * as words from './words.ts';

/** The vocabulary for one workspace: its own verbs are read as verbs. */
export function english(lexicon?: Lexicon): Vocabulary {
  const readings = new Map<string, ReturnType<typeof readEnglishVerb>>();
  return {
    readVerb(word) {
      const known = readings.get(word);
      if (known) return known;
      const read = readEnglishVerb(word, lexicon);
      readings.set(word, read);
      return read;
    },
    looksPast: looksEnglishPast,
    personal,
    outcome: {
      verbs: words.outcomeVerbs,
      nouns: words.outcomeNouns,
      winVerbs: words.winVerbs,
      wins: words.wins,
      moves: words.moves,
      drifts: words.drifts,
      things: words.things,
      patterns: outcomePatterns,
    },
    quality: words.quality,
    harmless,
    degree: words.degree,
    degreePhrases: words.degreePhrases,
    frequency: words.frequency,
    absolutes: words.absolutes,
    hedges,
    carriers,
    praise,
    fillers: words.fillers,
    adverbs: words.adverbs,
    determiners: words.determiners,
    possessives: words.possessives,
    pronouns: words.pronouns,
    persons: words.persons,
    prepositions: words.prepositions,
    conjunctions: words.conjunctions,
    copulas: words.copulas,
    have: words.have,
    modals: words.modals,
    negations: words.negations,
    aspectVerbs,
    leadingVerbs,
    triggers: words.triggers,
    telling: words.telling,
    contents: words.contents,
    purposes: words.purposes,
    purposeVerbs: words.purposeVerbs,
    seenStates: words.seenStates,
    lightNouns: words.lightNouns,
    idioms,
    seenPhrases,
    anchors: { numbers: words.numberWords, times, places, vagueTriggers },
    metricPhrase: words.metricPhrase,
    question:
      /^(?:and |so |but )?(?:what|how|when|where|which|who|whom|whose|did|do|does|is|are|was|were|can|could|would|will|have|has|in what|at what)\b/,
    hints,
  };
}
