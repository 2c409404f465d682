/**
 * Every message inside the extension, in one typed file. It holds types only, because the page script imports it and must
 * stay small. The background checks who sent a message, and then its shape, before anything else looks at it (serve.ts).
 *
 * A message comes on one of three channels:
 * - `page`: our script in a web page. It may say where it is and ask for anchors; it never sees a note's words.
 * - `panel`: panel.html in a frame that the background itself let in (see panels.ts). A page that embeds it gets nothing.
 * - `extension`: the sidebar and the options page, which are top-level pages of ours.
 */

import type { SiteDefinition } from '#lib/artifacts/definition/definition.ts';
import type { Anchor } from '#lib/records/anchor.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import type { Audience } from '#lib/records/envelope.ts';
import type { Answer } from '#lib/records/kinds/acknowledgement.ts';
import type { BehaviourRole } from '#lib/records/kinds/behaviour.ts';
import type { NoteKind, NoteText } from '#lib/records/kinds/note.ts';
import type { Remedy, StructuralCause } from '#lib/records/kinds/ruling.ts';
import type { Body } from '#lib/records/types.ts';
import type { CoverageAnswer, EscalationsAnswer } from '#lib/sync/insight-protocol.ts';
import type { Counts, Member, Role } from '#lib/sync/protocol.ts';

/** What the page tools may know of a note: where it points and how to draw it. */
export interface Mark {
  noteId: string;
  anchor: Anchor;
  kind: NoteKind;
}

export interface Probe {
  id: string;
  css: string;
}

/** The place that a note is about: an anchor with its label. */
export interface Place {
  anchor: Anchor;
  /** Short words for people: the quoted words, "Stage: Proposal", "0:42". */
  label: string;
  /** When what is pointed at happened, in ms since 1970, if the page says so beside it. */
  at?: number | undefined;
}

/** A note as far as it is written in the composer. It stays on this device. */
export interface ComposerDraft {
  place?: Place | undefined;
  kind: NoteKind;
  subjectId?: string | undefined;
  behaviourId?: string | undefined;
  observation: string;
  impact: string;
  nextAction: string;
  /** What was done well, beside a correction. */
  affirmation?: string | undefined;
  /** Days until author and subject look again; undefined until chosen. */
  checkInDays?: number | undefined;
  audience: Audience;
  /** Criterion id to level; null is "not applicable". Absent criteria are not scored. */
  scores: Record<string, number | null>;
  /** The rubric that they are on; the shipped one where absent. */
  rubric?: { id: string; version: number } | undefined;
  hookType?: HookType | undefined;
  /** When it happened, in ms since 1970; absent when it happened just now. */
  momentAt?: number | undefined;
  /** The author saw it happen, rather than reading it on this page. */
  live?: boolean | undefined;
  /** The question asks for a talk. */
  route?: 'conversation' | undefined;
  /** Earlier notes that show the same habit. With two or more of them the note is about the habit. */
  instances?: string[] | undefined;
  /** What the author says lies behind a correction that keeps coming back. */
  ruling?: RulingDraft | undefined;
  openedAt: number;
  /** The sent note that this draft will change. */
  edits?: string | undefined;
  /** A print of the text that it changes: should somebody have changed that meanwhile, nothing is overwritten. */
  base?: string | undefined;
  /** Chosen at the first keystroke, so that a text that is sent twice becomes one note. */
  noteId: string;
  scorecardId: string;
}

/** The author's answer to "is it structural?". It is sent along with the note, as a record of its own. */
export interface RulingDraft {
  id: string;
  cause: StructuralCause;
  remedy: Remedy;
  sentence: string;
}

/** What the author should know before sending a note on this person and behaviour. */
export interface Ahead {
  /** Which correction of this behaviour for this person it would be, from 1; 0 where nothing is counted. */
  count: number;
  asks: 'nothing' | 'is it structural' | 'ruling first';
  /** Within how many days corrections count as repeated. */
  days: number;
  /** The corrections that it repeats, oldest first. */
  earlier: { id: string; observation: string; createdAt: number }[];
  /** The person has already had as many notes today as anybody should. */
  enoughToday: boolean;
  limit: number;
  counted: CountedOver;
  /** How many of the corrections that count only others may read. */
  unseen: number;
}

