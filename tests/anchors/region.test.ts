import { expect, test } from 'vitest';
import { describeRegion, findRegion, pictureBox } from '#lib/anchors/media/region.ts';
import { regionAnchor } from '#lib/records/anchor.ts';
import { show } from './page.ts';

/** A picture of 200 × 100 in an element of 200 × 200 px at the page's corner. */
function picture(fit: string): HTMLCanvasElement {
  show(
    `<style>body { margin: 0 }</style><canvas width="200" height="100" style="display: block; width: 200px; height: 200px; object-fit: ${fit}"></canvas>`,
  );
  return document.querySelector('canvas') as HTMLCanvasElement;
}

test.each([
  ['fill', { left: 0, top: 0, width: 200, height: 200 }],
  ['contain', { left: 0, top: 50, width: 200, height: 100 }],
  ['cover', { left: -100, top: 0, width: 400, height: 200 }],
  ['none', { left: 0, top: 50, width: 200, height: 100 }],
])('with object-fit: %s the picture is drawn at %o', (fit, box) => {
  expect(pictureBox(picture(fit))).toMatchObject(box);
});

test('a region stays on the same part of the picture when the player changes its shape', () => {
  const element = picture('contain');
  const drawn = { left: 50, top: 75, width: 100, height: 50 };
  const anchor = describeRegion(element, drawn);
  expect(anchor).toEqual({ kind: 'region', x: 0.25, y: 0.25, width: 0.5, height: 0.5 });
  expect(regionAnchor.parse(anchor)).toEqual(anchor);
  if (!anchor) return;
  expect(findRegion(anchor, element)).toMatchObject(drawn);
  element.style.width = '400px';
  expect(findRegion(anchor, element)).toMatchObject({ left: 100, top: 50, width: 200, height: 100 });
});

test('a region that is drawn beyond the picture is cut at its edge', () => {
  const anchor = describeRegion(picture('contain'), { left: -20, top: 0, width: 400, height: 60 });
  expect(anchor).toEqual({ kind: 'region', x: 0, y: 0, width: 1, height: 0.1 });
});
