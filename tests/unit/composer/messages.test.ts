import { expect, it } from 'vitest';
import { explain } from '#components/composer/state/messages.ts';
import { RefusedError } from '#lib/messages/ask.ts';

it('what the background refuses is told within one sentence: without a full stop of its own', () => {
  expect(explain(new RefusedError('something in it cannot be kept.'))).toEqual({
    kind: 'refused',
    reason: 'broken',
    text: 'something in it cannot be kept',
  });
});
