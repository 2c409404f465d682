/** Runs in the page: what anchors cost on one large page, in milliseconds; see large.ts. */

import { describe } from '#lib/anchors/text/describe.ts';
import { findIn } from '#lib/anchors/text/find.ts';
import { pageText, pageTextInSlices } from '#lib/anchors/text/page-cache.ts';
import { type Watched, watch } from '#lib/anchors/text/watch.ts';
import type { TextAnchor } from '#lib/records/anchor.ts';
import { chanceFrom } from './chance.ts';
import { contenders } from './contenders.ts';
import { pickQuotes } from './measure.ts';
import { type Place, placesNow, rangeOver, readModel } from './model.ts';

export type Cost = {
  characters: number;
  texts: number;
  innerText: number;
  first: number;
  describe: number[];
  again: number[];
  /** Of each slice of an index the quickest turn: the others had to wait for a core. */
  slices: number[];
  finds: number[];
  others: number[];
  mutations: number;
  /** Times between frames, at rest and while 200 anchors are found again after a change. */
  restFrames: number[];
  watchFrames: number[];
};

const ANCHORS = 200;
const CHANGES = 6;
const MAX_WORDS = 40;
/** Frames that are watched: a second and a half. */
const FRAMES = 90;

function timed<T>(into: number[], work: () => T): T {
  const start = performance.now();
  const result = work();
  into.push(performance.now() - start);
  return result;
}

function change(): void {
  const added = document.createElement('p');
  added.textContent = `Something new, number ${document.body.childElementCount}.`;
  document.body.prepend(added);
  // The browser's own work after a change (style, layout) is nobody's in particular.
  document.body.getBoundingClientRect();
}

async function frames(): Promise<number[]> {
  const gaps: number[] = [];
  let before = await new Promise<number>(requestAnimationFrame);
  while (gaps.length < FRAMES) {
    const now = await new Promise<number>(requestAnimationFrame);
    gaps.push(now - before);
    before = now;
  }
  return gaps;
}

export async function measureLarge(seed: number): Promise<Cost> {
  const root = document.body;
  const plain: number[] = [];
  const text = timed(plain, () => root.innerText);
  const first: number[] = [];
  timed(first, () => pageText(root));
  const model = readModel(root);
  const places = placesNow(model);
  const chance = chanceFrom(seed);
  const ranges = pickQuotes(model, ANCHORS, chance, MAX_WORDS).map(({ from, to }) =>
    rangeOver(places[from] as Place, places[to] as Place),
  );
  const cost: Cost = {
    characters: text.length,
    texts: model.lines.length,
    innerText: plain[0] as number,
    first: first[0] as number,
    describe: [],
    again: [],
    slices: [],
    finds: [],
    others: [],
    mutations: 0,
    restFrames: [],
    watchFrames: [],
  };
  const anchors: TextAnchor[] = ranges.map(range => timed(cost.describe, () => describe(range, root)));
  const other = contenders.find(({ name }) => name.startsWith('Hypothesis'));
  const theirs = ranges.map(range => other?.describe(range, root));
  for (let turn = 0; turn < CHANGES; turn++) {
    change();
    timed(cost.again, () => pageText(root));
    change();
    const slices = pageTextInSlices(root);
    const times: number[] = [];
    for (let isDone = false; !isDone; ) isDone = timed(times, () => slices.next()).done === true;
    times.forEach((time, at) => {
      cost.slices[at] = Math.min(time, cost.slices[at] ?? time);
    });
  }
  const page = pageText(root);
  for (const anchor of anchors) timed(cost.finds, () => findIn(page, anchor));
  for (const anchor of theirs) timed(cost.others, () => other?.find(anchor, root));

  cost.restFrames = await frames();
  const observer = new MutationObserver(records => {
    cost.mutations += records.length;
  });
  const controller = new AbortController();
  const watched: Watched[] = anchors.map((anchor, at) => ({ id: String(at), anchor }));
  change();
  observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  watch(watched, root, () => {}, controller.signal);
  cost.watchFrames = await frames();
  controller.abort();
  cost.mutations += observer.takeRecords().length;
  observer.disconnect();
  return cost;
}

Object.assign(globalThis, { measureLarge });
