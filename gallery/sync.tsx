/** What the sidebar says of the exchange with the server, and of what is damaged. */
import { reviseRecord } from '#lib/records/create.ts';
import { type StoredRecord, toRow } from '#lib/store/row/row.ts';
import { DAY } from '#lib/time.ts';
import { note } from '#testing/records.ts';
import { inSidebar } from './shells.tsx';
import type { Story } from './story.ts';
import { artifacts, now, onlyWith, UNBROKEN } from './worlds.ts';

const show = inSidebar;
const onCrm = { artifact: artifacts.crm };
const mine = { by: 'ines', about: 'jonas', at: now - DAY };

const pending = toRow(note(onCrm, mine), { sync: 'pending' });
const refused = toRow(note({ ...onCrm, observation: UNBROKEN }, mine), {
  sync: 'refused',
  refusal: { code: 'too-long', message: UNBROKEN },
});
const here = note(onCrm, mine);
const stale = toRow(here, {
  sync: 'stale',
  theirs: reviseRecord(here, { ...here.body, observation: `From the other device: ${UNBROKEN}` }, now),
});
/** A row as a version with wider bounds would have left it. */
const damaged: StoredRecord = { ...toRow(note(onCrm, mine), { sync: 'accepted' }), authorId: '' };

const base = onlyWith('ines', []);
const withRows = (...rows: StoredRecord[]) => ({ ...base, rows });

export const stories: readonly Story[] = [
  { name: 'sync, all sent', world: { ...base, status: 'ok' }, show },
  { name: 'sync, offline, one waits', world: { ...withRows(pending), status: 'offline' }, show },
  { name: 'sync, signed out', world: { ...withRows(pending), status: 'signed-out' }, show },
  { name: 'sync, a server in trouble', world: { ...withRows(pending), status: 'error' }, show },
  { name: 'sync, a version too old', world: { ...base, status: 'outdated' }, show },
  { name: 'sync, refused', world: { ...withRows(refused), status: 'ok' }, show },
  { name: 'sync, two versions', world: { ...withRows(stale), status: 'ok' }, show },
  {
    name: 'sync, a damaged record',
    world: { ...withRows(pending, damaged), status: 'ok' },
    show,
    mayComplain: true,
  },
];
