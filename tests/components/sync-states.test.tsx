/** Each state in which a record of one's own can be says on its card where the words are. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { reviseRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { type StoredRecord, toRow } from '#lib/store/row/row.ts';
import { DAY } from '#lib/time.ts';
import { note } from '#testing/records.ts';
import { inSidebar } from '../../gallery/shells.tsx';
import { artifacts, now, onlyWith } from '../../gallery/worlds.ts';
import { type Shown, show } from './words.tsx';

let shown: Shown | undefined;

beforeEach(() => vi.setSystemTime(now));
afterEach(async () => {
  await shown?.takeOff();
  shown = undefined;
  vi.useRealTimers();
});

const DELIVERED = 'Delivered. Not seen yet.';
const sent = note({ artifact: artifacts.crm }, { id: 'note-1', by: 'ines', about: 'jonas', at: now - DAY });
const changed = reviseRecord(sent, { ...sent.body, observation: 'You wrote down who signs.' }, now);
const refusal = { code: 'not-allowed', message: 'Jonas has left.' };
const deleted = { ...changed, deletedAt: now } as Envelope;

const states: [string, StoredRecord, string, boolean][] = [
  ['waits', toRow(sent, { sync: 'pending' }), 'On this device, not sent yet', false],
  [
    'a change waits',
    toRow(changed, { sync: 'pending', base: sent }),
    'others still see the text before',
    true,
  ],
  ['lost by the server', toRow(sent, { sync: 'pending', lostUpstream: true }), 'sent again by itself', false],
  ['accepted', toRow(sent, { sync: 'accepted' }), DELIVERED, true],
  ['refused', toRow(sent, { sync: 'refused', refusal }), 'Only on this device: the server did not', false],
  [
    'a change was refused',
    toRow(changed, { sync: 'refused', refusal, base: sent }),
    'Your change is only on this device: the server did not accept it',
    true,
  ],
  ['two versions', toRow(changed, { sync: 'stale', theirs: sent }), 'You changed it on two devices', true],
  ['deleted elsewhere', toRow(sent, { sync: 'stale', theirs: deleted }), 'deleted it on another', false],
];

test.each(states)('a note that %s', async (_state, row, says, delivered) => {
  shown = await show({ world: { ...onlyWith('ines', []), rows: [row], status: 'ok' }, show: inSidebar });
  await shown.text();
  const card = shown.container.querySelector('[data-note]')?.textContent ?? '';
  expect(card.toLowerCase()).toContain(says.toLowerCase());
  expect(card.includes(DELIVERED)).toBe(delivered);
  // Nobody can be late with what they do not have.
  expect(card.includes('’s turn:')).toBe(delivered);
});

test('a note kept from its person says neither that it was delivered nor that it is their turn', async () => {
  const hidden = toRow({ ...sent, audience: 'author' }, { sync: 'accepted' });
  shown = await show({ world: { ...onlyWith('ines', []), rows: [hidden], status: 'ok' }, show: inSidebar });
  await shown.text();
  const card = shown.container.querySelector('[data-note]')?.textContent ?? '';
  expect(card).toContain('cannot see this');
  expect(card).not.toContain(DELIVERED);
  expect(card).not.toContain('’s turn:');
});
