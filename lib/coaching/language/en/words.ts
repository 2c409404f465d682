/** English word lists of the language check. See docs/coaching.md for what each one is for. */

const words = (list: string) => list.trim().split(/\s+/);
const set = (list: string): ReadonlySet<string> => new Set(words(list));

/** Adjectives that grade: their comparatives and adverbs say how much without saying to what. */
const GRADED_LONG = words(`
  engaging energetic confident professional proactive effective efficient natural authentic dynamic polished passionate
  charismatic accountable strategic robotic boring dull negative positive careful careless thorough prepared unprepared
  distracted structured impactful compelling creative appropriate adequate reasonable acceptable robust seamless
  graceful flexible superior optimal amazing awesome excellent fantastic brilliant outstanding perfect terrible awful
  horrible mediocre convincing persuasive interesting exciting memorable relatable relevant meaningful valuable helpful
  supportive respectful empathetic attentive curious patient enthusiastic motivated committed dedicated reliable
  consistent inconsistent organised organized disorganised disorganized focused concise succinct coherent logical
  articulate eloquent assertive decisive responsive collaborative constructive innovative resilient mindful present
  comfortable uncomfortable relaxed nervous awkward tense calm monotone monotonous lifeless sloppy messy chaotic cluttered
  confusing unclear vague generic cinematic snappy punchy catchy crisp lively vibrant visible-enough customer-centric
  customer-focused data-driven results-driven solution-oriented detail-oriented high-quality top-notch world-class
  transparent honest sincere genuine open-minded humble bold fearless aggressive pushy salesy needy desperate
  unprofessional lazy rude arrogant condescending dismissive defensive passive apathetic indifferent sharp-witted
  diplomatic tactful considerate inclusive welcoming approachable personable sociable friendly warm intentional
  deliberate purposeful diligent conscientious meticulous sensible wise clever intuitive insightful thoughtful
  productive successful serious special unique original fresh elegant stylish beautiful pretty ugly lovely
  off-putting underwhelming overwhelming lacklustre lackluster half-hearted subpar disappointing
  inspiring inspirational motivating uplifting entertaining captivating gripping
  active actively deep proper properly solid decent fine okay ok exact-enough
`);
const GRADED_SHORT = words(`
  good bad great nice strong weak poor clear flat smart smooth tight sharp rich bright dark-toned fair firm gentle keen
  kind neat rough sleek slick soft hard tough clean crisp fresh lean lively loose mature clumsy lazy friendly happy sad
  angry grumpy moody easy simple pleasant snappy punchy cool hot sweet
`);
const DEGREE_SHORT = words(`
  fast slow quick short long loud quiet soon late early close tight big small high low deep wide brief frequent steady
  tall large heavy light near far thick thin hard
`);

const doubled = /^(?:[^aeiou]*[aeiou])[bdgmnpt]$/;

function comparatives(adjective: string): string[] {
  if (adjective.endsWith('e')) return [`${adjective}r`, `${adjective}st`];
  if (adjective.endsWith('y')) return [`${adjective.slice(0, -1)}ier`, `${adjective.slice(0, -1)}iest`];
  const stem = doubled.test(adjective) ? adjective + adjective.at(-1) : adjective;
  return [`${stem}er`, `${stem}est`];
}

function adverb(adjective: string): string {
  if (adjective.endsWith('ly')) return adjective;
  if (adjective.endsWith('le')) return `${adjective.slice(0, -1)}y`;
  if (adjective.endsWith('y')) return `${adjective.slice(0, -1)}ily`;
  return adjective.endsWith('ic') ? `${adjective}ally` : `${adjective}ly`;
}

/** Not graded by hand: they are colours of a take, sizes or switches as often as praise. */
const PLAIN = set(
  'fine hot cool light present active original fresh special original simple fair hard okay ok kind rich',
);

export const quality: ReadonlySet<string> = new Set([
  ...GRADED_LONG,
  ...GRADED_LONG.map(adverb),
  ...GRADED_SHORT.filter(word => !PLAIN.has(word)),
  ...GRADED_SHORT.flatMap(comparatives),
  ...GRADED_SHORT.map(adverb),
  ...words(`
    better best worse worst energy energetically clarity personality presence charisma rapport ownership attitude finesse
    hygiene vibe vibes pop gravitas passion enthusiasm empathy curiosity warmth confidence authenticity professionalism
    creativity leadership teamwork initiative dedication motivation discipline effort mindset mentality
    urgency momentum excellence quality impact alignment trust connection awareness respect patience sensitivity maturity
    accountability proactivity responsiveness reliability consistency flexibility adaptability resilience collaboration
    communication engagement-level storytelling pacing tone polish flair sparkle
    credibility assertiveness eloquence poise grace humility integrity honesty transparency openness attention
    wisely wholeheartedly beautifully wonderful wonderfully super inside-out cohesive
    skills culture complexity expectations relationship relationships
  `),
]);

export const degree: ReadonlySet<string> = new Set([
  ...DEGREE_SHORT.flatMap(comparatives),
  ...words(`
    soon promptly quickly swiftly rapidly slowly briefly shortly fast slow quick loud loudly quietly early late short long
    more less fewer enough somewhat several various well some few many much too lots plenty most asap timely concise
    slightly significantly considerably dramatically closely frequently further extra sufficiently brief
  `),
]);

export const degreePhrases: readonly RegExp[] = [
  /\ba (?:bit|little|lot|tad|touch|couple of|few)\b/g,
  /\b(?:kind|sort) of\b/g,
  /\bas (?:much|many|soon|often|fast|early|quickly) as (?:possible|you can|practicable|needed)\b/g,
  /\b(?:when|where|as|if|whenever|wherever) (?:appropriate|needed|necessary|possible|required|relevant|you can)\b/g,
  /\b(?:in good|on) time\b/g,
  /\b(?:number of|amount of)\b/g,
];

