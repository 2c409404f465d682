/** POST /v1/live/ticket and the WebSocket GET /v1/live?ticket=. */
import { upgradeWebSocket } from '@hono/node-server';
import { Hono } from 'hono';
import type { z } from '#lib/records/zod.ts';
import type { liveMessage, ticketResponse } from '#lib/sync/protocol.ts';
import type { ServerContext } from '#server/context.ts';
import { callerOf, limitCaller, requireDevice } from '#server/http/caller.ts';
import type { AppEnv } from '#server/http/env.ts';
import { isExtensionOrigin } from '#server/http/headers.ts';
import { describeError } from '#server/http/log.ts';
import { problem } from '#server/http/problem.ts';
import { createTicket, redeemTicket } from './tickets.ts';

const PONG = JSON.stringify({ type: 'pong' } satisfies z.infer<typeof liveMessage>);

export function liveRoutes(context: ServerContext): Hono<AppEnv> {
  const { config, database, hub, log, now } = context;
  const app = new Hono<AppEnv>();

  app.post('/ticket', requireDevice(context), limitCaller(context, 'ticket'), async c => {
    const answer: z.infer<typeof ticketResponse> = {
      ticket: await createTicket(database.db, callerOf(c), now()),
    };
    return c.json(answer);
  });

  app.get(
    '/',
    // A browser always sends the origin of a socket, and only the extension has any business here.
    async (c, next) => {
      const origin = c.req.header('origin') ?? '';
      if (!isExtensionOrigin(origin, config)) return problem(c, { status: 403, title: 'Not from here' });
      if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') {
        return problem(c, { status: 426, title: 'A WebSocket is needed', headers: { upgrade: 'websocket' } });
      }
      const caller = await redeemTicket(database.db, c.req.query('ticket') ?? '', now());
      if (!caller) return problem(c, { status: 403, title: 'The ticket is not good (any more)' });
      c.set('caller', caller);
      return next();
    },
    upgradeWebSocket(c => {
      const caller = callerOf(c);
      let line: ReturnType<typeof hub.add> | undefined;
      return {
        onOpen: (_event, socket) => {
          line = hub.add(caller, socket);
        },
        onMessage: (_event, socket) => {
          line?.onMessage();
          // Devices send nothing but pings, so we answer whatever comes with a pong.
          socket.send(PONG);
        },
        onClose: () => line?.onClose(),
        onError: error => {
          log({ level: 'warn', event: 'live-socket', ...describeError(error) });
          line?.onClose();
        },
      };
    }),
  );
  return app;
}
