/** What people do in the randomised test: write, edit, delete, answer, and choose when they are asked. */
import { deleteRecord, newId, reviseRecord } from '#lib/records/create.ts';
import { audiences, type Envelope } from '#lib/records/envelope.ts';
import { discardRefused, keepMine, keepTheirs, outbox, resendRefused } from '#lib/store/outbox.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import { saveOwn } from '#lib/store/save-own.ts';
import { note } from '#tests/unit/store/rows.ts';
import { keyOf } from '#tests/unit/sync/ledger.ts';
import type { Device, World } from './random-world.ts';

/** One thing that somebody does or that happens to them. */
export async function step(world: World): Promise<void> {
  const { chance, kind } = world;
  world.now += 1 + chance.below(1000);
  const device = chance.pick(world.devices);
  if (!device) return;
  const dice = chance.next();
  if (chance.hits(kind.restores)) await world.restore();
  else if (dice < 0.22) await write(world, device);
  else if (dice < 0.44) await edit(world, device);
  else if (dice < 0.46) await remove(world, device);
  else if (dice < 0.52) await decide(world, device);
  else if (dice < 0.63) await world.randomEvent(chance.next());
  else if (dice < 0.65) await world.syncAllAtOnce();
  else if (dice < 0.67) await world.purge();
  else await world.sync(device);
}

async function write(world: World, device: Device): Promise<void> {
  const { chance, team } = world;
  const now = world.now + device.skew;
  const written = new Set([...world.ledger.texts.values()].map(({ id }) => id)).size;
  if (written >= world.kind.records) return;
  const answered = chance.hits(0.25) ? chance.pick(await others(device)) : undefined;
  const subjectId = answered?.subjectId ?? chooseSubject(world, device);
  const type = answered
    ? (chance.pick(['acknowledgement', 'reply', 'model'] as const) ?? 'reply')
    : (chance.pick(['note', 'model', 'model', 'behaviour'] as const) ?? 'note');
  await keep(world, device, undefined, {
    id: newId(),
    type,
    workspaceId: team.workspaceId,
    authorId: device.member.id,
    ...(subjectId === undefined ? {} : { subjectId }),
    audience: chance.pick(audiences) ?? 'pair',
    refs: answered ? [answered.id] : [],
    rev: 1,
    createdAt: now,
    updatedAt: now,
    schema: 1,
    body: { ...BODIES[type], ...world.newText() },
  });
}

/** Mostly somebody whom the member may write about, sometimes anybody or nobody. */
function chooseSubject({ chance, server, team }: World, { member }: Device): string | undefined {
  if (chance.hits(0.3)) return chance.pick([...team.members, undefined])?.id;
  return chance.pick([member.id, ...server.viewerOf(member.id).coachees].slice(chance.below(2)));
}

/** Valid bodies for each type; the ledger's text is added as a field of its own. */
const BODIES = {
  note: note().body,
  reply: { sentence: 'I had seen the older version.', outcome: 'changed' },
  acknowledgement: { answer: 'accept', sentence: 'I will.' },
  behaviour: {
    name: 'Next step said aloud',
    when: 'At the end of every call',
    looksLike: 'Confirm the next step aloud, with owner and date, before closing the call.',
    soundsGood: '“You send the draft by Thursday, right?”',
    ifItBreaks: 'Send it in writing within an hour.',
    howOften: 'Every customer call.',
    standard: 'Owner, action and date are spoken.',
    byWhen: 'Within 14 days.',
    state: 'active',
  },
  /** A type that no version knows. */
  model: {},
} as const;

/** The author rewrites one of their records, perhaps for other readers. */
export async function edit(world: World, device: Device): Promise<void> {
  const { chance } = world;
  const row = chance.pick((await own(device)).filter(each => each.sync !== 'refused'));
  if (!row) return;
  const revised = reviseRecord(row, { ...row.body, ...world.newText() }, world.now + device.skew);
  const audience = chance.hits(0.2) ? (chance.pick(audiences) ?? row.audience) : row.audience;
  await keep(world, device, row, { ...revised, audience });
}

