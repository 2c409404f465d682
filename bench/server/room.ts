/** What one record costs: room on the disk and CPU. Depends little on how busy the machine is, and carries scaling.md. */
import type { Sideline } from './sideline.ts';
import type { Weight } from './weigh.ts';

const RECORDS = 10_000;
const BATCH = 50;
/** As people push: one note each time. */
const SINGLES = 1000;

/** For one record: bytes, and ms of CPU of the server's processes, the database's included. */
export interface RoomFigures {
  json: number;
  all: number;
  records: number;
  feed: number;
  audit: number;
  cpu: number;
  /** The same CPU for a push of one record. */
  single: number;
}

export async function measureRoom(server: Sideline): Promise<RoomFigures> {
  // Tables begin with a page or two, and code begins slowly.
  await server.push(server.notes(1000), BATCH);
  const notes = server.notes(RECORDS);
  const before = await server.weigh();
  const start = server.usage();
  await server.push(notes, BATCH);
  const end = server.usage();
  const after = await server.weigh();
  await server.push(server.notes(SINGLES), 1);
  const last = server.usage();
  const more = (table: string) => ((after[table] ?? 0) - (before[table] ?? 0)) / RECORDS;
  return {
    json: Buffer.byteLength(JSON.stringify(notes)) / RECORDS,
    all: (sum(after) - sum(before)) / RECORDS,
    records: more('records'),
    feed: more('feed'),
    audit: more('audit'),
    cpu: (end.cpu - start.cpu) / RECORDS,
    single: (last.cpu - end.cpu) / SINGLES,
  };
}

function sum(weight: Weight): number {
  return Object.values(weight).reduce((all, one) => all + one, 0);
}
