/** The audit log: one entry for each thing that was done, and no way to take one back unseen. */

import { type CompiledQuery, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRecord, deleteRecord, reviseRecord, seenId } from '#lib/records/create.ts';
import { type AuditRow, continueChain, hashEntry } from '#server/audit/chain.ts';
import { verifyAudit } from '#server/audit/verify.ts';
import { kindOf } from '#server/store/database.ts';
import { browse } from '#testing/server/browse.ts';
import { startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';

let team: TestTeam & { owner: TestMember };
let coach: TestMember;
let rep: TestMember;

beforeAll(async () => {
  team = await startTeam();
  coach = await team.join('Carla Coach', ['coach']);
  rep = await team.join('Ravi Rep', ['coachee']);
  await team.assign(coach, rep);
});
afterAll(() => team.stop());

const db = () => team.server.context.database.db;

function entries(): Promise<AuditRow[]> {
  return db()
    .selectFrom('audit')
    .selectAll()
    .where('workspace_id', '=', team.workspaceId)
    .orderBy('n')
    .execute();
}

/** The entries that `work` leaves, as `kind type actor→subject`. */
async function leftBy(work: () => Promise<unknown>): Promise<string[]> {
  const before = (await entries()).length;
  await work();
  const names = new Map([
    [coach.id, 'coach'],
    [rep.id, 'rep'],
    [team.owner.id, 'owner'],
  ]);
  const name = (id: string | null) => (id === null ? '' : (names.get(id) ?? 'another'));
  return (await entries())
    .slice(before)
    .map(each => `${each.kind} ${each.type} ${name(each.actor_id)}→${name(each.subject_id)}`);
}

describe('the log', () => {
  it('the log has one entry for a note that was seen on two devices, and each look again adds none', async () => {
    const note = coach.note(rep);
    await coach.push(note);
    const looked = (at: number) =>
      createRecord(
        {
          id: seenId(note.id, rep.id),
          type: 'seen',
          workspaceId: team.workspaceId,
          authorId: rep.id,
          subjectId: coach.id,
          audience: note.audience,
          refs: [note.id],
          body: {},
        },
        at,
      );
    const now = Date.now();
    const left = await leftBy(async () => {
      const [first] = await rep.push(looked(now));
      const [second] = await rep.push(looked(now + 90_000));
      const [again] = await rep.push(looked(now));
      expect([first, second, again].map(each => each?.status)).toEqual(['accepted', 'stale', 'accepted']);
    });
    expect(left).toEqual(['create seen rep→coach']);
  });

  it('the log has one entry for each thing that was done to a record', async () => {
    const note = coach.note(rep);
    const score = createRecord(
      {
        type: 'scorecard',
        workspaceId: team.workspaceId,
        authorId: coach.id,
        subjectId: rep.id,
        audience: 'pair',
        body: {
          artifact: note.body.artifact as never,
          anchor: note.body.anchor as never,
          rubric: { id: 'shipped', version: 1 },
          scores: [{ criterion: 'hook', level: 1 }],
        },
      },
      Date.now(),
    );
    const answer = createRecord(
      {
        type: 'acknowledgement',
        workspaceId: team.workspaceId,
        authorId: rep.id,
        subjectId: coach.id,
        audience: 'pair',
        refs: [note.id],
        body: { answer: 'accept', sentence: 'I will.' },
      },
      Date.now(),
    );
    const left = await leftBy(async () => {
      await coach.push(note, score, coach.note(coach, { audience: 'author' }));
      await coach.push(reviseRecord(note, { ...note.body, impact: 'Clearer.' }, Date.now()));
      await rep.push(answer);
      await rep.push(deleteRecord(answer, Date.now()));
      // Said once more, and refused: nothing was done.
      await coach.push(score, rep.note(rep));
    });
    expect(left).toEqual([
      'send note coach→rep',
      'score scorecard coach→rep',
      'create note coach→coach',
      'change note coach→rep',
      'acknowledge acknowledgement rep→coach',
      'take-back acknowledgement rep→coach',
    ]);
  });

  it('the log has one entry for each sign-in, sign-out, invitation and change of roles', async () => {
    const owner = browse(team.url, team.owner.cookie);
    const here = `/team/${team.workspaceId}`;
    const left = await leftBy(async () => {
      const device = await team.signIn(rep);
      await device.fetch('/v1/devices/current', { method: 'DELETE' });
      const page = await owner.get(here);
      await page.submit(`${here}/invitations`, { email: 'new@sideline.example', role: ['coachee'] });
      const form = await owner.get(here);
      await form.submit(`${here}/roles`, { member: rep.id, role: ['coachee', 'liaison'] });
    });
    expect(left).toEqual([
      'sign-in device rep→rep',
      'sign-out device rep→rep',
      'invite invitation owner→',
      'roles member owner→rep',
    ]);
    const browser = browse(team.url);
    const signedIn = await leftBy(async () => {
      const page = await browser.get('/sign-in');
      await page.submit('/sign-in', { email: coach.email, password: 'correct horse battery' });
    });
    expect(signedIn).toEqual(['sign-in session coach→coach']);
  });

  it('the log contains no word of a note, and no name', async () => {
    const note = coach.note(rep, { body: { observation: 'CANARY in the coal mine' } });
    await coach.push(note);
    const text = JSON.stringify(await entries());
    expect(text).toContain(note.id);
    expect(text).not.toMatch(/CANARY|Carla|Ravi|sideline\.example/);
  });

  it('a log entry is committed together with its change or not at all', async () => {
    const before = await entries();
    const { database } = team.server.context;
    const { changeWorkspace } = await import('#server/store/workspace-tx.ts');
    const broken = changeWorkspace(database.db, team.workspaceId, Date.now(), async tx => {
      tx.log({ kind: 'settings' });
      throw new Error('and then it broke');
    });
    await expect(broken).rejects.toThrow('and then it broke');
    expect(await entries()).toEqual(before);
    expect(await verifyAudit(database.db, team.workspaceId)).toMatchObject({ ok: true });
  });

  it('the log is whole after many simultaneous pushes', async () => {
    await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        (i % 2 ? coach : rep).push(...[1, 2].map(() => coach.note(coach))),
      ),
    );
    await Promise.all(Array.from({ length: 8 }, () => rep.push(rep.note(rep), rep.note(rep))));
    const all = await entries();
    expect(all.map(each => each.n)).toEqual(all.map((_, i) => i + 1));
    const found = await verifyAudit(db(), team.workspaceId);
    expect(found).toMatchObject({ ok: true, head: { count: all.length } });
  });
});

