/**
 * Every message inside the extension, in one typed file. Types only: the page script imports this and must stay small.
 * What arrives at the background is parsed and its sender checked in lib/background before anybody looks at it.
 *
 * Doors, and who may come through them:
 * - `page`: our script in a web page. May say where it is and ask for anchors; never sees a note's words.
 * - `panel`: panel.html in a frame that the background itself opened (see panels.ts). A page that embeds it gets nothing.
 * - `extension`: the sidebar and the options page, top-level pages of ours.
 */
import type { SiteDefinition } from '#lib/artifacts/definition.ts';
import type { Answer } from '#lib/records/acknowledgement.ts';
import type { Anchor } from '#lib/records/anchor.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import type { Audience } from '#lib/records/envelope.ts';
import type { NoteKind } from '#lib/records/note.ts';
import type { Remedy, StructuralCause } from '#lib/records/ruling.ts';
import type { Body } from '#lib/records/types.ts';
import type { Member, Role } from '#lib/sync/protocol.ts';

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

/** A place that the page tools found for the composer to point at. */
export interface Place {
  anchor: Anchor;
  /** Short words for people: the quoted words, "Stage: Proposal", "0:42". */
  label: string;
}

/** The composer's half-written text. Stays on this device. */
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
  /** When it happened, in ms since 1970, where it was not just now. */
  momentAt?: number | undefined;
  /** Seen as it happened, not on this page. */
  live?: boolean | undefined;
  /** A question that asks for a talk. */
  route?: 'conversation' | undefined;
  /** Earlier notes that show the same habit; from two on the note is about the habit. */
  instances?: string[] | undefined;
  /** What lies behind a correction that comes again and again. */
  ruling?: RulingDraft | undefined;
  openedAt: number;
  /** The sent note that this draft changes. */
  edits?: string | undefined;
  /** A print of the text that it changes: should somebody have changed that meanwhile, nothing is overwritten. */
  base?: string | undefined;
  /** Fixed at the first keystroke, so that a text sent twice is one note. */
  noteId: string;
  scorecardId: string;
}

/** The author's answer to "is it structural?", sent as a record of its own with the note. */
export interface RulingDraft {
  id: string;
  cause: StructuralCause;
  remedy: Remedy;
  sentence: string;
}

/** What there is to know before a note on this person and behaviour goes. */
export interface Ahead {
  /** Which correction of this behaviour for this person it would be, from 1; 0 where nothing is counted. */
  count: number;
  asks: 'nothing' | 'is it structural' | 'ruling first';
  /** The corrections that it repeats, oldest first. */
  earlier: { id: string; observation: string; createdAt: number }[];
  /** The person has had as many notes today as they should. */
  enoughToday: boolean;
  limit: number;
}

export type HookType = NonNullable<Body<'scorecard'>['hookType']>;

/** One behaviour as the composer shows it. */
export interface BehaviourChoice {
  id: string;
  name: string;
  standard: string;
  looksLike: string;
  subjectId?: string | undefined;
  /** The library entry that it was made from: a person's own copy takes the place of the catalogue's. */
  libraryId?: string | undefined;
}

/** A note that was kept to be used again. */
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
  members: Member[];
  behaviours: BehaviourChoice[];
  /** The workspace's own rubrics, the latest version of each. */
  rubrics: Body<'rubric'>[];
  /** One's own and the team's, the newest first. */
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
export type KeepOutcome =
  | { state: 'kept'; isNew: boolean }
  | { state: 'apart'; noteId: string; scorecardId: string }
  | { state: 'elsewhere' };

/** The four texts of a note, to be read beside one's own. */
export type NoteTexts = Record<TextPart, string>;

export type SendOutcome =
  /** `second`: under this id other words had been sent already, so that there are two notes now. */
  | { ok: true; noteId?: string; waiting: boolean; second?: boolean }
  /** The note that the draft changes says something else by now. `edits` and `base` are to be changed instead. */
  | { ok: false; reason: 'changed-elsewhere'; theirs: NoteTexts; edits: string; base: string }
  | { ok: false; reason: 'storage-full' | 'too-long' | 'not-allowed'; message: string }
  | { ok: false; reason: 'incomplete'; problem: NoteGap }
  /** The language check stops this part: it is about the person, or nobody could see it. */
  | { ok: false; reason: 'reword'; part: TextPart }
  /** The same again: say first what lies behind it. */
  | { ok: false; reason: 'ruling-first' }
  | { ok: false; reason: 'enough-today'; limit: number };

