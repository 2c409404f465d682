/** A half-written step that could not be saved, and the person signs out before it can be. */
import { expect, test, vi } from 'vitest';
import { keepStep, unsavedSteps } from '#components/loop/unsaved-steps.ts';
import { saveIdentity } from '#lib/store/identity.ts';
import { wipeWorkspace } from '#lib/store/workspace.ts';
import { freshDb } from '../store/open.ts';

const draft = { id: 'team|answer|n', workspaceId: 'team', body: { sentence: 'half' }, updatedAt: 1 };
const ann = { workspaceId: 'team', workspaceName: 'Team', memberId: 'ann', name: 'Ann', members: [] };

test('it does not come back after the sign-out', async () => {
  const db = freshDb();
  await saveIdentity(db, ann);
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const put = vi
    .spyOn(db.drafts, 'put')
    .mockRejectedValue(new DOMException('No room.', 'QuotaExceededError'));
  await keepStep(db, draft);
  expect([...unsavedSteps().keys()]).toEqual([draft.id]);
  put.mockRestore();
  await wipeWorkspace(db, 'team');
  await keepStep(db, draft);
  expect(await db.drafts.count()).toBe(0);
  expect(unsavedSteps().size).toBe(0);
});

test('it is saved while the person is still signed in', async () => {
  const db = freshDb();
  await saveIdentity(db, ann);
  await keepStep(db, draft);
  expect(await db.drafts.count()).toBe(1);
});
