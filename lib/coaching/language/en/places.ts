/** English anchors: when and where, and results that no single word gives away. Matched in lower-case text. */

const NOUN = "(?:[\\p{L}\\p{N}'-]+ ){0,2}?";
const DAY =
  'mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|weekdays?|weekends?|january|february|march|april|june|july|august|september|october|november|december';
const SPAN =
  'seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|mornings?|afternoons?|evenings?|shifts?|sprints?|years?|beats?';
/** Moments of a piece of work: "in the opening" says when. */
const momentNouns =
  'opening|intro|introduction|hook|close|closing|ending|outro|start|beginning|end|greeting|recap|handover|hand-over|hand-off|handoff|agenda|q&a|transition|sponsor segment|segment|cold open|title|headline|summary|first answer|warm-up|check-in|standup|stand-up|huddle|demo|retro|walkthrough|discovery|negotiation|price talk|debrief|kick-off|kickoff|wrap-up|rehearsal|read-through|voice-over|break';
const WORK =
  'call|calls|meeting|meetings|video|videos|clip|clips|take|takes|demo|demos|email|emails|mail|doc|document|page|shoot|shoots|episode|post|posts|session|sessions|lesson|answer|answers|question|questions|ticket|tickets|deal|deals|visit|visits|review|reviews|customer|customers|section|paragraph|slide|slides|scene|shot|sentence|line|lines|recording|stream|talk|interview|chapter|objection|claim|decision|item|order|record|opportunity|opportunities|lead|leads|guest|patient|person|field|file|change|release|push|time|rep|round|reply|message|comment|name|segment|note|story|example|step-by-step|contact|account|edit|cut|version|asset|point|step|row|column|cell|entry|caller|buyer|caption|thread|check-in|standup|day|week|hour|minute|month|morning|quarter|shift|sprint|agenda|invoice|offer|proposal|contract|pitch|number|word|phrase|page|screen|diagram|chart|test|bug|class|exercise|rehearsal|reader|viewer|member|coachee|creator|employee|child|student|table|room|bed|visitor|event|milestone|task|commit|pull';

const re = (source: string) => new RegExp(source, 'gu');

export const times: readonly RegExp[] = [
  re(
    `\\b(?:${DAY}|today|tomorrow|tonight|yesterday|noon|midnight|lunch|daily|weekly|hourly|monthly|q[1-4]|eod|cob|(?:by|before) (?:the )?(?:end of (?:the |this |your )?(?:day|week|month|shift|quarter|business)|close of business))\\b`,
  ),
  re(
    `\\b(?:this|next|last|every|each|per|the same|same|the next|the first|the last|the second|the third|the final|the opening|the closing|that|both|first|second|third|last|final) (?!steps?\\b)(?:[\\p{L}-]+ )?(?:${SPAN}|${WORK})\\b(?! well)`,
  ),
  re(`\\ba (?:${SPAN})\\b`),
  re('\\b(?:first|last|afterwards|in that order|one at a time)[,.]?$'),
  re('\\b(\\p{L}+) (?:by|for) \\1\\b'),
  re(
    '\\b(?:next time|same day|from now on|right away after|immediately (?:after|before)|right (?:after|before|when)|straight after|as soon as the|as soon as you|each time|every time|the moment|by then|at once when|first thing|last thing)\\b',
  ),
  re(
    `\\b(?:within|by|at|until|till|after|before|for|every|in|around|from|past|under|over) (?:the |the first |the next |the last |about |only |exactly |no more than |at least |at most )*(?:\\d|"|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty-five|sixty|a few seconds|half)`,
  ),
  re(
    '\\b(?:before|after|until|till|when|while|whenever|once|if|during|as|unless|every time|whilst) (?:the|you|your|he|she|they|it|we|a|an|each|every|someone|somebody|nobody|anyone|any|naming|saying|asking|showing|closing|sending|opening|pressing|starting|leaving|sharing|publishing|posting|uploading|recording|ending|answering|speaking|moving|talking|reading|hanging|giving|making|their|his|her|this|that|one|two|both|people|customers?|buyers?|viewers?|work|shooting|filming|editing|\\p{L}+ing|lunch|bed|\\p{Lu}\\p{L}+|\\p{L}+s? (?:is|are|asks?|says?|comes?|calls?|complains?|goes|answers?|leaves?|joins?|replies|raises?|mentions?|objects?|signs?|stops?))\\b',
  ),
  re(
    `\\b(?:in|at|during|through|throughout|into|after|before|for|on) (?:the |your |his |her |their |our |an? |each |every )(?:\\p{L}+ ){0,2}?(?:${momentNouns})\\b`,
  ),
  re(`\\bat (?:the )?(?:start|beginning|end|top|bottom|close) of\\b`),
  re(
    "\\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|last week|this morning)'s\\b",
  ),
  re('\\bwhile (?:\\p{L}+ing)\\b'),
  re(`\\bbetween (?:the |your |each |every |two )?(?:${WORK})\\b`),
];

const PLACE =
  'fields?|description|subject|subject line|slides?|headline|thumbnail|caption|captions|comments?|folder|channel|thread|invitation|invite|calendar|footer|header|sidebar|column|cell|row|paragraph|section|sheet|card|board|whiteboard|wall|door|desk|table|title|first line|top|bottom|left|right|corner|frame|centre|center|screen|tab|cover|link|signature|chat|ticket|record|changelog|readme|brief|script|form|checklist|log|notes?|timeline|agenda|recap|summary|page|invoice|board|backlog|template|bio|playlist|pinned comment|end screen|handover note|chest height|eye level|shoulder height|crm|account|opportunity|file|name tag|label';

