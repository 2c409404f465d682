import { standingOf } from '#lib/coaching/behaviours/activation.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { type Behaviour, isType } from '#lib/records/types.ts';

export interface MyBehaviours {
  /** Agreed and active, oldest first; five at most. */
  active: readonly Behaviour[];
  /** Written for me by somebody else and not accepted yet; `asked` if I said what should change. */
  proposed: readonly { behaviour: Behaviour; asked: boolean }[];
}

/** The state of my own behaviours. One from the workspace's catalogue is nobody's until it is proposed to somebody. */
export function myBehaviours(records: readonly Envelope[], memberId: string): MyBehaviours {
  const own = records
    .filter(record => isType(record, 'behaviour'))
    .filter(behaviour => behaviour.subjectId === memberId)
    .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  const answers = records.filter(record => record.type === 'acknowledgement');
  const standing = own.map(behaviour => ({ behaviour, ...standingOf(behaviour, answers) }));
  return {
    active: standing.filter(({ state }) => state === 'active').map(({ behaviour }) => behaviour),
    proposed: standing
      .filter(({ state, behaviour }) => state === 'proposed' && behaviour.authorId !== memberId)
      .map(({ behaviour, answer }) => ({ behaviour, asked: answer !== null })),
  };
}
