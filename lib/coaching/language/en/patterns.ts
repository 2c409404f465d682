/** English patterns over the whole text: lower case, straight apostrophes, quoted text blanked out. */
import type { Pattern, Rule } from '../types.ts';

/** The person whom the note is about. "He", "she" and "they" are as often the customer: those need a trait's own word. */
const WHO =
  '(?<!(?:when|if|while|once|whenever|until|unless|because|as|sure|sure that|so that|where|before|after) )(?:you|(?:this|that) (?:rep|guy|person|man|woman|editor|creator|agent|seller))';
const THEY = '(?:he|she|they|the (?:rep|editor|creator|agent|seller|manager))';
const BE = "(?: are| were| is| was|'re|'s)";
const ADVERBS =
  "(?: (?:so|too|very|really|quite|rather|pretty|always|often|just|clearly|obviously|not|n't|being|a bit|a little|kind of|sort of|way|just|simply|still|again|honestly|completely|totally|extremely|always|never|more|less))*";

/** After "you were": what is no trait. */
const NO_TRAIT = [
  // A passive or progressive: what happened, what was being done.
  '(?:\\w+ing(?! to work))(?<!boring|annoying|engaging|condescending|charming|intimidating|disappointing|insulting|caring|uncaring|convincing|interesting|patronising|patronizing|demanding|lacking|being)\\b',
  '(?:asked|told|given|shown|sent|called|paid|seen|heard|muted|seated|interrupted|cut off|cropped|blurred|framed|lit|offered|invited|assigned|booked|scheduled|supposed|allowed|logged|signed|dressed|tagged|named|recorded|covered|hidden|thanked|copied)\\b',
  '(?:on|in|at|off|out|up|back|away|down|under|behind|between|with|from|within|before|after|by|about to|going to|able to|here|there|next|first|last|late|early|silent|quiet|absent|present at|standing|sitting|still (?:talking|on|in)|alone|the (?:host|owner|first|last|only|one|next)|done|finished|ready|minutes?|seconds?|offline|online|unmuted)\\b',
  '(?:\\d|"|one |two |three |four |five |ten )',
  '(?:welcome|right|invited)\\b',
].join('|');

const TRAITS =
  'lazy|careless|arrogant|sloppy|rude|selfish|stubborn|immature|defensive|clueless|incompetent|negligent|unprofessional|stupid|dumb|pathetic|disrespectful|childish|spineless|hopeless|useless|worthless|idiotic|moody|bossy|cocky|needy|dishonest|unreliable|hostile|passive-aggressive|condescending|patronising|patronizing|ignorant|ungrateful|entitled(?! to)|whiny|disloyal|lacklustre|narcissistic|toxic|hot-headed|thin-skinned|timid';
/** A trait of somebody out there, a customer or a comment, may well be part of the moment. */
const NOT_THEIRS =
  '(?<!(?:customer|caller|buyer|client|guest|viewer|patient|prospect|comment|commenter|people|someone|somebody|anyone|it)s? (?:\\w+ )?(?:is|was|are|were|gets|got|becomes|turns|sounds|seems|stays) (?:\\w+ )?)';
const CHARACTER =
  'committed|motivated|professional|confident|shy|difficult|emotional|negative|weak|unprepared|disorgani[sz]ed|sensitive|aggressive|pushy|passive|incapable|unmotivated|leadership|coachable|hopeless|impatient|bored|boring|distracted';

const patterns = (rule: Rule, sources: string[]): Pattern[] =>
  sources.map(source => ({ rule, test: new RegExp(source, 'u') }));

