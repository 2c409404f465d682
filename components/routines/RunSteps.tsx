import type { StepKind } from '#lib/records/kinds/routine.ts';
import type { Routine, Run } from '#lib/records/types.ts';

/** These are counted from what was sent, under People: there is nothing to tick. */
const COUNTED: readonly StepKind[] = ['checkIns', 'recognition', 'escalations'];

interface Props {
  routine: Routine;
  run: Run | undefined;
  saving: boolean;
  onTick(steps: Run['body']['steps']): void;
}

/** The steps of a run, each ticked by hand where only the person can know. Done needs none of them. */
export function RunSteps({ routine, run, saving, onTick }: Props) {
  const ticked = run?.body.steps ?? [];
  if (routine.body.steps.length === 0) return null;
  return (
    <ul className="stack tight">
      {routine.body.steps.map(({ id, kind, text, target }) => (
        <li key={id} dir="auto">
          {COUNTED.includes(kind) ? (
            text
          ) : (
            <label className="row">
              <input
                type="checkbox"
                disabled={saving}
                checked={ticked.some(step => step.id === id && step.done > 0)}
                onChange={event => {
                  const others = ticked.filter(step => step.id !== id);
                  onTick(event.target.checked ? [...others, { id, done: target }] : others);
                }}
              />
              <span className="grow">{text}</span>
            </label>
          )}
        </li>
      ))}
    </ul>
  );
}