/**
 * Which notes were counted: everybody's, also those that this member may not read; or only those on this device, because
 * the server has not answered (yet: `asking`).
 */
export type CountedOver = 'all' | 'asking' | 'device';

/** `offline`: no answer, or none that is of use. `not-yours`: it is for other roles. */
export interface InsightFailure {
  ok: false;
  reason: 'offline' | 'not-yours';
}
export type Answered<T> = { ok: true; value: T } | InsightFailure;
export type InsightCommand = 'insight.escalations' | 'insight.coverage';
export type InsightAnswer<C extends InsightCommand> = Commands[C]['out'];

/** The same as `Elsewhere` in lib/coaching/notes/elsewhere.ts, which this file may not import. */
export interface CountsElsewhere {
  answer: Counts;
  /** In ms since 1970. */
  askedAt: number;
}

export type HookType = NonNullable<Body<'scorecard'>['hookType']>;

/** One behaviour as the composer shows it. */
export interface BehaviourChoice {
  id: string;
  name: string;
  standard: string;
  looksLike: string;
  subjectId?: string | undefined;
  /** The library entry that it was made from. A person's own copy hides the catalogue's. */
  libraryId?: string | undefined;
  /** Set on an entry of the library itself: whose job it is from. */
  role?: BehaviourRole | undefined;
}

/** A note that somebody kept, to use its words again. */
export interface TemplateChoice {
  id: string;
  name: string;
  kind: NoteKind;
  behaviourId?: string | undefined;
  observation?: string | undefined;
  impact?: string | undefined;
  nextAction?: string | undefined;
  affirmation?: string | undefined;
}

export interface ComposerContext {
  me: { id: string; name: string; roles: Role[] };
  workspaceName: string;
  solo: boolean;
  /** Who sees a note about somebody unless its author chooses otherwise. */
  audience: Audience;
  /** How old a moment may be, in ms, until a note about it is late. */
  lateAfter: number;
  /** Oneself and those about whom one may write. */
  members: Member[];
  /** Everybody else here, so that a page that names them is not taken for one that names nobody. */
  others?: { id: string; name: string }[] | undefined;
  /** Everybody's active behaviours, and the library: see lib/coaching/behaviours/choices.ts. */
  behaviours: BehaviourChoice[];
  /** The latest version of each of the workspace's own rubrics. */
  rubrics: Body<'rubric'>[];
  /** The person's own and the team's, newest first. */
  templates: TemplateChoice[];
  /** The workspace's own words, for the language check. */
  lexicon: Lexicon;
}

/** A half-written note on the work, as other composers are told of it. */
export interface DraftHere {
  noteId: string;
  /** Its first words; '' where only scores were given. */
  excerpt: string;
  /** `here`: it belongs to the composer that asks; `elsewhere`: another one has it on the screen; `free`: nobody. */
  held: 'here' | 'elsewhere' | 'free';
}

export interface DraftsHere {
  all: DraftHere[];
  /** The one that the composer has now, where it asked for one. */
  draft?: ComposerDraft | undefined;
}

/**
 * `kept`: under its id; `isNew` where nothing was kept before. `apart`: another composer has the note now, or it was
 * sent, and these words are a note of their own. `elsewhere`: another composer has these very words, or has sent them.
 */
export type SaveDraftOutcome =
  | { state: 'kept'; isNew: boolean }
  | { state: 'apart'; noteId: string; scorecardId: string }
  | { state: 'elsewhere' };

/** The four texts of a note, to be read beside one's own. */
export type NoteTexts = Record<NoteText, string>;

/** What to take back: a note with its scores, scores alone, or one's own answer to a note, which then stays. */
export interface TakeBack {
  noteId: string;
  scorecardId?: string | undefined;
  answerId?: string | undefined;
}

