/** An open thread hears at once of what others do: an answer that comes, and one that is taken back. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { deleteRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { toRow } from '#lib/store/row/row.ts';
import { DAY, HOUR, MINUTE } from '#lib/time.ts';
import { answer, note } from '#testing/records.ts';
import { inSidebar } from '../../gallery/shells.tsx';
import { artifacts, now, onlyWith } from '../../gallery/worlds.ts';
import { type Shown, show } from './words.tsx';

let db: SidelineDb;
let shown: Shown | undefined;

beforeEach(() => vi.setSystemTime(now));
afterEach(async () => {
  await shown?.takeOff();
  shown = undefined;
  vi.useRealTimers();
});

const sent = note({ artifact: artifacts.crm }, { id: 'note-1', by: 'ines', about: 'jonas', at: now - DAY });
const disputed = answer(
  sent,
  { answer: 'dispute', sentence: 'The field was filled on the phone.' },
  { id: 'said', by: 'jonas', about: 'ines', at: now - HOUR },
);

const arrives = (record: Envelope) => db.records.put(toRow(record, { sync: 'accepted', receivedAt: now }));
const card = () => shown?.container.querySelector('[data-note]')?.textContent ?? '';

test('an answer shows when it comes, and that it was taken back when it goes', async () => {
  const world = onlyWith('ines', [sent]);
  shown = await show({
    world,
    show: opened => {
      db = opened;
      return inSidebar(opened);
    },
  });
  await shown.text();
  expect(card()).not.toContain('on the phone');
  await arrives(disputed);
  await expect.poll(card).toContain('The field was filled on the phone.');
  await arrives(deleteRecord(disputed, now - MINUTE));
  await expect.poll(card).not.toContain('on the phone');
  await expect.poll(() => shown?.container.querySelector('[data-taken-back]') !== null).toBe(true);
});
