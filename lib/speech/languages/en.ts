import type { SpeechLanguage } from './language.ts';

/**
 * Not after a word that makes it a noun or somebody's habit: “the download was slow” calls nobody to anything. Recognisers
 * write no stops, so where an imperative begins cannot be asked for.
 */
const CALL = String.raw`(?<!\b(?:i|we|they|people|who|a|an|the|this|that|each|every|per|one|my|your|our|his|her|its|free) )`;

export const en: SpeechLanguage = {
  filler: /^(?:u+m+|u+h+m*|e+r+m*|e+h+|a+h+|h+m+|m{2,})$/,
  discourse: [
    /\byou know\b(?! (?:what|how|why|when|where|who|that|if|the|this|these|my|your|it|him|her|them|about)\b)/,
    /\bi mean\b/,
    /\b(?<!(?:what|this|that|some|any|every|each|which|all|the|one|a|these|those|another) )(?:sort|kind) of\b/,
    /\bbasically\b/,
    /\bliterally\b/,
  ],
  hook: [
    {
      type: 'contrast',
      patterns: [
        /\binstead\b/,
        /\bmost\b.*\bbut\b/,
        /\bnot\b.*\bbut\b/,
        /\bbefore\b.*\bafter\b/,
        /\b(?:vs|versus)\b/,
        /\brather than\b/,
      ],
    },
    {
      type: 'outcome',
      patterns: [
        /\byou(?:['’]ll| will)\b/,
        /\bby the end\b/,
        /\bhow to\b/,
        /\b(?:get|learn|save|make|win|earn|gain|double|cut)\b.*(?:\d|\b(?:more|faster|better|result|results|leads|clients|customers|views|deals|replies|sales|time|money)\b)/,
      ],
    },
    {
      type: 'tension',
      patterns: [
        /\b(?:but|mistakes?|wrong|problems?|stop|never|nobody|no one|fail(?:s|ed)?|los(?:e|es|ing|t))\b/,
        /\bdon['’]?t\b/,
      ],
    },
  ],
  greeting:
    /^(?:hi|hey|hello|yo|welcome(?: back)?|what['’]?s up|good (?:morning|evening)|my name is|i['’]?m \w+ and)\b/,
  callToAction: [
    new RegExp(`${CALL}subscribe\\b`),
    /\bfollow (?:me|us|along|for)\b/,
    /\blike (?:this|the) (?:video|post|clip)\b/,
    /\b(?:hit|smash|press|tap) (?:the |that )?(?:like|bell|subscribe|follow)\b/,
    /\bcomment (?:below|down)\b/,
    /\b(?:leave|drop) (?:a|me a|us a|your) comment\b/,
    /\blink(?:s)?(?: is| are|['’]s)? in (?:the |my |our )?(?:bio|description|comments)\b/,
    new RegExp(`${CALL}click\\b`),
    /\btap (?:the|on|here|below|this)\b/,
    /\bsign up\b/,
    new RegExp(`${CALL}download\\b`),
    /\bbook (?:a|your) \w+/,
    /\btry it\b/,
    /\buse (?:my|the|our) code\b/,
    /\bjoin (?:us|me|the|our|my|now)\b/,
    /\b(?:dm|message) me\b/,
    /\bwatch (?:this|the) next\b/,
  ],
  nextStep: [
    /\bnext step\b/,
    /\bi(?:['’]ll| will) send\b/,
    /\blet['’]?s (?:meet|book|schedule|talk|speak)\b/,
    /\bby (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|noon|(?:the )?end of (?:the )?(?:day|week))\b/,
  ],
  reminder: /^(?:forget|hesitate|miss)$/,
  negation: /^(?:don['’]?t|do|not|never|without|no|needn['’]?t|won['’]?t|stop)$/,
};