export type SendOutcome =
  /**
   * `second`: under this id other words had been sent already, so that there are two notes now. `onlyInToday`: another
   * device would not know this work when it shows it.
   */
  | { ok: true; noteId?: string; waiting: boolean; second?: boolean; onlyInToday?: true }
  /** The note that the draft changes says something else by now. `edits` and `base` are to be changed instead. */
  | { ok: false; reason: 'changed-elsewhere'; theirs: NoteTexts; edits: string; base: string }
  | { ok: false; reason: 'storage-full' | 'too-long' | 'not-allowed'; message: string }
  | { ok: false; reason: 'incomplete'; problem: NoteGap }
  /** The person has left, or somebody else coaches them now: the server would refuse the note. */
  | { ok: false; reason: 'may-not-write' }
  /** The language check stopped this part, because it is about the person. */
  | { ok: false; reason: 'reword'; part: NoteText }
  /** This part has a blank of a phrase that nobody has filled. */
  | { ok: false; reason: 'blank'; part: NoteText }
  /** Nobody could see this part happen, and its author was not asked yet whether it should go as it is. */
  | { ok: false; reason: 'ask'; part: NoteText }
  /** The same correction came before: the author has to say first what lies behind it. */
  | { ok: false; reason: 'ruling-first' }
  | { ok: false; reason: 'enough-today'; limit: number };

/** The texts of a note that the language check reads; the same as in its gate, which this file may not import. */

/** The workspace's own words; lib/coaching/language/types.ts explains them. */
export interface Lexicon {
  phrases: readonly string[];
  verbs: readonly string[];
}

export type EditOutcome = { ok: true; draft: ComposerDraft } | { ok: false; reason: 'not-yours' };

/** What a note still needs, as a code. The views have the words for it. */
export type NoteGap =
  | 'nothing'
  /** Nobody is chosen whom it is for. */
  | 'subject'
  /** It is about somebody who would not see it. */
  | 'audience'
  | 'observation'
  | 'impact'
  | 'nextAction'
  | 'question'
  | 'behaviourId'
  | 'checkInAt'
  | 'affirmation'
  | 'one-sentence'
  | 'shorter';

/** What Sideline may do on the site of a tab, and what it knows of it. */
export interface SiteHere {
  /** The tab's own origin, if the browser tells us. */
  origin?: string | undefined;
  /** An administrator switched Sideline off here. */
  blocked: boolean;
  /** Whether a person may teach this site: not if it ships with Sideline, nor if the administrator says no. */
  teachable: boolean;
}

/** What a picker in a tab begins with. */
export interface TeachSession {
  /** What the person pointed at on earlier pages, since they opened the picker. */
  draft?: SiteDefinition | undefined;
  /** What this person or the workspace has taught of this site already. */
  known?: SiteDefinition | undefined;
  /** Today's date by the person's clock, `2026-11-22`. */
  today: string;
}

export interface AnswerInput {
  noteId: string;
  answer: Answer;
  sentence: string;
  repeatBack?: string | undefined;
}

/** Scripts beside the page tools, for what is not on every page. */
export type PartName =
  | 'media'
  | 'captions'
  | 'regions'
  | 'clips'
  | 'sight'
  | 'picking'
  | 'times'
  | 'frame'
  | 'frames';

