/** What is known of a language, as data that anybody can tune. A pattern is tried on words in lower case. */
export interface SpeechLanguage {
  /** A word that is only a sound. */
  filler: RegExp;
  /** Phrases that carry no content, and only those that hardly ever do. */
  discourse: readonly RegExp[];
  /** What the sentence of a hook does. The first kind that fits counts. */
  hook: readonly { type: HookType; patterns: readonly RegExp[] }[];
  greeting: RegExp;
  callToAction: readonly RegExp[];
  /** In a sales call: the next step, said aloud. */
  nextStep: readonly RegExp[];
  /** Takes back what follows within a few words. */
  negation: RegExp;
  /** Turns a negation into its opposite: “don’t forget to subscribe”. */
  reminder: RegExp;
}

export type HookType = 'outcome' | 'tension' | 'contrast';
