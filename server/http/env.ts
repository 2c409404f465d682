/** What middleware leaves for the handlers behind it. */
import type { HttpBindings } from '@hono/node-server';
import type { Caller } from '#server/store/devices.ts';
import type { Head } from '#server/store/head.ts';

export interface AppEnv {
  /** Absent when a test calls the app without a network. */
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    /** Set on the sync routes once the token was found. */
    caller?: Caller;
    /** Set where `settleFirst` stands before. */
    head?: Head;
  };
}
