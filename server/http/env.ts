/** What middleware passes on to the handlers after it. */
import type { HttpBindings } from '@hono/node-server';
import type { Caller } from '#server/store/devices.ts';
import type { Head } from '#server/store/head.ts';

export interface AppEnv {
  /** Absent when a test calls the app without a network. */
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    /** Set on the sync routes once the token has been found. */
    caller?: Caller;
    /** Set on routes that have `settleFirst` before them. */
    head?: Head;
  };
}
