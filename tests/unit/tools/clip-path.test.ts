/** How a mark is cut where the thing that it is on is cut off. What covers it is tried in a browser (marks-in-sight). */
import { expect, it } from 'vitest';
import { clipPath } from '../../../entrypoints/sight/sight.ts';

const core = { left: 100, top: 50, width: 200, height: 20 };
const box = { left: 97, top: 47, width: 206, height: 26 };

it('lets a badge reach beyond a thing that is seen as a whole', () => {
  expect(clipPath([0, 0, 800, 600], box, core)).toBe('inset(-60px -60px -60px -60px)');
});

it('cuts a mark where its pane ends, and only on that side', () => {
  expect(clipPath([0, 60, 800, 600], box, core)).toBe('inset(13px -60px -60px -60px)');
  expect(clipPath([0, 0, 250, 600], box, core)).toBe('inset(-60px 53px -60px -60px)');
  expect(clipPath([150, 0, 800, 600], box, core)).toBe('inset(-60px -60px -60px 53px)');
});
