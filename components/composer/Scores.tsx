import { useState } from 'react';
import { Choices } from '#components/Choices.tsx';
import { i18n } from '#i18n';
import { shippedRubric, wordingOf } from '#lib/coaching/rubrics.ts';
import type { ComposerDraft } from '#lib/messages/contract.ts';
import type { ArtifactKind } from '#lib/records/artifact.ts';
import type { Composer, ComposerState } from './store.ts';

interface SectionProps {
  composer: Composer;
  state: ComposerState;
  draft: ComposerDraft;
}

/** Scores, folded away until one wants them: a note needs none. */
export function Scores({ composer, state, draft }: SectionProps) {
  return (
    <details open={Object.keys(draft.scores).length > 0 || undefined}>
      <summary>{i18n.t('composer.scores')}</summary>
      <p className="hint">{i18n.t('composer.scoresHint')}</p>
      <Levels
        kind={state.artifact?.kind ?? 'doc'}
        scores={draft.scores}
        onChange={scores => composer.change({ scores })}
      />
    </details>
  );
}

interface Props {
  kind: ArtifactKind;
  scores: ComposerDraft['scores'];
  onChange(scores: ComposerDraft['scores']): void;
}

/** Three taps. A level is never a bare number: its words stand under the row, and are its name for a screen reader. */
function Levels({ kind, scores, onChange }: Props) {
  const [hovered, setHovered] = useState<{ criterion: string; level: number } | undefined>();
  return (
    <div className="scores">
      {shippedRubric.criteria.map(criterion => {
        const { question, levels } = wordingOf(criterion, kind);
        const given = scores[criterion.id];
        const shown = hovered?.criterion === criterion.id ? hovered.level : given;
        const value = given === undefined ? undefined : given === null ? 'na' : String(given);
        return (
          <div
            key={criterion.id}
            onPointerOver={event => {
              const input = event.target instanceof HTMLElement ? event.target.closest('label') : null;
              const index = input ? [...(input.parentElement?.children ?? [])].indexOf(input) : -1;
              setHovered(
                index >= 0 && index < levels.length ? { criterion: criterion.id, level: index } : undefined,
              );
            }}
            onPointerLeave={() => setHovered(undefined)}
          >
            <Choices
              legend={criterion.name}
              square
              value={value}
              options={[
                ...levels.map((text, level) => ({
                  value: String(level),
                  label: String(level),
                  name: i18n.t('composer.levelOf', [String(level), String(levels.length - 1), text]),
                })),
                {
                  value: 'na',
                  label: i18n.t('composer.notApplicable'),
                  name: i18n.t('composer.notApplicableLong'),
                },
              ]}
              onChange={next => onChange({ ...scores, [criterion.id]: next === 'na' ? null : Number(next) })}
            >
              <p className="level-text">{typeof shown === 'number' ? levels[shown] : question}</p>
            </Choices>
          </div>
        );
      })}
    </div>
  );
}
