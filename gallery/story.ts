/** What a story is: a view, the records it stands on, and what was pressed. */
import type { ReactNode } from 'react';
import type { Envelope } from '#lib/records/envelope.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Draft } from '#lib/store/drafts.ts';
import type { Identity } from '#lib/store/identity.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import type { SyncStatus } from '#lib/sync/status.ts';
import type { Surroundings } from './stand-in/browser.ts';
import type { Answers } from './stand-in/server.ts';

/** What a device holds, and what is around the view. */
export interface World extends Pick<Surroundings, 'tab' | 'granted' | 'policy'> {
  /** Somebody alone, without a server, where absent. */
  identity?: Identity;
  /** As the server accepted them. */
  records?: readonly Envelope[];
  /** With what only this device knows of them: waiting, refused, damaged. */
  rows?: readonly StoredRecord[];
  drafts?: readonly Draft[];
  status?: SyncStatus['state'];
  /** What the team's server answers, by path; there is none where absent. */
  server?: Answers;
}

export interface Story {
  name: string;
  world: World;
  show(db: SidelineDb): ReactNode;
  /**
   * What is pressed before one looks, in this order: a key of `locales`, for the button, link or summary that says it; or
   * a selector, which begins with `#`, `.` or `[`.
   */
  press?: readonly string[];
  /** A selector of what is there at the end, where that takes a while. */
  until?: string;
  /** Something breaks on purpose, and the console says so. */
  mayComplain?: boolean;
}
