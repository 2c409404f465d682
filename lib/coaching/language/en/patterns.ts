/** English patterns over a text in lower case, with straight apostrophes and its quotations blanked out. */
import type { Patterns } from '../types.ts';

export const patterns: Patterns = {
  discipline: [
    /\b(?:final|written|verbal|formal|official|last|first|second) warning\b(?! (?:light|label|message|sign|sound|tone|screen|banner|mail|email|appears|comes|pops))/,
    /\b(?:consider (?:this|yourself) (?:a |your )?warn(?:ing|ed)|i(?:'m| am) warning you|you(?:'ve| have) been warned|be warned)\b/,
    /\b(?:performance improvement plan|on a pip)\b/,
    /\b(?:there (?:will|would|may|might|could) be|face|facing|suffer) (?:\w+ )?consequences\b|\bconsequences for you\b/,
    /\b(?:take (?:this|it|that) to|tell|involve|report you to|go to) (?:hr|human resources)\b(?! (?:manager|director|lead|team|software|system|head|department of))/,
    /\b(?:terminat(?:e|ed|ion of) (?:you|your employment)|get you fired|fire you|you(?:'re| are| will be|'ll be) (?:fired|sacked|demoted)|disciplinary)\b/,
    /\b(?:strike (?:one|two|three)|(?<!(?:their|his|her|its) )last chance|thin ice|your job (?:is|depends) (?:on the line|at stake|at risk)|lose your job|let you go|write you up|writing you up|written you up)\b/,
    /\b(?:on your (?:permanent )?(?:file|record)|reprimand|misconduct|insubordinat\w+)\b/,
  ],
  accusation: [
    /\bwhy (?:did|do|does|are|were|wo|could|ca|can|have|has|had|would)(?:n't| not) you\b|\bwhy can you not\b/,
    /\bhow (?:could|dare) you\b|\bwhat(?:'s| is) wrong with you\b|\bwhat were you (?:even )?thinking\b/,
  ],
  absolute: [
    /\byou(?:'ve| have| are|'re)? (?:just |simply )?(?:always|never|constantly|forever)\b/,
    /\bas (?:usual|always|ever)\b|\b(?:typical|so like|classic) (?:of )?you\b/,
  ],
  hedge: [
    /\b(?:maybe|perhaps|possibly|i feel like|i guess|i suppose|i think|might want to|if you (?:feel )?like(?: it)?|if you want|you could possibly|it might be)\b/,
  ],
  frequency: [
    /\b(?:always|often|usually|constantly|lately|generally|regularly|frequently|consistently|normally|typically|sometimes|occasionally|rarely|seldom|routinely|now and then|every so often|from time to time)\b/,
  ],
};
