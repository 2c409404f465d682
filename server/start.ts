/** Starts the server: opens the database and listens. And stops it in good order. */

import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import type { Kysely } from 'kysely';
import { WebSocketServer } from 'ws';
import { OLDEST, PROTOCOL, type Protocol } from '#lib/sync/protocol.ts';
import { DAY, MINUTE } from '#lib/time.ts';
import { createApp } from './app.ts';
import { logSignIn } from './audit/log.ts';
import { createAuth, migrateAuth } from './auth/auth.ts';
import { checkReach, loadSecret, readConfig, type ServerConfig } from './config.ts';
import type { ServerContext } from './context.ts';
import { purgeTombstones } from './exchange/erasure/purge.ts';
import { applyRetention } from './exchange/erasure/retention.ts';
import { createCallers } from './http/callers.ts';
import { describeError, type Log, logToStdout } from './http/log.ts';
import { createRateLimiter } from './http/rate-limit.ts';
import { openBus } from './live/bus.ts';
import { createHub } from './live/hub.ts';
import { catchUp, onBusItem, shareHub, shareLimits } from './live/instances.ts';
import { createMailer } from './mail.ts';
import { createMetrics } from './operate/metrics.ts';
import { type Database, openDatabase } from './store/database.ts';
import { migrate } from './store/migrations.ts';
import type { Tables } from './store/schema.ts';
import { keepTidy } from './store/tidy.ts';

export interface StartOptions extends Partial<ServerConfig> {
  /** Where log lines go. Standard output by default; `null` for nowhere. */
  log?: Log | null;
  /** ms since 1970; for tests. */
  now?: () => number;
  /** The protocol of a later version of the server; for tests. */
  protocol?: Protocol;
  /** ms without a message after which a live socket is closed; for tests. */
  silence?: number;
  /** How long a request may take to arrive, in ms; for tests. */
  requestTimeout?: number;
}

export interface RunningServer {
  /** The public address, without a slash at the end. */
  url: string;
  /** For code in the same process, such as tests and the demo workspace. */
  context: ServerContext;
  /** Finishes the requests under way, closes all connections, closes the database. */
  stop(): Promise<void>;
}

/** How long requests under way may take to finish when the server stops, in ms. */
const GRACE = 5000;
/** How long a request may take to arrive, in ms. */
const REQUEST_TIMEOUT = 30_000;
/** Plenty: our longest header is a cookie or a token of a few hundred bytes. */
const MAX_HEADER_BYTES = 16 * 1024;
/** When to look for records that are past their time, first after the start and then regularly, in ms. */
const RETENTION_FIRST = MINUTE;
const RETENTION_EVERY = DAY;
/** In bytes. Devices send nothing but `ping`. */
const MAX_LIVE_MESSAGE = 1024;

/**
 * Starts a server with the defaults of an empty environment, changed by `options`.
 * @throws ConfigError, DataDirInUse, or what the system says about the port.
 */