export const personal: readonly Pattern[] = [
  ...patterns('discipline', [
    '\\b(?:final|written|verbal|formal|official|last|first|second) warning\\b(?! (?:light|label|message|sign|sound|tone|screen|banner|mail|email|appears|comes|pops))',
    "\\b(?:consider (?:this|yourself) (?:a |your )?warn(?:ing|ed)|i(?:'m| am) warning you|you(?:'ve| have) been warned|be warned)\\b",
    '\\b(?:performance improvement plan|on a pip|a pip)\\b',
    '\\b(?:there (?:will|would|may|might|could) be|face|facing|suffer|have|with|without|of) (?:\\w+ )?consequences\\b',
    '\\b(?:to|tell|involve|with|from|inform|by) (?:hr|human resources)\\b(?! (?:manager|director|lead|team|software|system|head|department of))',
    "\\b(?:terminat(?:e|ed|ion) (?:of )?(?:you|your employment|his|her)|terminated for|get you fired|be fired|fire you|you(?:'re| are) fired|disciplinary|dismissal|demote|demoted|demotion)\\b",
    '\\b(?:(?:first|second|third|last|final|one more|strike (?:one|two|three)) strikes?|strike (?:one|two|three|\\d)|last chance|thin ice|your job (?:is|depends|at)|lose your job|let you go|written up|write (?:you|him|her) up)\\b',
    '\\bone more (?:\\w+ )?(?:miss|mistake|slip|complaint|late \\w+|no-show|strike)\\b.*\\b(?:out|done|gone|over|trouble|fired)\\b',
    '\\bhr (?:will|would|knows|has|is going|needs|should|may|might)\\b',
    '\\b(?:on your (?:permanent )?(?:file|record)|reprimand|misconduct|insubordinat\\w+)\\b',
  ]),
  ...patterns('accusation', [
    "\\bwhy (?:did|do|does|are|were|was|is|would|wo|could|ca|can|have|has|had|should)(?:n't| not)? you\\b",
    '\\bhow (?:could|can|dare|many times do) (?:you|i)\\b(?! (?:help|make|show|say|tell|ask|use|get|put|open))',
    "\\b(?:how come|what made you think|what(?:'s| is| was) wrong with|what were you (?:even )?thinking|what(?:'s| is) your (?:problem|excuse|issue|deal)|why (?:must|do) you keep|who do you think|don't you (?:even )?(?:know|care|see|get|think)|(?:did|do|are|have|can) you even)\\b",
    "\\byou should(?:n't)? (?:know|have known) better\\b|\\bhow hard (?:can|is) it\\b",
  ]),
  ...patterns('absolute', [
    `\\b${WHO}(?:'ve| have| are| were|'re)? (?:just |simply )?(?:always|never|constantly|keep on|forever|consistently)(?! again)\\b`,
    `\\b${WHO} (?:\\w+ )?(?:every single time|all the time)\\b`,
    '\\bas (?:usual|always)\\b|\\b(?:typical|so like) (?:of )?(?:you|him|her)\\b|\\byet again you\\b',
  ]),
  ...patterns('personal', [
    `\\b${WHO}${BE}${ADVERBS} (?!(?:${NO_TRAIT})|(?:so|too|very|really|not|just|also|always|never|still|again|both|all|being|actually|already|now|then|only|clearly|more|less|a bit|a little) )[\\p{L}a]`,
    `\\b${THEY}${BE}${ADVERBS} (?:a |an |the )?(?:${CHARACTER})\\b`,
    `\\b${THEY} (?:lack|lacks|lacked|(?:has|have|had|shows?|showed) no) (?:any )?(?:discipline|commitment|motivation|initiative|drive|respect|empathy|manners|patience|talent|confidence)\\b`,
    `\\b${WHO}(?: (?:are|were|was|is|do|did|had|have))?(?:n't| not| just| really| often| also)* (?:seem|seems|seemed|sound|sounds|sounded|appear|appears|appeared|look|looks|looked|act|acts|acted|behave|behaves|behaved|come across|comes across|came across|come off|came off)(?! (?:at|for|up|into|over|through|down|away|back|to (?:the|your|his|her|one)|out|around|on)\\b)(?: (?:very|so|too|a bit|quite|really|rather|like|as|as if|somewhat))* \\p{L}`,
    '\\byour (?:\\w+ )?(?:attitude|laziness|ego|arrogance|negativity|personality|character|carelessness|immaturity|sloppiness|incompetence|selfishness|ignorance|temper|defensiveness|rudeness|lack of|indifference|apathy|insecurity|stubbornness)\\b',
    `\\b${WHO} (?:clearly |obviously |just |simply |really |apparently )*(?:do|does|did|could|ca|can|wo|would)(?:n't| not)(?: even| really| seem to| want to)* (?:care|bother|be bothered|try|respect|want|give a|take (?:\\w+ ){1,4}seriously|mind|listen|pay attention|think)\\b`,
    `\\b${WHO} (?:clearly|obviously|apparently|evidently|deliberately|couldn't|could not) (?!(?:on|in|at|the|see|hear|show|state|say)\\b)`,
    `\\b${WHO} (?:\\w+ly )?(?:lack|lacks|lacked|have no|has no|had no|show no|showed no|have zero)\\b(?! (?:next|time|access|slide|slides|date|link|owner|agenda|budget|question|questions|sound|audio))`,
    `${NOT_THEIRS}\\b(?:${TRAITS})\\b`,
    '\\b(?:stop|quit) being\\b|\\bleadership material\\b|\\bnot cut out\\b|\\b(?:difficult|impossible|hard) to work with\\b|\\b(?:shame|ashamed|embarrass(?:ing|ment))\\b|\\b(?:you|such) (?:a )?(?:liar|loser|slacker|idiot|disgrace|diva|genius|rockstar|superstar)\\b',
    "\\byou don't (?:get it|belong|deserve|have what it takes)\\b|\\byour (?:own )?fault\\b|\\bi(?:'m| am) (?:so |very |really )?(?:disappointed|ashamed|tired|sick|fed up)\\b",
    "\\b(?:your|his|her|their) (?:heart|head|mind) (?:is|was|'s)(?:n't| not)? (?:really )?(?:in|elsewhere|not)\\b",
    "\\bit(?:'s| is) (?:obvious|clear|apparent|evident) (?:that )?you\\b",
    '\\b(?:bad|negative|poor|terrible|wrong) attitude\\b|\\b(?:have|has|had|got) (?:a|an|such a|such an) (?:\\w+ ){0,2}(?:attitude|ego|temper)\\b|\\bgrow up\\b(?! (?:in|with))',
    '\\b(?:let|letting) (?:everyone|everybody|us|me|the team|people|yourself) down\\b',
    '\\b(?:you|he|she|they) (?:only |just )?(?:think|thinks|thought|care|cares|cared) (?:only |just )?(?:about|of) (?:yourself|himself|herself|themselves|the money|your commission)\\b',
    "\\byou(?:'re| are| were)(?: just| really| simply| clearly)*(?: not|n't)(?: just| really| even)* (?:trying|listening|caring|paying attention|taking)\\b",
    "\\bdon't be (?:so |such |too )(?!quick|late|early)\\b",
    "\\byou (?:hate|hates|resent|resents|despise|enjoy making|love making|want to look|think you're|think you are|refuse to)\\b",
  ]),
];

