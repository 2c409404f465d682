import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrowed, dragged, firstBox } from '../../../entrypoints/region/drawing.ts';

const SIZE = { width: 400, height: 200 };

describe('drawing on a picture', () => {
  it.each([
    ['a drag', { x: 10, y: 20 }, { x: 110, y: 70 }, { left: 10, top: 20, width: 100, height: 50 }],
    ['a drag backwards', { x: 110, y: 70 }, { x: 10, y: 20 }, { left: 10, top: 20, width: 100, height: 50 }],
    [
      'a drag out of the picture',
      { x: 300, y: 100 },
      { x: 900, y: -50 },
      { left: 300, top: 0, width: 100, height: 100 },
    ],
    ['a click: a point', { x: 50, y: 60 }, { x: 51, y: 61 }, { left: 50, top: 60, width: 0, height: 0 }],
  ])('drawing makes a box of %s', (_what, from, to, box) => {
    expect(dragged(from, to, SIZE)).toEqual(box);
  });

  it('a box that is drawn by keys never leaves the picture', () => {
    const key = fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown');
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.boolean()), { maxLength: 200 }), presses => {
        let box = firstBox(SIZE);
        for (const [name, shift] of presses) box = arrowed(box, name, shift, SIZE) ?? box;
        expect(Math.min(box.left, box.top, box.width, box.height)).toBeGreaterThanOrEqual(0);
        expect(box.left + box.width).toBeLessThanOrEqual(SIZE.width + 1e-9);
        expect(box.top + box.height).toBeLessThanOrEqual(SIZE.height + 1e-9);
      }),
    );
  });

  it('drawing ignores every key but the arrows', () => {
    expect(arrowed(firstBox(SIZE), 'a', false, SIZE)).toBeUndefined();
  });
});