describe('the database', () => {
  it.each([
    ['an entry changed', sql`update audit set actor_id = 'x'`],
    ['an entry removed', sql`delete from audit`],
  ])('the database refuses to have %s', async (_name, statement) => {
    await expect(statement.execute(db())).rejects.toThrow('only added to');
  });

  it('the database refuses to have all log entries removed at once', async () => {
    if (kindOf(db()) === 'sqlite') return;
    await expect(sql`truncate audit`.execute(db())).rejects.toThrow('only added to');
  });
});

describe('somebody who gets round the database', () => {
  /** A workspace of its own with five entries, and its triggers gone. */
  let other: TestTeam & { owner: TestMember };
  beforeEach(async () => {
    other = await startTeam();
    await other.owner.push(...Array.from({ length: 6 }, () => other.owner.note(other.owner)));
    const names =
      kindOf(other.server.context.database.db) === 'postgres'
        ? ['audit_stays on audit', 'audit_stays_whole on audit']
        : ['audit_stays_update', 'audit_stays_delete'];
    for (const name of names) await sql.raw(`drop trigger ${name}`).execute(other.server.context.database.db);
  });

  const last = 8;
  const forge: [string, (workspaceId: string) => Promise<unknown> | CompiledQuery, number, string][] = [
    ['who did it', () => run(sql`update audit set actor_id = 'x' where n = 3`), 3, 'changed'],
    ['when it was done', () => run(sql`update audit set at = at - 1000 where n = 5`), 5, 'changed'],
    ['an entry, taken out', () => run(sql`delete from audit where n = 4`), 4, 'missing'],
    ['the first entry, taken out', () => run(sql`delete from audit where n = 1`), 1, 'missing'],
    ['the last entry, cut off', () => run(sql`delete from audit where n = ${last}`), last, 'missing'],
    [
      'two entries, one in the place of the other',
      async () => {
        await run(sql`update audit set n = 1000 where n = 3`);
        await run(sql`update audit set n = 3 where n = 4`);
        await run(sql`update audit set n = 4 where n = 1000`);
      },
      3,
      'changed',
    ],
    [
      'an entry put behind the end',
      async workspaceId => {
        const rows = await other.server.context.database.db.selectFrom('audit').selectAll().execute();
        const end = rows.find(row => row.n === last);
        const forged = continueChain({ count: last, hash: end?.hash ?? '' }, workspaceId, 1, [
          { kind: 'roles' },
        ]);
        await other.server.context.database.db.insertInto('audit').values(forged.rows).execute();
      },
      last + 1,
      'unknown-end',
    ],
    [
      'an entry with a fitting hash of its own',
      async () => {
        const rows = await other.server.context.database.db.selectFrom('audit').selectAll().execute();
        const [before, row] = [3, 4].map(n => rows.find(each => each.n === n));
        if (!before || !row) throw new Error('There are no such entries.');
        const hash = hashEntry(before.hash, { ...row, actor_id: 'x' });
        await run(sql`update audit set actor_id = 'x', hash = ${hash} where n = 4`);
      },
      5,
      'changed',
    ],
  ];
  const run = (statement: ReturnType<typeof sql>) => statement.execute(other.server.context.database.db);

  it.each(forge)('the check finds a forged log: %s', async (_name, change, at, reason) => {
    const { database } = other.server.context;
    try {
      expect(await verifyAudit(database.db, other.workspaceId)).toMatchObject({
        ok: true,
        head: { count: last },
      });
      await change(other.workspaceId);
      expect(await verifyAudit(database.db, other.workspaceId)).toMatchObject({ ok: false, at, reason });
    } finally {
      await other.stop();
    }
  });

  it('the check finds a completely new chain if the end was kept elsewhere', async () => {
    const { database } = other.server.context;
    const found = await verifyAudit(database.db, other.workspaceId);
    if (!found.ok) throw new Error('It should be whole.');
    await run(sql`delete from audit`);
    const made = continueChain({ count: 0, hash: '' }, other.workspaceId, 1, [
      ...Array.from({ length: last }, () => ({ kind: 'create' as const })),
    ]);
    await database.db.insertInto('audit').values(made.rows).execute();
    await run(sql`update workspaces set audit_hash = ${made.head.hash}`);
    expect(await verifyAudit(database.db, other.workspaceId)).toMatchObject({ ok: true });
    expect(await verifyAudit(database.db, other.workspaceId, found.head)).toMatchObject({ ok: false });
    await other.stop();
  });
});
