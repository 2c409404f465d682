/** What the composer needs to know: which people and which behaviours one can write about. */

import { templateChoices } from '#lib/actions/templates.ts';
import { standingOf } from '#lib/coaching/behaviours/activation.ts';
import { shippedBehaviours } from '#lib/coaching/behaviours/library/index.ts';
import { learnLexicon } from '#lib/coaching/language/index.ts';
import { latestVersions } from '#lib/coaching/rubrics/rubrics.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import type { BehaviourChoice, ComposerContext } from '#lib/messages/contract.ts';
import { SOLO_WORKSPACE } from '#lib/records/envelope.ts';
import { mayWriteAbout } from '#lib/records/permissions.ts';
import { type Behaviour, type Body, isType } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { loadIdentity, writerOf } from '#lib/store/identity.ts';
import { answersTo, recordsOfType } from '#lib/store/queries/records.ts';

export async function composerContext(db: SidelineDb): Promise<ComposerContext> {
  const identity = await loadIdentity(db);
  const { workspaceId, workspaceName, memberId, name, members } = identity;
  const [behaviours, templates, rubrics] = await Promise.all([
    activeBehaviours(db, workspaceId),
    templateChoices(db, workspaceId),
    latestRubrics(db, workspaceId),
  ]);
  const writer = writerOf(identity);
  const me = members.find(member => member.id === memberId);
  return {
    me: { id: memberId, name, roles: me?.roles ?? [] },
    workspaceName,
    solo: workspaceId === SOLO_WORKSPACE,
    audience: rulesOf(identity).audience,
    lateAfter: rulesOf(identity).clocks.note,
    // Leave out people the writer may not write about, so that nobody learns it only after writing a note.
    members: members.filter(({ id }) => mayWriteAbout(writer, id)),
    others: members.filter(({ id }) => !mayWriteAbout(writer, id)).map(({ id, name }) => ({ id, name })),
    behaviours: choicesOf(behaviours),
    templates,
    rubrics,
    lexicon: learnLexicon(behaviours.map(each => each.body)),
  };
}

/** Five a person, for more people than any one device sees. */
const MOST_BEHAVIOURS = 2000;

/** The workspace's active behaviours: its catalogue, and the people's own that they agreed to. */
export async function activeBehaviours(db: SidelineDb, workspaceId: string): Promise<Behaviour[]> {
  const all = (await recordsOfType(db, workspaceId, 'behaviour', { limit: MOST_BEHAVIOURS }))
    .filter(record => isType(record, 'behaviour'))
    .filter(({ body }) => body.state === 'active');
  const answers = await answersTo(
    db,
    workspaceId,
    all.map(({ id }) => id),
  );
  return all.filter(behaviour => standingOf(behaviour, answers).state === 'active');
}

/** The newest version of each of the workspace's own rubrics. Scores on older versions stay with those versions. */
async function latestRubrics(db: SidelineDb, workspaceId: string): Promise<Body<'rubric'>[]> {
  const records = await recordsOfType(db, workspaceId, 'rubric', { limit: 200 });
  return latestVersions(records.flatMap(record => (isType(record, 'rubric') ? [record.body] : [])));
}

/** Everything a note to anybody can be about: people's own behaviours, the workspace's, and the library. */
function choicesOf(active: readonly Behaviour[]): BehaviourChoice[] {
  const choice = (
    id: string,
    { name, standard, looksLike, libraryId }: Body<'behaviour'>,
  ): BehaviourChoice => ({
    id,
    name,
    standard,
    looksLike,
    libraryId,
  });
  return [
    ...active.map(({ id, body, subjectId }) => ({ ...choice(id, body), subjectId })),
    ...shippedBehaviours.map(({ id, body }) => ({ ...choice(id, body), role: body.role })),
  ];
}