/** Texts of a note that the language check reads. The words of lib/coaching/gate.ts, which may not be imported here. */
export type TextPart = 'observation' | 'impact' | 'nextAction' | 'affirmation';

/** See lib/coaching/language/types.ts. */
export interface Lexicon {
  phrases: readonly string[];
  verbs: readonly string[];
}

export type EditOutcome = { ok: true; draft: ComposerDraft } | { ok: false; reason: 'not-yours' };

/** What a note still needs, in the codes of lib/coaching/compose.ts; views have the words. */
export type NoteGap =
  | 'nothing'
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
  /** The tab's own origin, where the browser tells it. */
  origin?: string | undefined;
  /** The administrator switched Sideline off here. */
  blocked: boolean;
  /** May a person teach this site? Not where it ships with Sideline, nor where the administrator says no. */
  teachable: boolean;
}

/** A picker that was asked for in a tab. */
export interface TeachSession {
  /** What was pointed at on an earlier page of this sitting. */
  draft?: SiteDefinition | undefined;
  /** What is known of this site already, from this person or the workspace. */
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

/** Messages to the background, by name: what goes in and what comes back. */
export interface Commands {
  /** A page script has started. The address is taken from the sender, never from the message. */
  'page.hello': { in: null; out: { definition?: SiteDefinition | undefined; probes?: Probe[] | undefined } };
  /** The page matched a probe of self-hosted software: give me that definition. */
  'page.site': { in: { id: string }; out: { definition?: SiteDefinition | undefined } };
  /** The page shows this artifact now (null: none). Answers how many marks it has. */
  'page.arrived': { in: { artifact: Artifact | null }; out: { marks: number } };
  /** The tools are about to put up the panel: a word that only the framed panel will be told. */
  'tools.ticket': { in: null; out: { ticket: string } };
  /** Somebody clicked a mark on the page; several where notes overlap, the topmost first. */
  'tools.open-note': { in: { noteIds: string[] }; out: null };
  /** The link to a note's place, to be handed to somebody. */
  'note.link': { in: { noteId: string }; out: { url: string } };
  /** Open the work that a note is about in a new tab, and go to its place. */
  'note.open': { in: { noteId: string }; out: null };
  'panel.claim': { in: { ticket: string }; out: { ok: boolean } };
  'panel.open-sidebar': { in: null; out: null };
  'compose.context': { in: null; out: ComposerContext };
  /** What the composer says before the note is sent; the sending decides by the same rules. */
  'compose.ahead': { in: { artifact: Artifact; draft: ComposerDraft }; out: Ahead };
  /** The half-written notes on the work. With `take` one of them belongs to `surface` from now on. */
  'compose.drafts': { in: { artifact: Artifact; surface: string; take: boolean }; out: DraftsHere };
  'compose.save': { in: { artifact: Artifact; draft: ComposerDraft; surface: string }; out: KeepOutcome };
  /** The note was given up in this composer. */
  'compose.drop': { in: { noteId: string; surface: string }; out: null };
  /** Goes on here with a half-written note, whoever has it; null where it is gone. */
  'compose.take': {
    in: { artifact: Artifact; noteId: string; surface: string };
    out: ComposerDraft | null;
  };
  /** Puts a sent note of one's own back into the composer. */
  'compose.edit': { in: { noteId: string; surface: string }; out: EditOutcome };
  /** Keeps the draft's words as a template of one's own, under the name they begin with. */
  'compose.keep-template': { in: { draft: ComposerDraft }; out: null };
  'compose.send': { in: { artifact: Artifact; draft: ComposerDraft; surface: string }; out: SendOutcome };
  /** What the site of this tab is to us: see SiteHere. The panel's own tab, or the one that the sidebar names. */
  'site.here': { in: { tabId?: number | undefined }; out: SiteHere };
  /** Puts the picker up, to teach the site of this tab or to correct what was taught. False where nothing can be put in. */
  'teach.start': { in: { tabId?: number | undefined }; out: { ok: boolean } };
  /** The picker is up: what is it to go on with? Undefined where nobody asked for one on this page. */
  'teach.open': { in: null; out: TeachSession | undefined };
  /** Keeps what was pointed at so far, for the next page of this tab. */
  'teach.keep': { in: { draft: SiteDefinition }; out: null };
  /** Checks and keeps it as the person's own; used at once. */
  'teach.save': { in: { definition: SiteDefinition }; out: { ok: true } | { ok: false; problems: string[] } };
  'teach.end': { in: null; out: null };
  /** The options page changed a taught site: these tabs look anew. */
  'sites.changed': { in: { hosts: string[] }; out: null };
  /** The sidebar changed where notes on this artifact point: draw them anew, push and pull. */
  'notes.changed': { in: { key: string }; out: null };
  /** The sidebar wrote a record or opened: push and pull now. */
  'sync.now': { in: null; out: null };
  /** The options page signed in or out. */
  'account.changed': { in: null; out: null };
  /** Put our script into this tab if the browser lets us (after a click, or on a granted site). */
  'tab.attach': { in: { tabId: number }; out: { ok: boolean } };
  /** The same for the page tools, which the sidebar's composer needs. */
  'tab.tools': { in: { tabId: number }; out: { ok: boolean } };
}

export type Command = keyof Commands;

/**
 * `orphan`: not found; `unsure`: perhaps; `moved`, for a moment: the recording has another length now; `ad`: nobody can
 * tell while an advertisement plays in the recording's own element.
 */
export type PlaceStatus = 'same' | 'moved' | 'edited' | 'unsure' | 'orphan' | 'ad';

/** Messages to a tab's page script or tools. */
export interface PageCommands {
  /** Is somebody there, and what is on show? */
  'page.which': {
    in: null;
    /** `moving`: the page has left one thing, and what it shows next is not known yet. */
    out: { artifact: Artifact | null; tools: boolean; url: string; moving?: boolean };
  };
  'tools.panel': { in: { open: boolean | 'toggle' }; out: { open: boolean } };
  'tools.draw': { in: { key: string; marks: Mark[] }; out: null };
  /** Go to the place of a note: scroll, flash, seek, play its stretch. Answers whether the place was found. */
  'tools.show': { in: { mark: Mark; play?: 'once' | 'loop' }; out: { found: boolean; status: PlaceStatus } };
  /** Where the drawn notes' places are now, by note; those that were not looked for yet are left out. */
  'tools.places': { in: null; out: Record<string, PlaceStatus> };
  /** This site was switched off: leave no trace. */
  'page.leave': { in: null; out: null };
}

export type PageCommand = keyof PageCommands;

/** Said by a page script, or the background, to whoever listens among our pages. */
export type Announcement =
  /** Half-written notes came, went, or belong to another composer. */
  | { announce: 'drafts' }
  | { announce: 'artifact'; artifact: Artifact | null }
  /** Some notes' places were found, or lost. */
  | { announce: 'places' };

export type PlaceKind = 'words' | 'field' | 'moment' | 'region' | 'whole';

/**
 * Between a composer (in the panel or the sidebar) and the page tools, over a MessagePort or a runtime port. Note text
 * never travels here.
 */
export type ToTools =
  | { type: 'pick'; what: PlaceKind }
  | { type: 'typing' }
  | { type: 'sent' }
  /** Moves the playhead; a step that is shorter than a second stops it too. */
  | { type: 'step'; seconds: number }
  /** The stretch begins, or ends, where it plays now. */
  | { type: 'set-in' }
  | { type: 'set-out' }
  /** Plays the marked stretch. */
  | { type: 'play'; loop: boolean }
  /** How late this person presses a key, in seconds: marks made while it plays are set back by it. */
  | { type: 'reaction'; seconds: number }
  | { type: 'switch-side' }
  /** The focus left the composer: somebody may work in a frame now, of which the page hears nothing. */
  | { type: 'left' }
  | { type: 'focus-page' }
  | { type: 'close' };

export type FromTools =
  /** `notes`: how many notes point into this artifact. `noText`: its words are out of our reach. */
  | {
      type: 'page';
      artifact: Artifact | null;
      hasVideo: boolean;
      noText?: boolean;
      notes: number;
    }
  /** `auto`: our guess, or the playhead moving on; gives way to a place that a draft already has. */
  | { type: 'place'; place: Place; auto: boolean }
  /** `nothing selected`, `no field here`: what was asked for could not be pointed at. */
  | { type: 'no-place'; what: PlaceKind | 'ad' }
  | { type: 'picking'; on: boolean }
  | { type: 'focus' };

/** How the page tools say it: they leave the words for a place to whoever shows them. */
export type ToolsMessage =
  | Exclude<FromTools, { type: 'place' }>
  | { type: 'place'; anchor: Anchor; auto: boolean };

/** The first message to a framed panel, with the port: proves who opened it. */
export interface PanelGreeting {
  sideline: 'panel';
  ticket: string;
}

/** The first message to a framed region.html, with the port that answers with what was drawn (null: nothing). */
export interface RegionGreeting {
  sideline: 'region';
}

/** In px from the frame's upper left corner. A point has no size. */
export interface DrawnBox {
  left: number;
  top: number;
  width: number;
  height: number;
}
