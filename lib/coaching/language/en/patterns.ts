/** English patterns over a text in lower case, with straight apostrophes and its quotations blanked out. */
import type { Patterns } from '../types.ts';

const YOU_WILL = "you(?:'re| are|'ll| will| would|'d)(?: be| get| be getting| be getting| getting| being)?";
const I_WILL = "(?:i|we)(?:'m| am|'re| are|'ll| will|'ve| have| had to| have to)?(?: \\w+)?";

/**
 * Discipline stops a note, so each pattern says to whom: a landlord's written warning, a handbook's disciplinary policy
 * and a fired webhook are things to write about.
 */
const discipline: readonly RegExp[] = [
  /\b(?:consider (?:this|that|it|yourself) (?:\w+ )?(?:\w+ )?warn(?:ing|ed)|i(?:'m| am) warning you|you(?:'ve| have) been warned|be warned(?! by| when| if| about))\b/,
  /\b(?:this|that|it)(?:'s| is| was)? (?:a|an|your|the|counts as (?:a|your)) (?:(?:first|second|final|last|written|verbal|formal|official) )+warning\b(?! (?:light|label|message|sign|sound|tone|screen|banner|mail|email|from|on|about))/,
  /\byour (?:first|second|third|final|last) (?:written |verbal |formal |official )?warning\b(?! (?:light|label|message|sign|sound|tone|screen|banner|mail|email))/,
  new RegExp(`\\b${YOU_WILL} (?:given |receiving |receive )?(?:a|your) (?:\\w+ )?(?:warning|reprimand)\\b`),
  new RegExp(`\\b${I_WILL} (?:giv(?:e|ing)|issu(?:e|ing)) you (?:a|your) (?:\\w+ )?(?:warning|reprimand)\\b`),
  /\b(?:put|putting|place|placing) you on a (?:pip|performance improvement plan)\b/,
  new RegExp(`\\b${YOU_WILL} (?:put |placed )?on a (?:pip|performance improvement plan)\\b`),
  /\b(?:there (?:will|would|may|might|could) be|(?:you(?:'ll| will)? )(?:face|be facing|suffer)) (?:\w+ )?consequences\b(?! (?:of|in|when|if|for (?!you)))|\bconsequences for you\b/,
  new RegExp(
    `\\b${I_WILL} (?:(?:tak(?:e|ing)|report(?:ing)?) (?:this|it|that|you) to|tell(?:ing)?|involv(?:e|ing)|go(?:ing)? to|speak(?:ing)? to|inform(?:ing)?) (?:hr|human resources)\\b(?! (?:manager|director|lead|team|software|system|head|department of))`,
  ),
  /\b(?:this|that|it)(?:'s| is|'ll| will)? (?:go|goes|going)(?: straight)? to (?:hr|human resources)\b|\b(?:or|and) hr will\b|\breport you to\b/,
  /\bdisciplinary (?:action|measures?|steps|proceedings|process|hearing|matter|meeting)\b(?= (?:against|for|with) you\b)/,
  new RegExp(
    `\\b(?:${I_WILL} (?:tak(?:e|ing)|start(?:ing)?|begin(?:ning)?|open(?:ing)?)|you(?:'ll| will)? face|fac(?:e|ing)|lead to|end in|as a) (?:\\w+ )?disciplinary\\b(?! polic)`,
  ),
  /\b(?:terminat(?:e|ion of) (?:you|your employment)|get you fired|fire you\b(?! up)|you(?:'re| are| will be|'ll be| get) (?:fired|sacked|demoted|suspended|dismissed))\b(?! up)/,
  /\b(?:(?:that's|that is|that was|this is) strike (?:one|two|three)|(?:your|(?:this|that) is (?:the|a)) last chance|you(?:'re| are) (?:\w+ )?on (?:very |really )?thin ice|your job (?:is |depends )?(?:on the line|at stake|at risk)|(?:or |you(?:'ll| will|'d| could) )lose your job)\b/,
  /\b(?:(?:will|'ll|have to|going to|must) let you go\b(?! (?:first|home|early|on|ahead|through|live|to))|(?:write|writing|written) you up\b|we(?:'ll| will) part (?:ways|company)\b(?! with)|your contract (?:won't|will not|is not going to|isn't going to) be (?:renewed|extended))/,
  /\b(?:this|that|it)(?:'s| is|'ll| will)? (?:go|goes|going|be|stays?)(?: down)? (?:on|in) your (?:permanent )?(?:file|record)\b|\bputting (?:this|that|it) (?:on|in) your (?:permanent )?(?:file|record)\b/,
  /\byou(?:'re| are) (?:being )?(?:grossly |plainly )?insubordinate\b|\byour (?:gross )?(?:misconduct|insubordination)\b/,
];

export const patterns: Patterns = {
  discipline,
  accusation: [
    /\bwhy (?:did|do|does|are|were|wo|could|ca|can|have|has|had|would)(?:n't| not) you\b|\bwhy can you not\b/,
    /\bwhy (?:do|did|are|must|have) you (?:always|never|constantly)\b/,
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