async function remove(world: World, device: Device): Promise<void> {
  const row = world.chance.pick((await own(device)).filter(each => each.sync !== 'refused'));
  if (row) await keep(world, device, row, deleteRecord(row, world.now + device.skew));
}

/** The author decides what the outbox asks. */
export async function decide(world: World, device: Device): Promise<void> {
  const { refused, stale } = await outbox(device.db, world.team.workspaceId);
  for (const row of stale) await choose(world, device, row);
  for (const row of refused) await answerRefusal(world, device, row);
}

async function choose(world: World, device: Device, row: StoredRecord): Promise<void> {
  const { theirs } = row;
  if (!theirs) throw new Error(`${row.id} is stale without the other text`);
  // A tombstone has no text, so the ledger cannot tell which version it followed.
  const needless = row.deletedAt === undefined && world.ledger.isAncestor(theirs, row);
  if (needless && world.kind.restores === 0) {
    throw new Error(`${device.name} is needlessly asked about ${row.id}: ${JSON.stringify(row)}`);
  }
  const mine = world.chance.hits(0.5);
  world.say(`${device.name} keeps ${mine ? 'own' : 'the other'} text of ${row.id}`);
  if (mine) await keepMine(device.db, row.id, world.now + device.skew);
  else await keepTheirs(device.db, row.id);
  world.ledger.supersede(mine ? row : theirs, mine ? theirs : row);
}

async function answerRefusal(world: World, device: Device, row: StoredRecord): Promise<void> {
  const { ledger } = world;
  const revised = world.chance.hits(0.5) ? undefined : corrected(world, device, row);
  if (revised) {
    world.say(`${device.name} corrects ${row.id}, refused as ${row.refusal?.code}`);
    noteWritten(world, device, row, revised);
    await resendRefused(device.db, revised);
    return;
  }
  const back = await discardRefused(device.db, row.id);
  const rest = back ? keyOf(back) : 'nothing';
  world.say(
    `${device.name} gives up ${row.id} ${keyOf(row)}, refused as ${row.refusal?.code}, back to ${rest}`,
  );
  if (back) ledger.supersede(back, row);
  // Without an accepted version, the author's earlier texts of this record are gone as well.
  else ledger.forget(row.id);
}

/** The refused record without what it was refused for, if that is possible. */
function corrected(world: World, device: Device, row: StoredRecord): Envelope | undefined {
  const now = world.now + device.skew;
  if (row.deletedAt !== undefined) return undefined;
  switch (row.refusal?.code) {
    case 'limit':
      return reviseRecord(row, { ...row.body, ...world.newText(), state: 'parked' }, now);
    case 'not-allowed':
      if (row.type === 'acknowledgement') return undefined;
      return { ...reviseRecord(row, { ...row.body, ...world.newText() }, now), subjectId: device.member.id };
    default:
      return undefined;
  }
}

async function own({ db, member }: Device): Promise<StoredRecord[]> {
  return (await living({ db })).filter(row => row.authorId === member.id);
}

async function others({ db, member }: Device): Promise<StoredRecord[]> {
  return (await living({ db })).filter(row => row.authorId !== member.id && row.type !== 'model');
}

async function living({ db }: Pick<Device, 'db'>): Promise<StoredRecord[]> {
  const rows = await db.records.filter(row => row.deletedAt === undefined).toArray();
  // Ids are random and must not influence what a seed does.
  return rows.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

async function keep(
  world: World,
  device: Device,
  old: StoredRecord | undefined,
  record: Envelope,
): Promise<void> {
  noteWritten(world, device, old, record);
  await saveOwn(device.db, record);
}

function noteWritten(world: World, device: Device, old: StoredRecord | undefined, record: Envelope): void {
  const over = old ? ` over ${keyOf(old)}` : '';
  world.say(`${device.name} writes ${record.type} ${record.id} ${keyOf(record)}${over}`);
  world.ledger.note(device.member.id, old, record);
}
