/** A question that a coach asks about a note is a note itself, and goes through the same checks as any other. */
import { describe, expect, it } from 'vitest';
import { askQuestion } from '#lib/actions/notes/ask-question.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { loadIdentity, saveIdentity } from '#lib/store/identity.ts';
import { recordsOfType } from '#lib/store/queries/records.ts';
import { saveOwn } from '#lib/store/save-own.ts';
import { CORA, note, ROB } from '#testing/records.ts';
import de from '../../../locales/de.json';
import en from '../../../locales/en.json';
import { freshDb } from '../store/open.ts';

const ABOUT = note({}, { id: 'about', at: Date.now() - 60_000 });
const EASIER = 'What would make this 20% easier to do?';

async function team(): Promise<SidelineDb> {
  const db = freshDb();
  await saveIdentity(db, {
    workspaceId: 'team',
    workspaceName: 'Team',
    memberId: CORA,
    name: 'Cora',
    members: [
      { id: CORA, name: 'Cora', roles: ['coach'], coachIds: [] },
      { id: ROB, name: 'Rob', roles: ['coachee'], coachIds: [CORA] },
    ],
  });
  await saveOwn(db, ABOUT);
  return db;
}

async function asks(db: SidelineDb, question: string) {
  const outcome = await askQuestion(db, await loadIdentity(db), ABOUT, question, 'en');
  const notes = await recordsOfType(db, 'team', 'note');
  return { outcome, sent: notes.filter(({ id }) => id !== ABOUT.id) };
}

describe('a question about a note', () => {
  it('goes to the person, about the same behaviour', async () => {
    const { outcome, sent } = await asks(await team(), ` ${EASIER} `);
    expect(outcome).toMatchObject({ ok: true });
    expect(sent).toMatchObject([
      { subjectId: ROB, refs: [ABOUT.id], body: { kind: 'question', nextAction: EASIER } },
    ]);
  });

  it.each([
    ['blames', "Why didn't you do it?", 'reword'],
    ['judges the person', 'You are lazy.', 'reword'],
    ['threatens', 'This is your final warning.', 'reword'],
    ['blames in German', 'Warum hast du es schon wieder nicht gemacht?', 'reword'],
    ['has a blank that nobody filled', 'The field “…” was empty on …', 'blank'],
    ['says ten things', 'Do this. And that. '.repeat(5), 'incomplete'],
    ['says nothing', '  ', 'incomplete'],
  ])('is not sent where it %s', async (_name, question, reason) => {
    const { outcome, sent } = await asks(await team(), question);
    expect(outcome).toMatchObject({ ok: false, reason });
    expect(sent).toEqual([]);
  });

  it.each([
    ['en', en],
    ['de', de],
  ])('is ready to be sent as the form has it: %s', async (_language, words) => {
    const { outcome } = await asks(await team(), words.coach.easierQuestion);
    expect(outcome).toMatchObject({ ok: true });
  });

  it('waits for tomorrow where the person has had their notes', async () => {
    const db = await team();
    for (const id of ['a', 'b']) await saveOwn(db, note({}, { id, at: Date.now() }));
    const { outcome, sent } = await asks(db, EASIER);
    expect(outcome).toMatchObject({ ok: false, reason: 'enough-today' });
    expect(sent).toHaveLength(2);
  });

  it('is refused where its author no longer coaches the person', async () => {
    const db = await team();
    await saveIdentity(db, { ...(await loadIdentity(db)), members: [] });
    expect((await asks(db, EASIER)).outcome).toEqual({ ok: false, reason: 'may-not-write' });
  });
});
