import { expect, it } from 'vitest';
import { FRAME_SECONDS, playerKey } from '#components/composer/fields/place/player-keys.ts';

const none = { code: '', shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };

it.each([
  ['[', { key: '[' }, { type: 'set-in' }],
  ['] by AltGr', { key: ']', ctrlKey: true, altKey: true }, { type: 'set-out' }],
  ['a comma', { key: ',' }, { type: 'step', seconds: -FRAME_SECONDS }],
  ['a full stop', { key: '.' }, { type: 'step', seconds: FRAME_SECONDS }],
  ['Shift and comma', { key: '<', code: 'Comma', shiftKey: true }, { type: 'step', seconds: -1 }],
  [
    'Shift and full stop, on a German board',
    { key: ':', code: 'Period', shiftKey: true },
    { type: 'step', seconds: 1 },
  ],
  ['Ctrl and full stop', { key: '.', ctrlKey: true }, undefined],
  ['a letter', { key: 'k' }, undefined],
] as const)('%s', (_what, press, message) => {
  expect(playerKey({ ...none, ...press })).toEqual(message);
});
