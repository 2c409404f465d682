/** Who may send which message, and that a refused one changes nothing. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Command } from '#lib/messages/contract.ts';
import {
  type BrowserSender,
  type Channel,
  type Handlers,
  handle,
  type Sender,
  senderOf,
} from '#lib/messages/serve.ts';
import { z } from '#lib/records/zod.ts';

const ID = 'iefickocfipinncknccklkdbpgbhlglc';
const ORIGIN = `chrome-extension://${ID}`;
const PAGE = 'https://crm.example/deal/17';

describe('the channel of a message is read from what the browser says of its sender', () => {
  const cases: [string, BrowserSender, Channel | null][] = [
    [
      'our script in a tab',
      { id: ID, url: PAGE, origin: 'https://crm.example', frameId: 0, tab: { id: 3 } },
      'page',
    ],
    [
      'the panel in a frame',
      { id: ID, url: `${ORIGIN}/panel.html`, origin: ORIGIN, frameId: 7, tab: { id: 3 } },
      'panel',
    ],
    [
      'the panel opened as a tab',
      { id: ID, url: `${ORIGIN}/panel.html`, origin: ORIGIN, frameId: 0, tab: { id: 3 } },
      'panel',
    ],
    [
      'the side panel, which has no tab',
      { id: ID, url: `${ORIGIN}/sidepanel.html`, origin: ORIGIN },
      'extension',
    ],
    [
      'the sidebar opened in a tab',
      { id: ID, url: `${ORIGIN}/sidepanel.html`, origin: ORIGIN, frameId: 0, tab: { id: 3 } },
      'extension',
    ],
    [
      'the sidebar in a frame of a page',
      { id: ID, url: `${ORIGIN}/sidepanel.html`, origin: ORIGIN, frameId: 5, tab: { id: 3 } },
      null,
    ],
    ['another extension', { id: 'somebodyelse', url: `${ORIGIN}/sidepanel.html`, origin: ORIGIN }, null],
    ['nobody', {}, null],
    [
      'a page that claims our address',
      { id: ID, url: `${ORIGIN}/sidepanel.html`, origin: 'https://evil.example', tab: { id: 3 } },
      'page',
    ],
    ['a sender without an address', { id: ID, tab: { id: 3 } }, null],
    [
      'a browser that tells no origin',
      { id: ID, url: `${ORIGIN}/options.html`, frameId: 0, tab: { id: 1 } },
      'extension',
    ],
  ];
  it.each(cases)('the channel of %s is known', (_name, sender, channel) => {
    expect(senderOf(sender, ID, ORIGIN)?.channel ?? null).toBe(channel);
  });
});

describe('handling a message', () => {
  const run = vi.fn(async () => ({ ok: true }));
  const handlers = {
    'panel.claim': { from: ['panel'], input: z.object({ ticket: z.string().min(1).max(100) }), run },
  } as unknown as Handlers;
  const sender = (channel: Channel): Sender => ({
    channel,
    url: PAGE,
    origin: 'https://crm.example',
    tabId: 3,
  });
  const admit = async () => true;

  it('handles a message that comes on the right channel in the right form', async () => {
    const reply = await handle(handlers, 'panel.claim', { ticket: 'x' }, sender('panel'), admit);
    expect(reply).toEqual({ value: { ok: true } });
  });
  it('refuses a message on a channel that its command does not list', async () => {
    run.mockClear();
    for (const channel of ['page', 'extension'] as const) {
      expect(await handle(handlers, 'panel.claim', { ticket: 'x' }, sender(channel), admit)).toHaveProperty(
        'error',
      );
    }
    expect(run).not.toHaveBeenCalled();
  });
  it('refuses a message from a panel that claimed no ticket', async () => {
    run.mockClear();
    const reply = await handle(handlers, 'panel.claim', { ticket: 'x' }, sender('panel'), async () => false);
    expect(reply).toHaveProperty('error');
    expect(run).not.toHaveBeenCalled();
  });
  it('refuses a message of another form, whatever it is', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    run.mockClear();
    await fc.assert(
      fc.asyncProperty(fc.anything(), async input => {
        const fits =
          typeof input === 'object' &&
          input !== null &&
          typeof (input as { ticket?: unknown }).ticket === 'string';
        fc.pre(!fits);
        const reply = await handle(handlers, 'panel.claim' as Command, input, sender('panel'), admit);
        expect(reply).toHaveProperty('error');
      }),
      { numRuns: 10_000 },
    );
    expect(run).not.toHaveBeenCalled();
    log.mockRestore();
  });
  it('says which part is of another form to whoever mends it, and only that it cannot be kept to whoever wrote', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const input = { ticket: 'She said no. '.repeat(40) };
    const reply = await handle(handlers, 'panel.claim', input as never, sender('panel'), admit);
    expect(reply).toEqual({ error: 'something in it cannot be kept.' });
    expect(JSON.stringify(log.mock.calls)).toContain('ticket: too_big');
    expect(JSON.stringify(log.mock.calls)).not.toContain('She said');
    log.mockRestore();
  });
  it('answers with the reason when the work breaks', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    run.mockRejectedValueOnce(new Error('The disk is full'));
    const reply = await handle(handlers, 'panel.claim', { ticket: 'x' }, sender('panel'), admit);
    expect(reply).toEqual({ error: 'The disk is full', name: 'Error' });
    log.mockRestore();
  });
});
