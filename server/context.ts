/** Everything that the routes need, made once at start. */
import type { Protocol } from '#lib/sync/protocol.ts';
import type { Auth } from './auth/auth.ts';
import type { ServerConfig } from './config.ts';
import type { Callers } from './http/callers.ts';
import type { Log } from './http/log.ts';
import type { RateLimiter } from './http/rate-limit.ts';
import type { LiveHub } from './live/hub.ts';
import type { Mailer } from './mail.ts';
import type { Metrics } from './operate/metrics.ts';
import type { Database } from './store/database.ts';

export interface ServerContext {
  config: ServerConfig & { publicUrl: string; secret: string };
  database: Database;
  auth: Auth;
  hub: LiveHub;
  callers: Callers;
  limiter: RateLimiter;
  metrics: Metrics;
  /** Aborted when the server is asked to stop. It still serves for a while after that. */
  stopping: AbortSignal;
  log: Log;
  /** Undefined when no mail is set up. */
  mailer?: Mailer | undefined;
  /** Which clients may pull and push. */
  protocol: Protocol;
  /** ms since 1970. */
  now: () => number;
}
