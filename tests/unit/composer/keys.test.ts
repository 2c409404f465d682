import { describe, expect, test } from 'vitest';
import { isAltLetter, isComposing } from '#components/ui/keys.ts';

const press = (key: string, code: string, more: object = {}) => ({
  key,
  code,
  altKey: true,
  ctrlKey: false,
  metaKey: false,
  ...more,
});

describe('Alt with a letter is ours', () => {
  test.each([
    ['on a plain keyboard', press('s', 'KeyS'), false],
    ['with Shift or Caps Lock', press('S', 'KeyS'), false],
    ['on Dvorak, where S is elsewhere', press('s', 'Semicolon'), false],
    ['on a Russian keyboard, by the key’s place', press('ы', 'KeyS'), false],
    ['on a Greek keyboard', press('σ', 'KeyS'), false],
    ['on a Mac with Control and Option', press('ß', 'KeyS', { ctrlKey: true }), true],
  ])('%s', (_, event, mac) => {
    expect(isAltLetter(event, 's', mac)).toBe(true);
  });
});

describe('Alt with a letter is the writer’s', () => {
  test.each([
    ['where Option writes a Polish letter', press('ś', 'KeyS'), true],
    ['where the same comes from elsewhere', press('ś', 'KeyS'), false],
    ['where Option writes a sign', press('®', 'KeyR'), true],
    ['where Option begins a letter', press('Dead', 'KeyS'), true],
    ['where Option writes Cyrillic', press('ы', 'KeyS'), true],
    ['on Dvorak, where another letter lies there', press('o', 'KeyS'), false],
    ['with AltGr, which tells itself as Ctrl and Alt', press('ś', 'KeyS', { ctrlKey: true }), false],
    ['with the Command key', press('s', 'KeyS', { metaKey: true }), true],
    ['without Alt', press('s', 'KeyS', { altKey: false }), false],
  ])('%s', (_, event, mac) => {
    expect(isAltLetter(event, event.code.slice(-1).toLowerCase(), mac)).toBe(false);
  });
});

test('a key belongs to the input method while it composes, and when it begins to', () => {
  const key = (isComposing: boolean, keyCode: number) => ({ isComposing, keyCode }) as KeyboardEvent;
  expect(isComposing(key(true, 27))).toBe(true);
  expect(isComposing(key(false, 229))).toBe(true);
  expect(isComposing(key(false, 27))).toBe(false);
  expect(isComposing({ nativeEvent: key(true, 13) })).toBe(true);
});
