/**
 * How an extension signs in: the device flow of RFC 8628 through the auth library, then the exchange of its bearer for
 * the device's own sync token. See docs/server.md for the requests.
 */
import { createHmac } from 'node:crypto';
import { APIError } from 'better-auth/api';
import { Hono } from 'hono';
import { z } from '#lib/records/zod.ts';
import { deviceRequest, type deviceResponse } from '#lib/sync/protocol.ts';
import type { ServerContext } from '#server/context.ts';
import { readJson } from '#server/http/body.ts';
import { addressOf, bearerOf, limitAddress } from '#server/http/caller.ts';
import type { AppEnv } from '#server/http/env.ts';
import { problem, signedOut } from '#server/http/problem.ts';
import { createDevice } from '#server/store/devices.ts';
import { membershipsOf } from '#server/store/members.ts';
import { DEVICE_CODE_SECONDS } from './auth.ts';
import { choiceFor, DEVICE_FLOW, saveDeviceRequest } from './device-requests.ts';

/** How long the bearer of the device flow lives, in seconds. It is only there to be exchanged. */
const EXCHANGE_SECONDS = 600;

export const codeRequest = z.object({
  client_id: z.string().max(100),
  /** The name that the approving page shows. Without it, we use what the browser says it is. */
  device_name: z.string().trim().min(1).max(100).optional(),
});

export const tokenRequest = z.object({
  grant_type: z.string().max(100),
  device_code: z.string().max(200),
  client_id: z.string().max(100),
});

/** Mounted at /api/auth/device. The only routes of the auth library that are open to the network. */
export function deviceFlowRoutes(context: ServerContext): Hono<AppEnv> {
  const { auth, database, now, config } = context;
  const app = new Hono<AppEnv>();

  app.post('/code', limitAddress(context, 'deviceCode'), async c => {
    const body = await readJson(c, codeRequest);
    if (!body.ok) return body.response;
    const { client_id, device_name } = body.value;
    return answerOAuth(async () => {
      const answer = await auth.api.deviceCode({ body: { client_id } });
      await saveDeviceRequest(database.db, {
        deviceCode: answer.device_code,
        userCode: answer.user_code,
        deviceName: device_name ?? nameOfBrowser(c.req.header('user-agent') ?? ''),
        askedFrom: addressOf(c, context),
        now: now(),
        expiresAt: now() + DEVICE_CODE_SECONDS * 1000,
      });
      return c.json(answer);
    });
  });

  app.post('/token', limitAddress(context, 'deviceToken'), async c => {
    const body = await readJson(c, tokenRequest);
    if (!body.ok) return body.response;
    const { grant_type, device_code, client_id } = body.value;
    if (grant_type !== 'urn:ietf:params:oauth:grant-type:device_code') {
      return c.json(
        { error: 'unsupported_grant_type', error_description: 'Use the device code grant.' },
        400,
      );
    }
    return answerOAuth(async () => {
      const answer = await auth.api.deviceToken({ body: { grant_type, device_code, client_id } });
      const workspaceId = await choiceFor(database.db, device_code);
      const expiresAt = new Date(now() + EXCHANGE_SECONDS * 1000).toISOString();
      await database.db
        .updateTable('session')
        .set({ activeOrganizationId: workspaceId ?? null, expiresAt, userAgent: DEVICE_FLOW })
        .where('token', '=', answer.access_token)
        .execute();
      return c.json({
        access_token: signToken(answer.access_token, config.secret),
        token_type: 'Bearer',
        expires_in: EXCHANGE_SECONDS,
        scope: '',
      });
    });
  });
  return app;
}

/** POST /v1/devices: exchanges the bearer of the device flow for the device's own sync token. It works once. */
export function deviceExchangeRoutes(context: ServerContext): Hono<AppEnv> {
  const { auth, database, now } = context;
  const { db } = database;
  const app = new Hono<AppEnv>();
  app.post('/', limitAddress(context, 'devices'), async c => {
    const body = await readJson(c, deviceRequest);
    if (!body.ok) return body.response;
    const token = bearerOf(c);
    if (token === undefined) return signedOut(c);
    // Pass on only this header: a cookie must never be enough here.
    const signedIn = await auth.api.getSession({
      headers: new Headers({ authorization: `Bearer ${token}` }),
    });
    if (!signedIn) return signedOut(c);
    // Whoever deletes the session gets it, so of two requests at once only one gets a device.
    const ended = await db
      .deleteFrom('session')
      .where('id', '=', signedIn.session.id)
      .returning('activeOrganizationId')
      .executeTakeFirst();
    if (!ended) return signedOut(c);
    const memberships = await membershipsOf(db, signedIn.user.id);
    const membership = memberships.find(one => one.workspaceId === ended.activeOrganizationId);
    if (!membership) {
      return problem(c, {
        status: 403,
        title: 'No workspace',
        detail: 'You are not a member of this workspace. Ask an owner for an invitation.',
      });
    }
    const answer: z.infer<typeof deviceResponse> = await createDevice(db, {
      workspaceId: membership.workspaceId,
      memberId: membership.memberId,
      name: body.value.name,
      now: now(),
    });
    return c.json(answer, 201);
  });
  return app;
}

/** `Firefox on Linux`, from a User-Agent header. */
export function nameOfBrowser(userAgent: string): string {
  const brand = (['Edg', 'Firefox', 'Chrome'] as const).find(each => userAgent.includes(`${each}/`));
  const system = /Windows|Mac OS X|Android|CrOS|Linux/.exec(userAgent)?.[0];
  const name = brand === 'Edg' ? 'Edge' : (brand ?? 'Browser');
  return system === undefined ? name : `${name} on ${system.replace('Mac OS X', 'macOS')}`;
}

/** Answers with OAuth's own error documents (RFC 6749, 5.2), which clients of the device flow expect. */
async function answerOAuth(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    const { error: code, error_description: description } = error.body ?? {};
    if (typeof code !== 'string') throw error;
    return Response.json({ error: code, error_description: description }, { status: error.statusCode });
  }
}

/** Signs a token the way the library signs its cookies, so that it accepts the token as a bearer. */
function signToken(token: string, secret: string): string {
  return `${token}.${createHmac('sha256', secret).update(token).digest('base64')}`;
}
