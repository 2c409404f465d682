import type { Body } from '#lib/records/types.ts';
import { PARTS, partLabel } from './parts.ts';

/** The four parts and the four answers, as far as they are filled in. */
export function BehaviourFacts({ body }: { body: Body<'behaviour'> }) {
  return (
    <dl>
      {PARTS.filter(part => part !== 'name' && body[part].trim() !== '').map(part => (
        <div key={part}>
          <dt>{partLabel(part)}</dt>
          <dd dir="auto">{body[part]}</dd>
        </div>
      ))}
    </dl>
  );
}
