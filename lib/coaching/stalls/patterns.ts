/** A repeated correction: is it the person, or the brief, the role, the tool, the template? (R139–R141, R148) */

import { ofType, retractedNotes, subjectOf } from '#lib/coaching/history.ts';
import { DEFAULTS } from '#lib/coaching/settings/defaults.ts';
import type { Anchor } from '#lib/records/anchor.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Note, Ruling } from '#lib/records/types.ts';
import { DAY } from '#lib/time.ts';

export interface PatternSettings {
  /** Rolling window in ms. */
  window: number;
  /** From this many corrections on it may be structural. */
  suspect: number;
  /** From this many on a ruling is needed first. */
  rule: number;
  /** This many people with the same behaviour suggest that the workspace is the cause. */
  people: number;
}

export const DEFAULT_PATTERNS: PatternSettings = {
  window: DEFAULTS.patternDays * DAY,
  suspect: 3,
  rule: 4,
  people: 3,
};

export interface Pattern {
  /** The same on every device. A ruling refers to it. */
  key: string;
  level: 'person' | 'workspace';
  behaviourId: string;
  /** Who it is about, for `person`. */
  subjectId?: string;
  /** The members it affects. */
  members: readonly string[];
  /** Ids of the corrections that count, oldest first. Notes on exactly the same moment count once. */
  noteIds: readonly string[];
  firstAt: number;
  lastAt: number;
  /** Recognitions of the same behaviour in between. We show them; they reset nothing. */
  recognitions: number;
  /** The latest ruling on it. The notes it covers no longer count. */
  ruling: Ruling | null;
}

/** All patterns that need a ruling at `now`, the latest first. */
export function patternsOf(
  records: readonly Envelope[],
  now: number,
  settings: PatternSettings = DEFAULT_PATTERNS,
): Pattern[] {
  const corrections = countable(records, now, settings);
  const rulings = ofType(records, 'ruling').filter(ruling => ruling.body.on === 'pattern');
  const praised = grouped(
    ofType(records, 'note').filter(note => note.body.kind === 'recognition'),
    note => note.body.behaviourId,
  );
  const patterns: Pattern[] = [];
  for (const [behaviourId, notes] of grouped(corrections, note => note.body.behaviourId)) {
    const praise = praised.get(behaviourId) ?? [];
    for (const [subjectId, own] of grouped(notes, subjectOf)) {
      const pattern = patternIn(personKey(subjectId, behaviourId), own, rulings, praise);
      if (pattern.noteIds.length >= settings.suspect)
        patterns.push({ ...pattern, level: 'person', behaviourId, subjectId });
    }
    const shared = patternIn(workspaceKey(behaviourId), notes, rulings, praise);
    if (shared.members.length >= settings.people)
      patterns.push({ ...shared, level: 'workspace', behaviourId });
  }
  return patterns.sort((a, b) => b.lastAt - a.lastAt || (a.key < b.key ? -1 : 1));
}

export interface BeforeSending {
  /** How many corrections of this behaviour for this person there would be within the window, counting this one. */
  count: number;
  /** The third asks, the fourth waits for a ruling. */
  asks: 'nothing' | 'is it structural' | 'ruling first';
  key: string;
  noteIds: readonly string[];
}

/**
 * What the composer asks before this note is sent. A recognition, a question or a note to oneself is never held back.
 * `elsewhere` is how many further corrections the server knows of that are not among `records` (notes/elsewhere.ts).
 */
export function beforeSending(
  note: Note,
  records: readonly Envelope[],
  now: number,
  settings: PatternSettings = DEFAULT_PATTERNS,
  elsewhere = 0,
): BeforeSending {
  const { behaviourId, kind } = note.body;
  const subjectId = subjectOf(note);
  if (kind !== 'correction' || behaviourId === undefined || subjectId === note.authorId) {
    return { count: 0, asks: 'nothing', key: '', noteIds: [] };
  }
  const earlier = records.filter(record => record.id !== note.id && record.id !== note.body.replaces);
  const open = openCorrections(earlier, { subjectId, behaviourId }, now, settings);
  const places = new Set(open.map(placeOf));
  const count = places.size + elsewhere + (places.has(placeOf(note)) ? 0 : 1);
  const asks =
    count >= settings.rule ? 'ruling first' : count >= settings.suspect ? 'is it structural' : 'nothing';
  return { count, asks, key: personKey(subjectId, behaviourId), noteIds: open.map(other => other.id) };
}

