/** Notes saved for reuse. */
import type { ComposerDraft, TemplateChoice } from '#lib/messages/contract.ts';
import { createRecord, deleteRecord, reviseRecord } from '#lib/records/create.ts';
import { noteTexts } from '#lib/records/kinds/note.ts';
import { isType, type Template } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { loadIdentity } from '#lib/store/identity.ts';
import { recordsOfType } from '#lib/store/queries/records.ts';
import { saveOwn } from '#lib/store/save-own.ts';
import { onScreen } from './notes/on-screen.ts';
import { save } from './save.ts';

/** More than anybody would look through. */
const MOST = 200;
const LONGEST_NAME = 60;

export async function templateChoices(db: SidelineDb, workspaceId: string): Promise<TemplateChoice[]> {
  const records = await recordsOfType(db, workspaceId, 'template', { limit: MOST });
  return records.flatMap(record => (isType(record, 'template') ? [{ id: record.id, ...record.body }] : []));
}

/** Saves a template of one's own, named after its first words. The name can be changed in the settings. */
export async function saveTemplate(db: SidelineDb, draft: ComposerDraft, now: number): Promise<void> {
  const identity = await loadIdentity(db);
  const shown = onScreen(draft);
  const { kind, behaviourId } = shown;
  const texts = Object.fromEntries(
    noteTexts.map(part => [part, shown[part]?.trim()] as const).filter(([, text]) => text),
  );
  const name = shortened(texts.nextAction ?? texts.observation ?? texts.impact ?? '');
  if (name === '') throw new Error('There is nothing to keep yet.');
  await saveOwn(
    db,
    createRecord(
      {
        type: 'template',
        workspaceId: identity.workspaceId,
        authorId: identity.memberId,
        audience: 'author',
        body: { name, kind, ...(behaviourId ? { behaviourId } : {}), ...texts },
      },
      now,
    ),
  );
}

function shortened(text: string): string {
  if (text.length <= LONGEST_NAME) return text;
  return `${text.slice(0, LONGEST_NAME).replace(/\s+\S*$/u, '')} …`;
}

export async function renameTemplate(db: SidelineDb, template: Template, name: string): Promise<void> {
  await save(db, reviseRecord(template, { ...template.body, name: name.trim() }, Date.now()));
}

/** Shares a template with the whole workspace, or makes it private again. */
export async function shareTemplate(db: SidelineDb, template: Template, shared: boolean): Promise<void> {
  const next = reviseRecord(template, template.body, Date.now());
  await save(db, { ...next, audience: shared ? 'workspace' : 'author' });
}

export async function removeTemplate(db: SidelineDb, template: Template): Promise<void> {
  await save(db, deleteRecord(template, Date.now()));
}