export async function startServer(options: StartOptions = {}): Promise<RunningServer> {
  const {
    log = logToStdout,
    now = Date.now,
    silence,
    protocol = { speaks: PROTOCOL, ...OLDEST },
    requestTimeout = REQUEST_TIMEOUT,
    ...changes
  } = options;
  const config: ServerConfig = { ...readConfig({}), ...changes };
  checkReach(config);

  const draining = new AbortController();
  const stopping = new AbortController();
  let fetch: (request: Request, env: object) => Response | Promise<Response> = () =>
    new Response(null, { status: 503 });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_LIVE_MESSAGE });
  const server = createAdaptorServer({
    fetch: (request, env) => fetch(request, env),
    serverOptions: {
      requestTimeout,
      headersTimeout: requestTimeout / 2,
      connectionsCheckingInterval: requestTimeout / 6,
      maxHeaderSize: MAX_HEADER_BYTES,
    },
    websocket: { server: sockets },
  }) as Server;
  server.listen(config.port, config.host);
  await once(server, 'listening');

  const write: Log = log ?? (() => {});
  let database: Database | undefined;
  try {
    const secret = loadSecret(config);
    database = openDatabase(config, error =>
      write({ level: 'warn', event: 'database-lost', ...describeError(error) }),
    );
    const { db } = database;
    const publicUrl = config.publicUrl ?? addressOf(server, config.host);
    const authInput = {
      db: database.authDb,
      kind: database.kind,
      publicUrl,
      secret,
      onSignIn: (userId: string) => logSignIn(db, userId, now()),
      company: config.company,
    };
    // Several instances may start at once. One migrates; the others wait and find it done.
    await database.alone(async () => {
      await migrate(db);
      await migrateAuth(authInput);
    });
    const { hub, limiter } = await openLive(config, db, stopping.signal, { silence, write });
    const context: ServerContext = {
      config: { ...config, publicUrl, secret },
      database,
      auth: createAuth(authInput),
      hub,
      callers: createCallers(db, now),
      limiter,
      metrics: createMetrics(database, hub, limiter),
      stopping: draining.signal,
      log: write,
      mailer: config.mail && createMailer(config.mail),
      protocol,
      now,
    };
    await keepTidy(db, now, stopping.signal, error =>
      context.log({ level: 'error', event: 'tidy', ...describeError(error) }),
    );
    keepRetention(context, stopping.signal);
    const app = createApp(context);
    fetch = (request, env) => app.fetch(request, env);
    context.log({ level: 'info', event: 'started', url: publicUrl });
    return {
      url: publicUrl,
      context,
      stop: onlyOnce(async () => {
        draining.abort();
        await drain(config.drainSeconds);
        await stop(server, sockets, stopping, context);
      }),
    };
  } catch (error) {
    // What was begun already, such as the line to the other instances, would keep the process alive.
    stopping.abort();
    server.close();
    await database?.close();
    throw error;
  }
}

/** Erases and purges soon after the start, then daily. With several instances, only one does it at a time. */
function keepRetention({ database, hub, now, log }: ServerContext, signal: AbortSignal): void {
  const run = () =>
    database
      .alone(async () => {
        const erased = await applyRetention(database.db, hub, now());
        const purged = await purgeTombstones(database.db, now(), (workspaceId, touched) =>
          hub.notify(workspaceId, touched),
        );
        if (erased + purged > 0) log({ level: 'info', event: 'retention', erased, purged });
      })
      .catch(error => log({ level: 'error', event: 'retention', ...describeError(error) }));
  const soon = setTimeout(run, RETENTION_FIRST);
  const daily = setInterval(run, RETENTION_EVERY);
  for (const timer of [soon, daily]) timer.unref();
  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(soon);
      clearInterval(daily);
    },
    { once: true },
  );
}

/** Opens the live hub and the rate limits: for this process alone, or shared with all instances on one PostgreSQL. */
async function openLive(
  { rateLimits, databaseUrl }: ServerConfig,
  db: Kysely<Tables>,
  signal: AbortSignal,
  { silence, write }: { silence: number | undefined; write: Log },
): Promise<Pick<ServerContext, 'hub' | 'limiter'>> {
  const hub = createHub(signal, silence);
  const limiter = createRateLimiter(rateLimits, () => performance.now());
  if (databaseUrl === undefined) return { hub, limiter };
  const onError = (error: unknown) => write({ level: 'warn', event: 'bus', ...describeError(error) });
  const { post } = await openBus({
    url: databaseUrl,
    onItem: item => onBusItem(hub, limiter, item),
    onBack: () => void catchUp(hub, db).catch(onError),
    onError,
    signal,
  });
  return { hub: shareHub(hub, post), limiter: shareLimits(limiter, post) };
}

async function stop(
  server: Server,
  sockets: WebSocketServer,
  stopping: AbortController,
  { database, log, mailer }: ServerContext,
): Promise<void> {
  stopping.abort();
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const hurry = setTimeout(() => {
    for (const socket of sockets.clients) socket.terminate();
    server.closeAllConnections();
  }, GRACE);
  await closed;
  clearTimeout(hurry);
  mailer?.close();
  await database.close();
  log({ level: 'info', event: 'stopped' });
}

/** Still serves while /readyz says that the server is stopping, so that a balancer can send requests elsewhere. */
async function drain(seconds: number): Promise<void> {
  if (seconds > 0) await pause(seconds * 1000);
}

/** Lets `work` run only once, however often it is called. */
function onlyOnce(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= work();
    return running;
  };
}

function addressOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