/** The corrections of one behaviour for one person that still hold and that no ruling has settled, oldest first. */
export function openCorrections(
  records: readonly Envelope[],
  { subjectId, behaviourId }: { subjectId: string; behaviourId: string },
  now: number,
  settings: PatternSettings = DEFAULT_PATTERNS,
): Note[] {
  const own = countable(records, now, settings).filter(
    note => note.body.behaviourId === behaviourId && subjectOf(note) === subjectId,
  );
  const rulings = ofType(records, 'ruling').filter(ruling => ruling.body.on === 'pattern');
  return unsettled(own, rulingsOn(rulings, personKey(subjectId, behaviourId)));
}

/** How many occasions these notes are about: several on exactly the same moment are one. */
export function occasionsIn(notes: readonly Note[]): number {
  return new Set(notes.map(placeOf)).size;
}

export function personKey(subjectId: string, behaviourId: string): string {
  return `pattern|${subjectId}|${behaviourId}`;
}

export function workspaceKey(behaviourId: string): string {
  return `pattern|*|${behaviourId}`;
}

/** Corrections by others within the window that still hold. */
function countable(records: readonly Envelope[], now: number, { window }: PatternSettings): Note[] {
  const retracted = retractedNotes(records);
  return ofType(records, 'note').filter(
    note =>
      note.body.kind === 'correction' &&
      note.body.behaviourId !== undefined &&
      note.authorId !== subjectOf(note) &&
      !retracted.has(note.id) &&
      note.createdAt > now - window &&
      note.createdAt <= now,
  );
}

function patternIn(
  key: string,
  notes: readonly Note[],
  rulings: readonly Ruling[],
  praise: readonly Note[],
): Omit<Pattern, 'level' | 'behaviourId' | 'subjectId'> {
  const on = rulingsOn(rulings, key);
  const open = unsettled(notes, on);
  const firsts = [...new Map(open.toReversed().map(note => [placeOf(note), note])).values()].reverse();
  const firstAt = open[0]?.createdAt ?? 0;
  const lastAt = open.at(-1)?.createdAt ?? 0;
  const members = [...new Set(open.map(subjectOf))].sort();
  const recognitions = praise.filter(
    note => members.includes(subjectOf(note)) && note.createdAt > firstAt && note.createdAt < lastAt,
  ).length;
  return {
    key,
    members,
    noteIds: firsts.map(note => note.id),
    firstAt,
    lastAt,
    recognitions,
    ruling: on.at(-1) ?? null,
  };
}

/** The rulings on a pattern, except those by the person it is about, because nobody rules on their own pattern. */
function rulingsOn(rulings: readonly Ruling[], key: string): Ruling[] {
  return rulings.filter(
    ruling => ruling.body.key === key && key !== personKey(ruling.authorId, ruling.body.behaviourId ?? ''),
  );
}

/** Notes that no ruling has settled: none names them, and all are older than they are. */
function unsettled(notes: readonly Note[], rulings: readonly Ruling[]): Note[] {
  return notes.filter(
    note => !rulings.some(ruling => ruling.refs.includes(note.id) || note.createdAt <= ruling.createdAt),
  );
}

/** Artifact and place: two notes on the same moment are one occurrence. */
function placeOf(note: Note): string {
  return `${note.body.artifact.key} ${anchorKey(note.body.anchor, note.id)}`;
}

function anchorKey(anchor: Anchor, noteId: string): string {
  switch (anchor.kind) {
    case 'words':
      return `words ${anchor.quote.exact}`;
    case 'field':
      return `field ${anchor.key ?? anchor.label} ${anchor.value}`;
    case 'moment':
      return `moment ${Math.floor(anchor.start)}`;
    case 'region':
      return `region ${anchor.x} ${anchor.y} ${anchor.moment ? Math.floor(anchor.moment.start) : ''}`;
    case 'whole':
      // The whole artifact doesn't identify an occasion, so each note is its own.
      return `whole ${noteId}`;
  }
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
