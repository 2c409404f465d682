/**
 * GET /openapi.json: describes the API, generated from the schemas of lib/sync/protocol.ts and lib/records themselves.
 */

import { envelopeSchema } from '#lib/records/envelope.ts';
import { recordBodies } from '#lib/records/types.ts';
import { z } from '#lib/records/zod.ts';
import { coverageResponse, escalationsResponse, programmeResponse } from '#lib/sync/insight-protocol.ts';
import {
  countsResponse,
  deviceRequest,
  deviceResponse,
  MAX_PULL,
  meResponse,
  problemSchema,
  pullResponse,
  pushRequest,
  pushResponse,
  ticketResponse,
} from '#lib/sync/protocol.ts';
import { codeRequest, tokenRequest } from '#server/auth/device-routes.ts';
import {
  auditCheck,
  auditResponse,
  erasureRequest,
  erasureResponse,
  MAX_ENTRIES,
  MAX_MONTHS,
  retentionRequest,
  retentionResponse,
} from '#server/exchange/protocol.ts';

type Json = Record<string, unknown>;

const components = {
  Record: envelopeSchema,
  PushRequest: pushRequest,
  PushResponse: pushResponse,
  PullResponse: pullResponse,
  Me: meResponse,
  Counts: countsResponse,
  Escalations: escalationsResponse,
  Coverage: coverageResponse,
  ProgrammeWeeks: programmeResponse,
  DeviceRequest: deviceRequest,
  DeviceResponse: deviceResponse,
  TicketResponse: ticketResponse,
  ErasureRequest: erasureRequest,
  ErasureResponse: erasureResponse,
  RetentionRequest: retentionRequest,
  Retention: retentionResponse,
  AuditPage: auditResponse,
  AuditCheck: auditCheck,
  Problem: problemSchema,
  DeviceCodeRequest: codeRequest,
  DeviceTokenRequest: tokenRequest,
} as const;

/** The OpenAPI 3.1 document of a server at `publicUrl`. */
export function describeApi(publicUrl: string): Json {
  const schemas: Json = {};
  for (const [name, schema] of Object.entries(components)) schemas[name] = toSchema(schema);
  for (const [type, schema] of Object.entries(recordBodies)) schemas[`Body.${type}`] = toSchema(schema);
  return {
    openapi: '3.1.0',
    info: { title: 'Sideline', version: '1', description: 'Push and pull records; see docs/protocol.md.' },
    servers: [{ url: publicUrl }],
    paths: {
      '/api/auth/device/code': {
        post: {
          ...call('RFC 8628, 3.1: ask for a device code', undefined, { body: 'DeviceCodeRequest' }),
          security: [],
        },
      },
      '/api/auth/device/token': {
        post: {
          ...call('RFC 8628, 3.4: ask whether it was approved', undefined, { body: 'DeviceTokenRequest' }),
          security: [],
        },
      },
      '/v1/push': {
        post: call('Offer up to 100 records of one’s own', 'PushResponse', {
          body: 'PushRequest',
          failures: [403],
        }),
      },
      '/v1/pull': {
        get: call('What changed since a cursor', 'PullResponse', {
          parameters: [
            { name: 'cursor', in: 'query', schema: { type: 'string' } },
            { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: MAX_PULL } },
          ],
          failures: [403, 409],
        }),
      },
      '/v1/me': { get: call('Who I am here, and with whom', 'Me') },
      '/v1/counts': {
        get: call(
          'How many notes a person got today, and corrections of a behaviour; numbers only',
          'Counts',
          {
            parameters: [named('person', true), named('behaviour')],
            failures: [403],
          },
        ),
      },
      '/v1/insight/escalations': {
        get: call('Owners: which replies, verdicts, coaches and programmes are late', 'Escalations', {
          failures: [403],
        }),
      },
      '/v1/insight/coverage': {
        get: call('Owners, sponsors, liaisons: the workspace week by week, in groups only', 'Coverage', {
          failures: [403],
        }),
      },
      '/v1/insight/programme/{id}': {
        get: call('Owners, sponsors, liaisons: a team’s programme week by week', 'ProgrammeWeeks', {
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
          failures: [403, 404],
        }),
      },
      '/v1/devices': {
        post: call('Exchange the device flow’s bearer for a sync token', 'DeviceResponse', {
          body: 'DeviceRequest',
          status: 201,
        }),
      },
      '/v1/devices/current': { delete: call('Sign this device out', undefined, { status: 204 }) },
      '/v1/live/ticket': { post: call('A word for one WebSocket at /v1/live', 'TicketResponse') },
      '/v1/export': {
        get: call('All that is by me or about me and that I may see', undefined, {
          parameters: [{ name: 'format', in: 'query', schema: { enum: ['json', 'ndjson', 'csv', 'html'] } }],
        }),
      },
      '/v1/erasures': {
        post: call('Owners: erase a record, or what is by or about a member', 'ErasureResponse', {
          body: 'ErasureRequest',
          failures: [403],
        }),
      },
      '/v1/retention': {
        get: call(
          'Owners: after how many months records are erased, and how many that would be',
          'Retention',
          {
            parameters: [whole('months', 1, MAX_MONTHS)],
            failures: [403],
          },
        ),
        put: call('Owners: set it', undefined, { body: 'RetentionRequest', status: 204, failures: [403] }),
      },
      '/v1/audit': {
        get: call('Owners: the audit log', 'AuditPage', {
          parameters: [whole('after', 0), whole('limit', 1, MAX_ENTRIES)],
          failures: [403],
        }),
      },
      '/v1/audit/check': {
        get: call('Owners: is the audit log whole?', 'AuditCheck', { failures: [403] }),
      },
      '/healthz': probe('Is it up?'),
      '/readyz': probe('Can it do its work?', { 503: { description: 'Not now' } }),
    },
    components: {
      schemas,
      securitySchemes: { device: { type: 'http', scheme: 'bearer' } },
    },
    security: [{ device: [] }],
  };
}

function named(name: string, required = false): Json {
  return { name, in: 'query', ...(required ? { required } : {}), schema: { type: 'string' } };
}

function whole(name: string, minimum: number, maximum?: number): Json {
  return { name, in: 'query', schema: { type: 'integer', minimum, ...(maximum ? { maximum } : {}) } };
}

function probe(summary: string, more: Json = {}): Json {
  return { get: { summary, responses: { 200: { description: 'Yes' }, ...more }, security: [] } };
}

interface CallOptions {
  body?: keyof typeof components;
  status?: number;
  parameters?: Json[];
  failures?: number[];
}

function call(summary: string, answer: keyof typeof components | undefined, options: CallOptions = {}): Json {
  const { body, status = 200, parameters, failures = [] } = options;
  const content = (name: string, type = 'application/json') => ({
    [type]: { schema: { $ref: `#/components/schemas/${name}` } },
  });
  const responses: Json = {
    [status]: { description: 'Done', ...(answer ? { content: content(answer) } : {}) },
  };
  for (const failure of [400, 401, 413, 415, 429, 503, ...failures]) {
    responses[failure] = {
      description: 'A problem',
      content: content('Problem', 'application/problem+json'),
    };
  }
  return {
    summary,
    ...(parameters ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: content(body) } } : {}),
    responses,
  };
}

function toSchema(schema: z.ZodType): unknown {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
}