export const frequency = set(
  'always often usually constantly lately generally regularly frequently consistently normally typically sometimes occasionally continuously rarely seldom routinely',
);
export const absolutes = set('always never constantly');

export const fillers = set(
  'please also and then but or so just now ok okay hey hi well yes no next really simply again instead plus still finally lastly firstly secondly kindly basically honestly remember',
);
export const adverbs = set(
  `not never always also just only even still really clearly obviously actually already again then now often usually
   simply quietly immediately directly simultaneously silently aloud once twice sometimes constantly barely hardly
   almost nearly completely fully partly first last probably definitely certainly maybe perhaps apparently visibly
   repeatedly usually generally recently lately suddenly briefly slowly quickly loudly softly very so too quite rather
   pretty extremely incredibly super totally absolutely all both each more less most`,
);
export const determiners = set(
  'the a an this that these those every each any some no another either neither both all half such what which whose',
);
export const possessives = set('my your his her its our their whose');
export const pronouns = set(
  'i you he she it we they who everyone everybody somebody someone nobody anyone me him us them',
);
export const persons = set('you he she they');
export const prepositions = set(
  `in on at by for with from to into onto of over under above below between across through during within without about
   against after before until till since toward towards near beside behind beyond per via around off out up down along
   as than like despite among inside outside throughout upon`,
);
export const conjunctions = set('and but or nor then while yet plus');
export const copulas = set("be am is are was were been being 're 's 'm");
export const have = set("have has had 've having");
export const modals = set("can could should would must may might will shall 'd 'll ca wo did do does ought");
export const negations = set("n't not never no without nobody nothing neither");
export const triggers = set('before after when while until till whenever once if unless during as');
export const telling = set(
  'ask tell say write name describe explain state mention repeat list note record summarise summarize log announce jot type report recap restate',
);
export const contents = set('what how whether why which who where whoever whatever');
export const purposes = set('so because since which therefore thus');
export const purposeVerbs = set(
  `let give help make keep build avoid get allow create sound seem be feel improve increase understand know show see
   prevent ensure signal encourage enable reduce save win earn engage gain establish maintain demonstrate convey come
   look appear have hook prove strengthen boost raise`,
);

export const seenStates = set(
  `empty blank missing filled open closed muted silent quiet seated visible hidden blurred blurry covered cropped cut
   off on offline online late early absent back there here ready-made dark backlit frozen broken locked unlocked
   overdue duplicated misspelled misspelt unanswered untouched unassigned assigned unsigned signed checked unchecked
   attached detached identical different wrong outdated expired still same past standing sitting available unavailable
   unread read unsaved saved crossed folded up down out in away set due long short due red green yellow blue white black`,
);
export const lightNouns = set(
  `breath breaths note notes screenshot screenshots photo photos picture list call calls break turn turns question
   questions pause step steps seat contact copy summary date price number name tour quote test run pass answer answers
   minute minutes second seconds sip example examples demo demos look sentence sentences line lines slide slides link
   links recap proof draft offer option options eyes eye hands hand camera phone mic microphone gaze finger intro take
   takes agenda record door tab appointment introduction space-bar time-stamp deadline reason-code`,
);

export const numberWords = set(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
   eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen half quarter once
   twice thrice single double pair`,
);

export const outcomeVerbs = set(
  `hit make beat get increase raise grow boost reduce lower cut drive double triple reach achieve exceed improve decrease
   push bring move keep hold lift maximise maximize minimise minimize deliver gain close win land lose earn generate sell
   secure hit finish end surpass attain halve have turn up smash crush see build expand book want need shorten`,
);
export const outcomeNouns = set(
  `quota quotas target targets revenue revenues sales deals retention views subscribers followers conversion conversions
   churn pipeline win-rate ctr click-through clickthrough watch-time nps csat mrr arr engagement likes traffic attrition
   turnover margin margins growth goal goals forecast bookings profit profits profitability results outcome outcomes roi
   market-share awareness signups sign-ups downloads installs reach impressions bounce utilisation utilization velocity
   throughput productivity performance cost costs spend complaints defects backlog revenue-per attainment renewals upsells
   satisfaction loyalty viewership ratings sale numbers win-rates`,
);
/** Two-word metrics: "win rate", "handling time". */
export const metricPhrase =
  /\b(?:(?:win|close|open|reply|response|bounce|conversion|click|click-through|churn|error|defect|attach|renewal|retention|hit|fill|attendance|completion|satisfaction|approval|no-show|success|failure|growth) rates?|(?:average )?(?:handling|handle|response|reply|turnaround|wait|watch|cycle|lead|resolution|ramp|view|play|session) times?|deal sizes?|(?:sales|deal|release|lead|buying) cycles?|view count|order value|market share|test scores?|lifetime value|average order)\b/g;
export const winVerbs = set(
  'win sign get gain earn attract generate retain land acquire close lose convert secure save',
);
export const wins = set(
  'account accounts client clients customer customers deal deals leads lead renewal renewals contract contracts business buyers users patients donors members subscribers followers prospects sale sales',
);
export const moves = set(
  'drop fall rise grow improve climb sink decline increase decrease shrink plummet soar plateau double halve dip slip stagnate stall tank recover jump',
);
export const drifts = set('be go come stay remain stand look reach need get');
export const things = set(
  `record records field fields page pages slide slides chart charts graph graphs dashboard dashboards report reports stage
   date note name column list file folder review meeting meetings email mail link tab team call calls desk deck number
   figure value owner form line data spreadsheet sheet figure story stories question questions person rep reps manager
   mindset hacking strategy opportunity process plan summary conversation pitch script video clip tag label notes request requests objection objections
   first last back aloud name names`,
);