/** Messages to the background, by name, with what goes in and what comes back. */
export interface Commands {
  /** A page script has started. The address is taken from the sender, never from the message. */
  'page.hello': { in: null; out: { definition?: SiteDefinition | undefined; probes?: Probe[] | undefined } };
  /** The page matched a probe of self-hosted software: give me that definition. */
  'page.site': { in: { id: string }; out: { definition?: SiteDefinition | undefined } };
  /** The page now shows this artifact, or none. Answers how many marks it has. */
  'page.arrived': { in: { artifact: Artifact | null }; out: null };
  /** The tools are about to open the panel, and ask for the ticket that only the framed panel will be told. */
  'tools.ticket': { in: null; out: { ticket: string } };
  /** The tools found something that a script of its own serves, and ask for that. */
  'tools.part': { in: { name: PartName }; out: { ok: boolean } };
  /** Frames came after the tools: painted words get their style there too. */
  'tools.style-frames': { in: null; out: null };
  /** Somebody clicked a mark on the page. Where notes overlap there are several, the topmost first. */
  'tools.open-note': { in: { noteIds: string[] }; out: null };
  /** The link to a note's place, for handing to somebody. */
  'note.link': { in: { noteId: string }; out: { url: string } };
  /** Opens the work that a note is about in a new tab, and goes to its place. */
  'note.open': { in: { noteId: string }; out: null };
  'panel.claim': { in: { ticket: string }; out: { ok: boolean } };
  'panel.open-sidebar': { in: null; out: null };
  /** Opens the sidebar with the reviews of the work that the panel is on. */
  'panel.look-back': { in: null; out: null };
  'compose.context': { in: null; out: ComposerContext };
  /** What the composer tells the author before sending. Sending decides by the same rules. */
  'compose.ahead': {
    /** `wait` for the server's counts; otherwise the answer comes at once, by what is known here. */
    in: { artifact: Artifact; draft: ComposerDraft; wait?: boolean };
    out: Ahead;
  };
  /** What the server works out over everybody's records; nothing of it is kept on the device. */
  'insight.escalations': { in: null; out: Answered<EscalationsAnswer> };
  'insight.coverage': { in: null; out: Answered<CoverageAnswer> };
  /** What the server counts about a person that this device cannot see; null when it does not answer. */
  'counts.ask': { in: { personId: string; behaviourId?: string | undefined }; out: CountsElsewhere | null };
  /** The half-written notes on the work. With `take` one of them belongs to `surface` from now on. */
  'compose.drafts': { in: { artifact: Artifact; surface: string; take: boolean }; out: DraftsHere };
  'compose.save': {
    in: { artifact: Artifact; draft: ComposerDraft; surface: string };
    out: SaveDraftOutcome;
  };
  /** The note was given up in this composer. */
  'compose.drop': { in: { noteId: string; surface: string }; out: null };
  /** Goes on here with a half-written note, whoever has it; null where it is gone. */
  'compose.take': {
    in: { artifact: Artifact; noteId: string; surface: string };
    out: ComposerDraft | null;
  };
  /** Puts a note that the person has sent back into the composer. */
  'compose.edit': { in: { noteId: string; surface: string }; out: EditOutcome };
  /** Takes back an own note that nobody has answered, or one's own last answer to a note. */
  'note.take-back': { in: TakeBack; out: { ok: boolean } };
  /** Keeps the draft's words as the person's own template, named by its first words. */
  'compose.keep-template': { in: { draft: ComposerDraft }; out: null };
  /** `asked`: the next action that the author has been asked about, so that it may go as it is. */
  'compose.send': {
    in: { artifact: Artifact; draft: ComposerDraft; surface: string; asked?: string | undefined };
    out: SendOutcome;
  };
  /** What Sideline knows of a tab's site: the panel's own tab, or the one that the sidebar names. */
  'site.here': { in: { tabId?: number | undefined }; out: SiteHere };
  /** What is at an address whose page no script of ours can look into; null for the browser's own pages. */
  'site.artifact': { in: { url: string; title?: string | undefined }; out: { artifact: Artifact | null } };
  /** Opens the picker, to teach the tab's site or correct what was taught. False if no script may go in. */
  'teach.start': { in: { tabId?: number | undefined }; out: { ok: boolean } };
  /** The picker is open and asks what to begin with. Undefined if nobody asked for a picker on this page. */
  'teach.open': { in: null; out: TeachSession | undefined };
  /** Keeps what the person pointed at so far, for the next page in this tab. */
  'teach.keep': { in: { draft: SiteDefinition }; out: null };
  /** Checks the definition and keeps it as the person's own. It is used at once. */
  'teach.save': { in: { definition: SiteDefinition }; out: { ok: true } | { ok: false; problems: string[] } };
  'teach.end': { in: null; out: null };
  /** The options page changed a taught site, so the tabs on these hosts must identify their pages again. */
  'sites.changed': { in: { hosts: string[] }; out: null };
  /** The sidebar changed where notes on this artifact point: draws them again, then pushes and pulls. */
  'notes.changed': { in: { places: string[] }; out: null };
  /** The sidebar opened or wrote a record: pushes and pulls now. */
  'sync.now': { in: null; out: null };
  /** The person signed in or out on the options page. */
  'account.changed': { in: null; out: null };
  /** Puts the page script into this tab if the browser lets us: after a click, or on a granted site. */
  'tab.attach': { in: { tabId: number }; out: { ok: boolean } };
  /** Does the same with the page tools, which the sidebar's composer needs. */
  'tab.tools': { in: { tabId: number }; out: { ok: boolean } };
}

export type Command = keyof Commands;

/**
 * `orphan` was not found, and `unsure` only perhaps. A moment has `moved` when the recording has another length now. With
 * `ad` nobody can tell, because an advertisement plays in the recording's own element.
 */
