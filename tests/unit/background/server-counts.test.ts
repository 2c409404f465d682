/** The server's counts on a device: asked for, kept for a while, and never another member's. */
import { beforeEach, expect, it, vi } from 'vitest';
import { countedIn, createServerCounts } from '#lib/background/server-counts.ts';
import type { ComposerDraft } from '#lib/messages/contract.ts';
import { MINUTE } from '#lib/time.ts';

const world = vi.hoisted(() => ({ account: vi.fn() }));
vi.mock('#lib/device/account.ts', () => ({ loadAccount: world.account }));

const account = { server: 'https://server.example', token: 't', workspaceId: 'team', memberId: 'cora' };
const COUNTS = { notesToday: { all: 2, yours: 1 }, corrections: { all: 3, yours: 0 } };
const ROB = { personId: 'rob', behaviourId: 'next-step' };

beforeEach(() => {
  world.account.mockReset().mockResolvedValue(account);
});

function server(answer: () => Response = () => Response.json(COUNTS)) {
  const fetching = vi.fn(async (_url: string | URL | Request) => answer());
  let now = 1_000_000;
  const counts = createServerCounts(() => now, fetching);
  return { fetching, counts, later: (ms: number) => (now += ms) };
}

it('asks for one person and one behaviour, and keeps the answer for a minute', async () => {
  const { counts, fetching, later } = server();
  expect(await counts.fresh(ROB)).toBeUndefined();
  expect(await counts.ask(ROB)).toEqual({ answer: COUNTS, askedAt: 1_000_000 });
  expect(fetching.mock.calls[0]?.[0]).toBe('https://server.example/v1/counts?person=rob&behaviour=next-step');
  await counts.ask(ROB);
  expect(fetching).toHaveBeenCalledTimes(1);
  expect(await counts.fresh(ROB)).toBeDefined();
  later(MINUTE + 1);
  expect(await counts.fresh(ROB)).toBeUndefined();
  await counts.ask(ROB);
  expect(fetching).toHaveBeenCalledTimes(2);
});

it('the last answer decides at sending for a quarter of an hour, and nobody is asked then', async () => {
  const { counts, fetching, later } = server();
  await counts.ask(ROB);
  later(15 * MINUTE);
  expect(await counts.last(ROB)).toMatchObject({ answer: COUNTS });
  later(1);
  expect(await counts.last(ROB)).toBeUndefined();
  expect(fetching).toHaveBeenCalledTimes(1);
});

it.each([
  ['no such call', () => new Response('{}', { status: 404 })],
  ['not allowed', () => new Response('{}', { status: 403 })],
  ['something else', () => Response.json({ notesToday: 4 })],
  ['a negative number', () => Response.json({ notesToday: { all: -1, yours: 0 } })],
  [
    'no answer',
    () => {
      throw new TypeError('no network');
    },
  ],
])('counts nothing where the server says: %s', async (_what, answer) => {
  const { counts } = server(answer);
  expect(await counts.ask(ROB)).toBeUndefined();
  expect(await counts.last(ROB)).toBeUndefined();
});

it('asks once for what is asked twice at the same time', async () => {
  const { counts, fetching } = server();
  expect(await Promise.all([counts.ask(ROB), counts.ask(ROB)])).toHaveLength(2);
  expect(fetching).toHaveBeenCalledTimes(1);
});

it('leaves a server alone for a while that does not answer, but not for a person who is none of ours', async () => {
  const { counts, fetching, later } = server(() => new Response('{}', { status: 404 }));
  await counts.ask(ROB);
  await counts.ask({ personId: 'sam' });
  expect(fetching).toHaveBeenCalledTimes(1);
  later(15_000);
  await counts.ask(ROB);
  expect(fetching).toHaveBeenCalledTimes(2);
  const strict = server(() => new Response('{}', { status: 403 }));
  await strict.counts.ask(ROB);
  await strict.counts.ask({ personId: 'sam' });
  expect(strict.fetching).toHaveBeenCalledTimes(2);
});

it('asks nobody without an account', async () => {
  world.account.mockResolvedValue(undefined);
  const { counts, fetching } = server();
  expect(await counts.ask(ROB)).toBeUndefined();
  expect(fetching).not.toHaveBeenCalled();
});

it('whoever signs in next is not told what the one before was', async () => {
  const { counts } = server();
  await counts.ask(ROB);
  world.account.mockResolvedValue({ ...account, token: 'another', memberId: 'otto' });
  expect(await counts.last(ROB)).toBeUndefined();
});

it('keeps people and behaviours apart', async () => {
  const { counts } = server();
  await counts.ask(ROB);
  expect(await counts.last({ personId: 'rob' })).toBeUndefined();
  expect(await counts.last({ ...ROB, personId: 'mia' })).toBeUndefined();
});

it('only a correction is asked about its behaviour', () => {
  const draft = { kind: 'correction', subjectId: 'rob', behaviourId: 'b' } as ComposerDraft;
  expect(countedIn(draft)).toEqual({ personId: 'rob', behaviourId: 'b' });
  expect(countedIn({ ...draft, kind: 'recognition' })).toEqual({ personId: 'rob' });
  expect(countedIn({ ...draft, subjectId: undefined })).toBeUndefined();
});
