import { Select } from '#components/ui/Select.tsx';
import { i18n } from '#i18n';
import type { BehaviourChoice, ComposerDraft } from '#lib/messages/contract.ts';

interface Props {
  behaviours: BehaviourChoice[];
  draft: ComposerDraft;
  onChange(behaviourId: string | undefined): void;
}

const NONE = '';

/** The one behaviour that the note is about, with its standard in sight. */
export function Behaviours({ behaviours, draft, onChange }: Props) {
  const theirs = behavioursFor(behaviours, draft.subjectId);
  const chosen = behaviours.find(each => each.id === draft.behaviourId);
  if (chosen && !theirs.includes(chosen)) theirs.push(chosen);
  if (theirs.length === 0) return null;
  return (
    <div className="field">
      <Select
        label={i18n.t('composer.behaviour')}
        value={draft.behaviourId ?? NONE}
        options={[{ id: NONE, name: i18n.t('composer.noBehaviour') }, ...theirs]}
        onChange={id => onChange(id === NONE ? undefined : id)}
      />
      {chosen?.standard && <p className="standard">{i18n.t('composer.standard', [chosen.standard])}</p>}
    </div>
  );
}

/** The person's own behaviours first, then the catalogue's that they have no copy of. */
function behavioursFor(behaviours: readonly BehaviourChoice[], subjectId: string | undefined) {
  const own = behaviours.filter(each => each.subjectId && each.subjectId === subjectId);
  const copied = new Set(own.flatMap(({ libraryId }) => libraryId ?? []));
  const common = behaviours.filter(each => !each.subjectId && !copied.has(each.libraryId ?? ''));
  return [...own, ...common];
}