export const hedges: readonly RegExp[] = [
  /\b(?:maybe|perhaps|possibly|i feel like|i guess|i suppose|i think|might want to|if you like|if you feel like it|if you want|you could possibly|it might be)\b/g,
];

/** Matched at the start of a clause, again and again. */
export const carriers: readonly RegExp[] = [
  /^(?:please|kindly|also|and|then|but|so|just|now|ok|okay|again|next|first|second|finally|instead(?! of)|plus|still|really|honestly)\b(?! (?:step|line|slide|time|call|video|clip|sentence|week|meeting|take|point|question|session|demo|shoot|post|one)\b)[\s,]*/,
  /^(?:next time|from now on|going forward|this time|this week|today|tomorrow|yesterday|tonight|for the next (?:call|clip|video|take|one|meeting|demo))[\s,]*/,
  /^(?:maybe|perhaps|possibly)[\s,]*/,
  /^(?:i think|i feel like|i guess|i believe|i suppose|in my view|in my opinion|to me)(?: that)?[\s,]*/,
  /^(?:you|we|he|she|they|let's|let us)? ?(?:could|should|may|might|must|can|would)(?: not|n't)?(?: want to| like to| possibly| perhaps| maybe| also| always| try to| just)* (?=(?!be\b)\p{L})/u,
  /^(?:you|we)(?:'ll| will)? ?(?:need|have|ought) to (?:also )?/,
  /^let(?:'s| us) /,
  /^(?:i(?:'d| would) like|i want|i need|i(?:'d| would) ask|i ask|i would love|i'd love)(?: for)? you to /,
  /^(?:i|we) (?:suggest|recommend|propose|ask|agreed)(?: that| you)* (?:to )?/,
  /^(?:it would help|it helps|it is better|it's better)(?: if you| to)? /,
  /^(?:what|how) (?:if you|about (?:you )?)/,
  /^(?:make sure|ensure|be sure|see to it|check that|take care that|double-check that)(?: that| to)? (?=(?:you|the|each|every|your|to|a|both|all|no|nobody|it|there|\p{L}+ (?:is|are|has|have|gets))\b)(?:you (?:always )?|to )?/u,
  /^(?:be sure|make sure|make it a habit|make a point of|make a habit of|get in the habit of|commit|plan|practi[sc]e) (?:to|of)? ?/,
  /^(?:remember|don't forget|do not forget|never forget)(?: to| that| you)* /,
  /^(?:try|aim|attempt|strive)(?: to|(?= \p{L}+ing\b)) ?/u,
  /^(?:i|we) (?:noticed|saw|heard|observed|watched|counted|see|notice|hear)(?: that| how)? (?=(?:you|the|your|he|she|they|no|one|two|three|four|that|there|it)\b)/,
  /^(?:always|never) (?=\p{L})/u,
];

export const praise =
  /^(?:well done|good job|great job|nice work|nice one|good work|great work|good catch|nice catch|good call|great|good|nice|love it|loved it|thank you|thanks|bravo|strong|excellent|perfect|super|well played|big win|win|keep it up|kudos|note|feedback|observation|next time|next rep|one thing|idea|tip|action|ask)(?: for this)?$/;

/** Look like actions, are none. */
export const idioms: readonly RegExp[] = [
  /\bstep(?:ped|ping)? (?:it |things )?up\b(?! to the)/,
  /\b(?:pay|paid|paying) (?:\w+ )?attention\b/,
  /\b(?:put|put|putting) (?:\w+ )?(?:effort|work|heart|thought|care)\b/,
  /\b(?:take|took|taking) (?:\w+ )?(?:initiative|ownership|charge|control|responsibility|the lead|pride|care of|it seriously|it to the next level|more risks?|risks)\b/,
  /\b(?:stay|be|keep|get|remain) (?:on top of|on the ball|on point|in the moment|in the zone|ahead|on track|in control|in touch|in tune|in sync|a step ahead)\b/,
  /\b(?:dig|dug|go|going|went|dive) deep(?:er)?\b/,
  /\b(?:show|turn)(?:ed|ing)? up (?:with|for|strong|as|every|like|prepared)\b/,
  /\bconnect(?:ed|ing)? (?:more |better |emotionally |\w+ly )?(?:with|to) (?:people|the|your|their|customers?|buyers?|audience|viewers?|others)\b(?! (?:wi-?fi|mic|projector|screen|laptop|cable))/,
  /\b(?:go|going|went) (?:the extra mile|above and beyond|all in|all out|beyond|big)\b/,
  /(?<!\b(?:ask|asks|asked|tell|told|invite|invited) (?:\S+ ){1,3}to )\b(?:think|thinking) (?:outside|big|ahead|like|about)\b/,
  /\b(?:raise|lift|up|set) (?:the|your) (?:bar|game|standard|standards|tone|stage)\b/,
  /\b(?:push|pull|carry) (?:yourself|your weight|through|harder)\b/,
  /\b(?:make|made|making) (?:it|them|this|that|things|everything|an impact|a difference|sense|an effort|an impression|the most|every)\b/,
  /\b(?:move|moving) the needle\b/,
  /\b(?:put|putting) (?:the |our |your )?(?:customers?|clients?|team|people|users?|viewers?|audience|quality) first\b/,
  /\b(?:use|using|trust|follow) (?:your|some|more) (?:common sense|judg(?:e)?ment|head|brain|imagination|heart|instincts?|gut|creativity)\b/,
  /\b(?:walk|walking|walked) (?:all )?over you\b/,
  /\bsell (?:it|yourself)(?=$|[.!,])/,
  /\bshow(?:ing|ed)? (?:\S+ ){0,3}(?:that )?you (?:care|understand|listen|value|mean it|are serious)\b/,
  /\b(?:drags?|dragged|falls? flat|fell flat|lags?|lagged|meanders?|meandered|land(?:s|ed)? (?:well|flat))$/,
  /\b(?:hook|grab|win over|captivate|reach) (?:the |your |more |our )?(?:viewers?|audience|readers?|listeners?|people|attention)\b/,
  /\b(?:sell|show|lead with|emphasi[sz]e|stress|explain|highlight|prove|underline|present) (?:the |more |your |our |real )?(?:value|benefits?|vision|purpose|big picture|why)\b(?! (?:of|in|to|for))/,
  /\b(?:show|demonstrate|prove|display) (?:\w+ ){0,2}(?:commitment|interest|care|understanding|value|skill|appreciation|growth|progress)\b/,
  /\b(?:walk|talk) the (?:walk|talk)\b/,
  /\b(?:get|getting|got) (?:comfortable|familiar|better|used|excited|creative|serious|organi[sz]ed|it together|your act|ready|involved|up to speed|to know|across|buy-in|to the point|aligned)\b/,
  /\b(?:give|gave|giving) (?:\w+ ){0,3}(?:all|everything|best|reason|reasons|space|room|chance|credit|value|confidence|life|energy|feeling|respect|support|more|110)\b/,
  /\b(?:bring|bringing|brought) (?:\w+ ){0,2}(?:to life|together|value|a-game|life)\b/,
  /\b(?:hold|holding) (?:the (?:room|audience|line|space)|yourself|them accountable|people accountable|attention|interest)\b/,
  /\b(?:keep|have|bear) (?:\w+ ){0,3}in mind\b/,
  /\b(?:put yourself in|in (?:their|his|her|the \w+'s) shoes)\b/,
  /\bbring(?:ing)? (?:\w+ )?(?:solutions?|ideas?|positivity|joy|focus|calm|structure|insights?|expertise)\b/,
  /\b(?:find|finding) (?:your|the right|a way|ways|a balance|common ground)\b/,
  /\b(?:leave|leaving) (?:a (?:good |lasting |strong )?impression|nothing to chance|room)\b/,
  /\b(?:come|coming) (?:prepared|ready|across|from a place|with an open)\b/,
  /\b(?:run|running) (?:a )?(?:tight|tighter|smooth|smoother|good|better|great|effective)\b/,
  /\b(?:work|working|worked) (?:on|hard|harder|smarter|together|better|more|with|closely|towards?)\b/,
  /\b(?:spend|spent) (?:enough|more|some|less|quality) time\b/,
  /\b(?:read|reading) (?:the room|between the lines|body language)\b/,
  /\b(?:lead|leading|led) (?:by example|from the front|the way|the room|the conversation)\b/,
  /\b(?:speak|talk)(?:ing)? (?:with|from) (?:the )?(?:heart|conviction|passion|authority)\b/,
  /\b(?:let) (?:your|the) (?:\w+ )?(?:personality|passion|energy|work|results|content|product) (?:shine|speak|flow)\b/,
  /\b(?:add|adding|added|create|creating|deliver|delivering) (?:\w+ )?(?:value|excitement|interest|suspense|curiosity|a (?:safe|good|positive|great|better) \w+)\b/,
  /\b(?:follow|following) (?:best practices?|the process|your instincts?|your gut)\b/,
  /\b(?:set|setting) (?:\w+ )?expectations\b/,
];

/** Seen, although the verb alone is not. */
export const seenPhrases: readonly RegExp[] = [
  /\bmak(?:e|es|ing) eye contact\b/,
  /\b(?:keep|kept|keeping|have|hold|held|fix) (?:your|both|the|his|her|their) (?:\w+ )?(?:eyes?|hands?|feet|head|chin|shoulders|gaze|face|camera|mic|microphone|phone|screen|door|tab|slide|slides|product|elbows|back)\b/,
  /\b(?:listen|listening|listened) (?:back )?to (?:the|your|that|this|one) (?:\w+ )?(?:recording|call|take|playback|clip|minute|tape|audio|track|voicemail|podcast|episode)\b/,
  /\b(?:be|been|being|stay|staying|stayed|remain|remaining|keep|kept|sit|were|was) (?:quiet|silent|seated|muted|on mute|off camera|on camera|standing|in frame|in the frame|out of frame|in the room|on the line|on the call|at your desk|in your seat|at the table|on screen|in the meeting|in the channel|unmuted|online|offline)\b/,
  /\bget (?:the|a|your|one) (?:\w+ )?(?:signature|yes|date|number|name|answer|sign-off|approval|okay|quote|consent|receipt|confirmation)\b/,
  /\btak(?:e|es|ing) (?:notes|turns|attendance|minutes)\b|\btook (?:notes|turns|minutes)\b/,
  /\b(?:be|been|being|were|was|are|arrive|start|join) on time\b/,
  /\bget (?:up|out of|off|on|in|into|to your|back to)\b/,
  /\bfocus (?:the camera|the lens)\b/,
  /\btry (?:the|each|every|both|one|two|three) (?!best|hardest|little|new approach|different approach|approach|patience)\p{L}+/u,
  /\bneeds? (?:an?|one|two|three|its|the) (?:\p{L}+ ){0,2}(?:dates?|owner|amount|number|name|link|title|label|caption|source|units?|deadline|signature|heading|comma|image|screenshot|total|legend|alt text|file|tag|price|stamp)\b/u,
  /\b(?:understand|knew?|know)s? (?=")/,
  /\b(?:have|had|has) (?:the|your|a|an|one|two|three|four|five|each|every) (?:\w+ ){1,4}(?:ready|open|on (?:the )?(?:screen|table|desk|hand)|in (?:hand|front|frame)|repeat|say|sign|confirm|read|write|name|show|printed|visible|attached|within)\b/,
];

export const harmless: readonly RegExp[] = [
  /\b(?:negative|positive|good|bad|great|poor|best|worst|strong|weak) (?:review|reviews|comment|comments|news|number|numbers|morning|afternoon|evening|day|friday|night|practice|case|lead time|test|result|results|balance|cash flow|passwords?|keys?|signal)\b/g,
  /\b(?:flat|professional|smart|perfect|natural|quality|energy|fast|creative|clean|soft|hard) (?:fee|rate|tire|plan|licen[cs]e|tier|edition|services|tv|phone|watch|goals?|speaker|gas|light|language|assurance|score|field|check|gate|bill|costs?|label|drink|prices?|company|sector|forward|track|lane|lanes|brief|briefs|assets?|director|team|room|copy|launch|skills test|drive|cut|subtitles)\b/g,
  /\b(?:the|a|each|every|three|two|new|four|five|six|your) (?:creative|creatives|negative|negatives|positives|flat|fine|best-of)\b(?= (?:from|to|for|by|in|on|into|before|with|of|$))/g,
  /\b(?:style|tone|quality|relationship|culture|attention|communication|skills?|trust|energy|design|connection|consistency|impact|depth|flow|game|trust) (?:guide|sheet|of voice guide|manager|field|column|tab|test|plan|centre|center|report|list|name|chart|card|map|diagram|tape|night|console|strings?|setting|slider|statement|section|assessment|error|pool)\b/g,
  /\b(?:no|any) (?:more|less|fewer|later|earlier|longer) than\b|\bno longer\b|\bonce more\b|\bone more time\b/g,
  /\b(?:more|less|fewer|longer|shorter|later|earlier|faster|slower|higher|lower|bigger|smaller) than (?:a |an )?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|half|once|twice|a (?:minute|second|line|sentence|page))[^\s]*/g,
  /\b\d+\S* (?:\w+ )?or (?:less|more|fewer|longer|shorter)\b|\bor (?:less|fewer|more)\b/g,
  /\b(?:as|how) (?:soon|long|often|many|much|late|early|far) as (?:the|you|he|she|they|it|your|a|an)\b(?! can| possible)/g,
  /\b(?:how|too) (?:many|much|long|often|soon|late|early)(?= (?:\w+ ){1,4}(?:are|is|was|were|do|does|did|have|has|can|could|will|would|it|they)\b)/g,
  /\b(?:well done|well-known|as well|as well as|close to|close by|close(?:d|s)? (?:the|your|each|every|with|on|out|all|a|any|it|both)|long-term|short-term|short video|short film|short form|long form|shorts|full-length|early access|early bird|late fee|late payment|some of the (?:\w+ )?(?=\d)|low battery|high five|high-five|deep link|deep dive|small print|large language|tall order|quick (?:reply|replies|action|start guide|link|links)|shortlist|far left|far right|near miss|frequent flyer|much obliged|thick client|light (?:mode|switch|bulb|stand|is|goes|turns)|dark mode|fast-track|still image|in detail|at (?:least|most)|last but|most recent|first and foremost|more info|read more|the latest)\b/g,
  /\b(?:clear|cool|flat|warm|smooth|slow|loose|clean|tight|open|quiet|better|present|perfect|fresh|close|flow|tone|style|connection|pop|trust|edge|impact|flow) (?:the|your|each|every|all|any|out|up|down|it|this|them)(?= \w)(?=.*)/g,
  /\bin bold\b(?! (?:strokes|moves|ways))/g,
  /\b(?:let|have|had|watch|watched|hear|heard|saw|see|help|helped|made) \p{L}+ present\b(?=.)/gu,
  /\b(?:the|a|your|our|each|every|this|that|no|client|creative|project|written) briefs?(?=$|[.,;:!?]| (?:in|on|to|for|from|with|by|before|after|and|or|that|which|who|says?|said|is|was|has|had|at|of|into|as|while|when|you|we|i)\b)/g,
  /\b(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty) (?:seconds?|minutes?|hours?|days?|weeks?|months?) (?:late|early|later|earlier|longer|shorter)\b/g,
  /\bthe (?:short|long|fast|slow|old|new|lat|earli|larg|small|high|low|strong|weak|best|worst)est\b/g,
  /\bpatients?(?='s| (?:repeat|say|says|sign|leaves?|leave|asks?|reads?|name|to|who|in|is|has|by|before|after|chart|record|file|list|bed|room|data|portal))/g,
  /\b(?:present|active|original|open|simple|visible) (?:tense|voice|user|users|record|records|file|project|deal|deals|opportunit\w+|ticket|tickets|speaker|copy|footage|brief)\b/g,
  /\b(?:the|your|his|her|their) (?:own|exact) \w+/g,
];
