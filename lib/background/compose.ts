/** The composer's requests: who and what one can write about. The drafts are in note-drafts.ts, the sending in send.ts. */
import { standingOf } from '#lib/coaching/activation.ts';
import { learnLexicon } from '#lib/coaching/language.ts';
import { shippedBehaviours } from '#lib/coaching/library.ts';
import { latestVersions } from '#lib/coaching/rubrics.ts';
import type { BehaviourChoice, ComposerContext } from '#lib/messages/contract.ts';
import { SOLO_WORKSPACE } from '#lib/records/envelope.ts';
import { type Behaviour, type Body, isType } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { type Identity, loadIdentity } from '#lib/store/identity.ts';
import { answersTo, recordsOfType } from '#lib/store/records.ts';
import type { Member } from '#lib/sync/protocol.ts';
import { templateChoices } from './templates.ts';

export async function composerContext(db: SidelineDb): Promise<ComposerContext> {
  const identity = await loadIdentity(db);
  const { workspaceId, workspaceName, memberId, name, members } = identity;
  const [behaviours, templates, rubrics] = await Promise.all([
    activeBehaviours(db, workspaceId),
    templateChoices(db, workspaceId),
    latestRubrics(db, workspaceId),
  ]);
  const me = members.find(member => member.id === memberId);
  return {
    me: { id: memberId, name, roles: me?.roles ?? [] },
    workspaceName,
    solo: workspaceId === SOLO_WORKSPACE,
    members: members.filter(member => mayWriteAbout(identity, member)),
    behaviours: choicesOf(behaviours),
    templates,
    rubrics,
    lexicon: learnLexicon(behaviours.map(each => each.body)),
  };
}

/**
 * Whom one may write about: oneself, the people whom one coaches (a peer too, where the two are assigned), and an owner
 * about everybody. The server decides it by its own rule (server/sync/may-write.ts); nobody should write a note first
 * and hear of that after.
 */
export function mayWriteAbout(
  { memberId, members }: Pick<Identity, 'memberId' | 'members'>,
  about: Member,
): boolean {
  const me = members.find(({ id }) => id === memberId);
  return about.id === memberId || about.coachIds.includes(memberId) || me?.roles.includes('owner') === true;
}

/** Five a person, for more people than one device sees. */
const MOST_BEHAVIOURS = 2000;

/** The workspace's active behaviours: its catalogue's and its people's, as far as they agreed. */
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

/** The newest version of each of the workspace's own rubrics; scores on older ones stay with those. */
async function latestRubrics(db: SidelineDb, workspaceId: string): Promise<Body<'rubric'>[]> {
  const records = await recordsOfType(db, workspaceId, 'rubric', { limit: 200 });
  return latestVersions(records.flatMap(record => (isType(record, 'rubric') ? [record.body] : [])));
}

/** What a note can be about; the shipped behaviours while there are none of one's own. */
function choicesOf(active: readonly Behaviour[]): BehaviourChoice[] {
  const choice = (id: string, body: Body<'behaviour'>, subjectId?: string): BehaviourChoice => ({
    id,
    name: body.name,
    standard: body.standard,
    looksLike: body.looksLike,
    subjectId,
    libraryId: body.libraryId,
  });
  if (active.length === 0) return shippedBehaviours.map(({ id, body }) => choice(id, body));
  return active.map(({ id, body, subjectId }) => choice(id, body, subjectId));
}
