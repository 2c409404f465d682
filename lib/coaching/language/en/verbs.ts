/** English verbs by what a camera would see. Base forms; morphology.ts knows the others. */
import type { VerbClass } from '../types.ts';

const words = (list: string) => list.trim().split(/\s+/);

const observable = words(`
  say speak state name ask answer reply respond repeat read quote cite mention introduce greet thank call phone ring
  dial email mail text message ping send write type log record enter fill update attach upload download publish post
  share link tag label mark book schedule reschedule confirm summarise summarize recap restate rephrase paraphrase list
  count tell retell announce present explain describe narrate whisper shout sing hum laugh clap cough apologise apologize
  promise offer invite suggest recommend propose request order object agree disagree argue congratulate compliment
  welcome wave nod bow shake point gesture smile frown blink wink look glance stare gaze turn face lean sit stand kneel
  rise step walk jump climb move shift pace exit leave arrive return come go stay travel
  show display open start begin end close finish stop pause wait hold raise lift drop lower put place set lay hang stick
  pin mount position centre center frame tilt rotate flip fold unfold wrap unwrap pack unpack cut trim crop clip
  splice delete remove erase add insert append prepend paste copy duplicate swap switch replace rename renumber reorder
  sort group split merge combine separate divide break join disconnect plug unplug mute unmute rehearse practise
  practice re-record film shoot reshoot photograph scan print draw sketch paint colour color shade blur
  highlight underline circle cross strike bold capitalise capitalize spell punctuate translate transcribe caption
  subtitle dub zoom pan fade dim brighten light interrupt skip omit limit click tap press push pull drag scroll
  swipe hover select deselect choose pick tick untick uncheck assign reassign unassign create draft file
  archive store save restore deploy ship release rebase install uninstall launch relaunch restart reboot
  reset register enrol enroll submit sign countersign approve reject accept decline forward redirect transfer escalate
  route hand pass bring carry fetch collect gather pay refund invoice bill charge
  price discount buy sell measure weigh time clock score test demo demonstrate
  model perform play replay rewind loop watch observe view visit inspect examine
  subscribe unsubscribe unfollow comment react vote poll survey interview seat serve pour wipe clean
  wash sweep mop tidy clear knock touch grab reach throw catch kick hit blow breathe inhale exhale sip drink eat
  chew swallow wear undress dress iron button zip lock unlock bolt fasten buckle tie untie load unload empty refill
  stack shelve block unblock reserve cancel postpone delay bump rank number date timestamp
  initial stamp seal enclose cc bcc hide reveal expose cover uncover dictate chant recite
  let admit exclude include contain ban allow forbid remind notify alert inform brief debrief
  report host moderate chair adjourn attend meet huddle assemble disperse queue line
  talk chat discuss converse murmur mumble stutter stammer bullet indent outline format embed hyperlink
  bookmark screenshot snip annotate redline proofread edit rewrite reword shorten lengthen halve bracket
  correct patch repair detach staple wire solder drill saw hammer nail glue tape
  jot scribble doodle note
  stretch bend squat plank jog cycle swim row meditate sleep nap wake chest
  water feed milk cook bake boil fry chop slice dice peel stir mix taste season plate garnish
  sidestep backtrack restage mirror stage voice
  map chart plot tabulate calculate compute total subtract multiply estimate
  compare contrast match pair tally
  reconcile audit verify validate
  inject inoculate bandage disinfect gown glove prescribe dose
  teach lecture instruct quiz coach mentor shadow
  pitch upsell disqualify dispatch
`);

const weak = words(`
  review check use utilise utilize avoid follow plan prepare spend work run address reference
  apply lead track monitor study research vary alternate change rework redo
  revise simplify reduce increase double triple extend expand adjust fix illustrate
  complete resolve solve involve provide supply deliver
  emphasise emphasize stress surface flag challenge probe qualify clarify define specify
  detail document capture convert rely
  find spot notice identify remember miss
  beat earn generate gain lose exceed surpass acquire retain attract
  forget remember fail refuse happen
  fall sink decline decrease shrink plummet soar plateau dip slip stagnate stall recover
  approach connect continue quit resume cease fix grade rate
`);

const state = words(`
  be feel seem appear sound smell know understand appreciate believe think consider realise realize care strive improve
  enhance develop handle manage own prioritise prioritize communicate polish tighten ensure lack conceptualise memorise
  memorize recognise recognize comprehend listen experience want wish hope prefer love hate enjoy respect value trust
  doubt expect intend aim need desire deserve depend matter belong become remain exist
  learn master grasp internalise internalize absorb digest reflect ponder imagine envision visualise visualize assume
  judge focus concentrate engage relate empathise empathize sympathise resonate inspire motivate energise
  energize empower encourage influence impress convince persuade wow delight excite captivate charm entertain
  build strengthen establish foster cultivate nurture maintain sustain preserve boost elevate amplify
  leverage harness optimise optimize maximise maximize minimise minimize streamline strategise strategize innovate
  sharpen refine hone perfect upgrade transform revamp rethink reimagine evolve adapt tailor customise personalise
  collaborate cooperate coordinate align partner liaise interact network bond support help assist enable facilitate
  drive spearhead champion embrace adopt embody exude exhibit radiate project convey express portray
  commit dedicate devote persevere persist endeavour endeavor attempt struggle cope deal
  excel succeed thrive shine dominate win achieve accomplish attain
  rush ramble waffle bore oversell overcomplicate overthink underwhelm flounder fumble
  relax calm chill loosen soften harden warm lighten deepen broaden
  dig grow mature progress advance
  anticipate predict foresee organise organize structure balance control regulate stabilise
  honour honor exemplify
  contribute participate invest sacrifice hustle grind
  treat act behave
  surprise worry fear panic
  speed hurry slow
  fit suit satisfy please
  suck stink
  try
`);

const light = words(`make do take give get have keep`);

/** Before a verb in -ing they say only that it begins, goes on or ends. */
export const aspectVerbs: ReadonlySet<string> = new Set(
  words('start stop begin continue keep quit finish resume cease avoid'),
);

/** "Forgot to mention", "began to read": the verb behind "to" is what was done. */
export const leadingVerbs: ReadonlySet<string> = new Set(
  words('forget fail manage begin start continue refuse happen use remember'),
);

/** A later class wins over an earlier one. */
export const verbClasses: ReadonlyMap<string, VerbClass> = new Map(
  (
    [
      ['observable', observable],
      ['weak', weak],
      ['state', state],
      ['light', light],
    ] as const
  ).flatMap(([kind, list]) => list.map(verb => [verb, kind] as const)),
);
