import { type KeyboardEvent, useRef, useState } from 'react';
import { Choices } from '#components/ui/Choices.tsx';
import { isComposing } from '#components/ui/keys.ts';
import { i18n } from '#i18n';
import { type Rubric, wordingOf } from '#lib/coaching/rubrics/rubrics.ts';
import type { ComposerDraft } from '#lib/messages/contract.ts';
import type { ArtifactKind } from '#lib/records/artifact.ts';

const NOT_APPLICABLE = 'na';

interface Props {
  rubric: Rubric;
  kind: ArtifactKind;
  scores: ComposerDraft['scores'];
  onChange(scores: ComposerDraft['scores']): void;
}

/**
 * One tap or one digit for each criterion. A level is never a bare number: its words are below the row and are its
 * name for a screen reader.
 */
export function Levels({ rubric, kind, scores, onChange }: Props) {
  const [hovered, setHovered] = useState<{ criterion: string; level: number } | undefined>();
  const box = useRef<HTMLFieldSetElement>(null);

  /** A digit scores, `n` means "not applicable", and the focus moves to the next criterion. */
  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(event.target instanceof Element)) return;
    const rows = [...(box.current?.children ?? [])];
    const index = rows.findIndex(row => row.contains(event.target as Element));
    const criterion = rubric.criteria[index];
    const level = /^[0-9]$/.test(event.key) ? Number(event.key) : event.key === 'n' ? null : undefined;
    if (!criterion || level === undefined || (level !== null && level >= criterion.levels.length)) return;
    event.preventDefault();
    onChange({ ...scores, [criterion.id]: level });
    rows[index + 1]?.querySelector('input')?.focus();
  }

  return (
    <fieldset className="scores" ref={box} onKeyDown={onKeyDown}>
      {rubric.criteria.map(criterion => {
        const { question, levels } = wordingOf(criterion, kind);
        const given = scores[criterion.id];
        const shown = hovered?.criterion === criterion.id ? hovered.level : given;
        const value = given === undefined ? undefined : given === null ? NOT_APPLICABLE : String(given);
        return (
          <div
            key={criterion.id}
            onPointerOver={event => {
              const label = event.target instanceof HTMLElement ? event.target.closest('label') : null;
              const at = label ? [...(label.parentElement?.children ?? [])].indexOf(label) : -1;
              setHovered(at >= 0 && at < levels.length ? { criterion: criterion.id, level: at } : undefined);
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
                  value: NOT_APPLICABLE,
                  label: i18n.t('composer.notApplicable'),
                  name: i18n.t('composer.notApplicableLong'),
                },
              ]}
              onChange={next =>
                onChange({ ...scores, [criterion.id]: next === NOT_APPLICABLE ? null : Number(next) })
              }
            >
              <p className="level-text" dir="auto">
                {typeof shown === 'number' ? levels[shown] : question}
              </p>
            </Choices>
          </div>
        );
      })}
    </fieldset>
  );
}
