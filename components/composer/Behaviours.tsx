import { useState } from 'react';
import { Choices } from '#components/Choices.tsx';
import { i18n } from '#i18n';
import type { BehaviourChoice, ComposerDraft } from '#lib/messages/contract.ts';

/** As many as a person may have active at a time (R004); more are one click away. */
const SHOWN = 5;

interface Props {
  behaviours: BehaviourChoice[];
  draft: ComposerDraft;
  onChange(behaviourId: string | undefined): void;
}

/** The one behaviour that the note is about, with its standard in sight. */
export function Behaviours({ behaviours, draft, onChange }: Props) {
  const [all, setAll] = useState(false);
  const theirs = behaviours.filter(each => !each.subjectId || each.subjectId === draft.subjectId);
  const chosen = theirs.find(each => each.id === draft.behaviourId);
  const shown = all ? theirs : theirs.slice(0, SHOWN);
  if (chosen && !shown.includes(chosen)) shown.push(chosen);
  if (theirs.length === 0) return null;
  return (
    <div className="field">
      <Choices
        legend={i18n.t('composer.behaviour')}
        value={draft.behaviourId ?? 'none'}
        options={[
          ...shown.map(each => ({ value: each.id, label: each.name })),
          { value: 'none', label: i18n.t('composer.noBehaviour') },
        ]}
        onChange={id => onChange(id === 'none' ? undefined : id)}
      />
      {!all && theirs.length > SHOWN && (
        <div>
          <button type="button" className="button quiet" onClick={() => setAll(true)}>
            {i18n.t('composer.moreBehaviours')}
          </button>
        </div>
      )}
      {chosen?.standard && <p className="standard">{i18n.t('composer.standard', [chosen.standard])}</p>}
    </div>
  );
}