export const places: readonly RegExp[] = [
  re(`\\b(?:into|onto|toward|towards|from|off) (?:the|your|its|each|every|his|her|their|a)\\b`),
  re(
    `(?<!fill |fills |filled |check |sign |log )\\b(?:in|on|under|above|below|beside|next to|behind|to|beneath|at|across|over|inside|between|underneath|against|through) (?:the |your |its |each |every |their |his |her |all |a )${NOUN}(?:${PLACE})\\b`,
  ),
  re(
    `\\b(?:beside|under|above|below|behind|between|next to|opposite|in front of|on top of|in place of|together with) (?:the|your|each|every|its|their|his|her|both|one|two|three)\\b`,
  ),
  re('\\bbefore the \\p{L}+\\b'),
  re("\\b(?:in (?:their|his|her|your|the customer's) (?:own )?words|word for word|verbatim)\\b"),
  re('\\b(?:each|every) (?!thing\\b|way\\b|one\\b)\\p{L}+\\b'),
];

export const vagueTriggers: readonly RegExp[] = [
  /\b(?:when|where|as|if|whenever|wherever|once) (?:appropriate|needed|necessary|possible|required|relevant|you can|it makes sense|it fits|you have time|time allows|applicable|suitable|you feel|you like|you want|ready)\b/g,
  /\bfor (?:a while|the better|good|once)\b/g,
  /\bin (?:time|general|the moment|the zone|the end)\b/g,
  /\b(?:this|that|a|the first|each|every) (?:time|day)? ?(?:of your life|in a while)\b/g,
];

export const outcomePatterns: readonly RegExp[] = [
  /\b(?:go|went|going|goes) viral\b/,
  /\b(?:get|make|convince|persuade|cause|push|win) (?:the |a |your |our |more |each |every )?(?:viewers?|customers?|buyers?|audience|clients?|prospects?|people|users?|readers?|students?|patients?|guests?|them|him|her|leads?|listeners?|visitors?|fans?) (?:to )?(?:sign|buy|stay|click|subscribe|watch|renew|agree|like|love|care|come back|return|say yes|purchase|order|upgrade|trust|believe|want|happy|laugh|engage|convert|follow|understand|feel|think|need|commit|choose|remember|respond|share|keep|spend|finish|book|register|join|donate|vote)\b/,
  /\b(?:be|become|finish as|end up|end as|rank|stay) (?:the |a |an |our |among the |one of the )?(?:top|number one|no\. ?1|#1|best|leading|first in|fastest|highest)\b/,
  /\b(?:lose|drop|shed|gain) (?:\S+ )?(?:kilos?|kg|pounds|lbs|stone|weight)\b/,
  /\b(?:get|got) (?:promoted|hired|certified|rich|famous|selected)\b/,
  /\bget (?:\p{L}+ ){0,3}(?:up|down|above|below|back up|under|over|higher|lower) ?(?:to|by|again|this|next|$|\.|\d)/u,
  /\b(?:finish|end|close|be|land|come in) (?:the \p{L}+ )?(?:at|above|over|on|below) (?:\S+ ){0,2}(?:quota|target|plan|goal|forecast|budget)\b/u,
  /\b(?:higher|lower|fewer|more|better|bigger|increased|reduced|improved|zero|no) (?:\p{L}+ )?(?:sales|revenue|retention|views|conversions?|churn|click-through|ctr|nps|csat|engagement|subscribers|followers|deals|leads|profit|margin|complaints|returns|bookings|signups|sign-ups|downloads|traffic|watch time|win rate)\b/u,
  /\b(?:make|hit|beat) (?:your|the|our|my|his|her|their) numbers?\b/,
  /\bturn (?:\S+ ){0,3}into (?:\S+ )?(?:customers?|clients?|buyers?|plans?|sales|deals?|fans|subscribers?|revenue|leads|profit)\b/,
  /\b(?:deliver|finish|complete|launch|ship) (?:the |your |this |all |every )?(?:\p{L}+ ){0,2}(?:on time|on budget|under budget|ahead of schedule)\b/u,
  /\b(?:have|get|post) the (?:best|highest|top|most) (?:numbers|sales|results|score|views)\b/,
  /\b(?:bring|get) in (?:\S+ ){0,3}(?:accounts?|clients?|customers?|deals?|leads?|business|members|subscribers|donors|revenue|sales)\b/,
  /\bkeep (?:more |our |your |existing |all )*(?:customers|clients|members|subscribers|viewers|users)(?: (?:longer|this|until|for|by)\b|$)/,
  /\b(?:grow|expand|scale|enlarge) (?:\S+ ){0,3}(?:list|base|audience|network|business|channel|community|following|accounts?|portfolio|territory|company|brand|team)\b/,
  /\bsell (?:\S+ ){1,3}(?:units?|seats?|licen[cs]es?|subscriptions?|policies|tickets|cars|houses|products?|packages?|plans?|upgrades?)\b/,
  /\bconvert (?:\S+ ){0,3}(?:trials?|leads?|visitors?|prospects?|demos?|customers?|users?)\b/,
  /\brank (?:first|second|third|top|higher|number|in the top)\b/,
  /\b(?:pass|ace) (?:the|your) (?:exam|audit|inspection|certification)\b/,
  /\b(?:get|come|reach|make it) (?:to )?(?:\d+|[\p{L}-]+) ?(?:%|per ?cent|percent) (?:of )?(?:\p{L}+ )?(?:quota|target|plan|goal|forecast|budget)\b/u,
  /\b(?:bring|get) in (?:\S+ ){0,3}logos\b/,
  /\bmake (?:more |a lot of |lots of |some )?(?:money|profit|sales)\b/,
  /\bmeet (?:the |your |our |all |every )?(?:\p{L}+ )?(?:quota|target|targets|goal|goals|numbers|kpis?|deadline|deadlines|forecast|sla|slas)\b/u,
];