export type PlaceStatus = 'same' | 'moved' | 'edited' | 'unsure' | 'orphan' | 'ad';

/** A place as it is on the page now, and what it says if it is a field. */
export interface PlaceNow {
  status: PlaceStatus;
  value?: string | undefined;
}

/** Messages to a tab's page script or tools. */
export interface PageCommands {
  /** Whether our script is there, and what the page shows. */
  'page.which': {
    in: null;
    /** `moving`: the page has left one thing, and what it shows next is not known yet. `panel`: it is open. */
    out: { artifact: Artifact | null; tools: boolean; url: string; moving?: boolean; panel?: boolean };
  };
  'tools.panel': { in: { open: boolean | 'toggle' }; out: { open: boolean } };
  'tools.draw': { in: { artifactKey: string; marks: Mark[] }; out: null };
  /** Goes to a note's place: scrolls, flashes, seeks, plays its stretch. Answers whether the place was found. */
  'tools.show': { in: { mark: Mark; play?: 'once' | 'loop' }; out: { found: boolean; status: PlaceStatus } };
  /** How the drawn notes' places were found, by note. Places that were not looked for yet are left out. */
  'tools.places': { in: null; out: Record<string, PlaceNow> };
  /** Takes marks and panel out of sight, while a picture of the page is taken, and brings them back. */
  'tools.hide': { in: { hidden: boolean }; out: null };
  /** This site was switched off: leaves, without a trace. */
  'page.leave': { in: null; out: null };
}

export type PageCommand = keyof PageCommands;

/** Said by a page script, or the background, to whichever of our pages listens. */
export type Announcement =
  /** Half-written notes came, went, or belong to another composer. */
  | { announce: 'drafts' }
  | { announce: 'artifact'; artifact: Artifact | null }
  /** Some notes' places were found or lost. */
  | { announce: 'places' };

export type PlaceKind = 'words' | 'field' | 'moment' | 'region' | 'whole';

/**
 * What a composer, in the panel or the sidebar, says to the page tools over a MessagePort or a runtime port. A note's text
 * never travels here.
 */
export type ToTools =
  | { type: 'pick'; what: PlaceKind }
  | { type: 'typing' }
  | { type: 'sent' }
  /** Moves the playhead. A step shorter than a second also pauses. */
  | { type: 'step'; seconds: number }
  /** The stretch begins (`set-in`) or ends (`set-out`) where the recording plays now. */
  | { type: 'set-in' }
  | { type: 'set-out' }
  /** Plays the marked stretch. */
  | { type: 'play'; loop: boolean }
  /** How late this person presses a key, in seconds. Marks made while the recording plays are set back by it. */
  | { type: 'reaction'; seconds: number }
  | { type: 'switch-side' }
  /** The focus left the composer. It may be in a frame now, of which the page hears nothing. */
  | { type: 'left' }
  | { type: 'focus-page' }
  | { type: 'close' };

export type FromTools =
  /** `notes` is how many notes point into this artifact. `noText` means that we cannot read its words. */
  | {
      type: 'page';
      artifact: Artifact | null;
      hasVideo: boolean;
      noText?: boolean;
      notes: number;
    }
  /** With `auto` it is our guess, or the playhead moved on. It then gives way to a place that the draft has. */
  | { type: 'place'; place: Place; auto: boolean }
  /** There is nothing of this kind to point at: no words are selected, or an advertisement plays. */
  | { type: 'no-place'; what: PlaceKind | 'ad' | 'unclear' }
  | { type: 'picking'; on: boolean }
  | { type: 'focus' };

/** What the page tools themselves send: an anchor without a label, which whoever shows it adds. */
export type ToolsMessage =
  | Exclude<FromTools, { type: 'place' }>
  | { type: 'place'; anchor: Anchor; auto: boolean; at?: number | undefined };

/** The first message to a framed panel, with its port. It proves who opened the panel. */
export interface PanelGreeting {
  sideline: 'panel';
  ticket: string;
}

/** The first message to a framed region.html. What the person drew, or null, comes back on its port. */
export interface RegionGreeting {
  sideline: 'region';
}

/** A box in px from the frame's upper left corner. A point has no size. */
export interface DrawnBox {
  left: number;
  top: number;
  width: number;
  height: number;
}
