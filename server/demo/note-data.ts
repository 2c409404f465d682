/** The shape of a demo note, and short ways to write its anchors. Ages are in days and an hour of the day (UTC). */

import type { Anchor } from '#lib/records/anchor.ts';
import type { Answer } from '#lib/records/kinds/acknowledgement.ts';
import type { NoteKind } from '#lib/records/kinds/note.ts';
import type { DemoBehaviour } from './behaviours.ts';
import type { DemoKey } from './people.ts';
import type { DemoWork } from './works.ts';

export interface DemoNote {
  /** A unique name that never changes. */
  name: string;
  daysAgo: number;
  hour: number;
  author: DemoKey;
  subject: DemoKey;
  kind: NoteKind;
  behaviour: DemoBehaviour;
  work: DemoWork;
  anchor: Anchor;
  observation: string;
  impact: string;
  nextAction: string;
  affirmation?: string;
  /** Days from the note to the next look. */
  checkIn?: number;
  answer?: { answer: Answer; sentence: string; hoursLater: number };
}

export const words = (exact: string, prefix = '', suffix = ''): Anchor => ({
  kind: 'words',
  quote: { exact, prefix, suffix },
});
export const fieldAt = (label: string, value: string, key?: string): Anchor => ({
  kind: 'field',
  ...(key === undefined ? {} : { key }),
  label,
  value,
});
export const momentAt = (start: number, duration: number, caption: string, end?: number): Anchor => ({
  kind: 'moment',
  start,
  ...(end === undefined ? {} : { end }),
  duration,
  caption,
});
