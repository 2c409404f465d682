import { browser } from 'wxt/browser';
import { jobLabel } from '#components/behaviours/job-label.ts';
import { subjectNameIn } from '#components/people/names.ts';
import { Select } from '#components/ui/Select.tsx';
import { i18n } from '#i18n';
import { offerFor } from '#lib/coaching/behaviours/choices.ts';
import type { BehaviourChoice, ComposerContext, ComposerDraft } from '#lib/messages/contract.ts';
import type { ArtifactKind } from '#lib/records/artifact.ts';
import { behaviourRoles } from '#lib/records/kinds/behaviour.ts';

interface Props {
  context: ComposerContext;
  draft: ComposerDraft;
  /** Undefined while the page moves between artifacts. */
  kind: ArtifactKind | undefined;
  onChange(behaviourId: string | undefined): void;
}

const NONE = '';

/**
 * The one behaviour that the note is about, with its standard in view. For somebody who practises none yet, the
 * library.
 */
export function Behaviours({ context, draft, kind, onChange }: Props) {
  const { own, team, fitting, rest } = offerFor(context.behaviours, draft.subjectId, kind);
  const chosen = context.behaviours.find(each => each.id === draft.behaviourId);
  const grouped = (list: readonly BehaviourChoice[], group?: string) =>
    list.map(({ id, name }) => ({ id, name, group }));
  const few = fitting.length > 0;
  const options = [
    ...grouped(own),
    ...grouped(team, few ? i18n.t('composer.behaviours.team') : undefined),
    ...grouped(fitting, i18n.t('composer.behaviours.fitting')),
    ...byJob(rest),
  ];
  // An edited note may be about a behaviour that is no longer practised.
  if (chosen && !options.some(({ id }) => id === chosen.id)) options.push(...grouped([chosen]));
  return (
    <div className="field">
      <Select
        label={i18n.t('composer.behaviour')}
        value={draft.behaviourId ?? NONE}
        options={[{ id: NONE, name: i18n.t('composer.noBehaviour') }, ...options]}
        onChange={id => onChange(id === NONE ? undefined : id)}
      />
      {chosen?.standard && <p className="standard">{i18n.t('composer.standard', [chosen.standard])}</p>}
      {own.length === 0 && <ProposeOne context={context} draft={draft} chosen={chosen} />}
    </div>
  );
}

/** The rest of the library, one group for each job, in the order of the library. */
function byJob(list: readonly BehaviourChoice[]): { id: string; name: string; group: string | undefined }[] {
  return behaviourRoles.flatMap(role =>
    list
      .filter(each => each.role === role)
      .map(({ id, name }) => ({ id, name, group: i18n.t('composer.behaviours.job', [jobLabel(role)]) })),
  );
}

/** Links to where one proposes a behaviour, with this person and the chosen behaviour filled in. */
function ProposeOne({
  context,
  draft: { subjectId },
  chosen,
}: Pick<Props, 'context' | 'draft'> & { chosen: BehaviourChoice | undefined }) {
  const person = context.members.find(({ id }) => id === subjectId);
  if (!person) return null;
  const asked = new URLSearchParams({
    for: person.id,
    ...(chosen?.role === undefined ? {} : { from: chosen.id }),
  });
  const self = person.id === context.me.id;
  const name = subjectNameIn(context, person.id);
  return (
    <p className="hint">
      {self ? i18n.t('composer.behaviours.noneYours') : i18n.t('composer.behaviours.noneTheirs', [name])}{' '}
      <a href={browser.runtime.getURL(`/options.html#behaviours?${asked}`)} target="_blank" rel="noreferrer">
        {self ? i18n.t('composer.behaviours.takeUp') : i18n.t('composer.behaviours.propose', [name])}
      </a>
    </p>
  );
}
