import { liveQuery } from 'dexie';
import { it } from 'vitest';
import { notesAndScoresAt } from '#lib/store/queries/notes-at.ts';
import { answersInDepth, recordsAt } from '#lib/store/queries/records.ts';
import { openInMemory } from './open.ts';
import { note, PLACE } from './rows.ts';
it('x', async () => {
  const db = openInMemory('zz');
  const n = note({ id: 'n1', at: 1000 });
  await db.records.put(n as never);
  const out: string[] = [];
  const subs = Object.entries({
    count: () => db.records.count(),
    at: async () => (await recordsAt(db, 'team', [PLACE])).length,
    notes: async () => (await notesAndScoresAt(db, 'team', 'me', [PLACE])).length,
    depth: async () => (await answersInDepth(db, 'team', ['n1'])).length,
    all: async () => { const here = await notesAndScoresAt(db, 'team', 'me', [PLACE]); return (await answersInDepth(db, 'team', here.map(x => x.id))).length; },
  }).map(([k, q]) => liveQuery<number>(q).subscribe({ next: v => void out.push(`${k}=${v}`), error: e => void out.push(`${k} ERR ${e}`) }));
  await new Promise(d => setTimeout(d, 500));
  out.push('|');
  await db.records.put({ ...(n as any), id: 'p1', type: 'answer', refs: ['n1'], body: { }, place: undefined, address: undefined, createdAt: 2000 });
  await new Promise(d => setTimeout(d, 500));
  console.log('SEEN', out.join(' '));
  for (const s of subs) s.unsubscribe();
});
