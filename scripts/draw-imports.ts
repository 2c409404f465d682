/**
 * `npm run imports`: draws which folder needs which to run into docs/architecture.md, between its markers. It is made
 * from the code; a test fails when it is not the one that the code gives now. What may import what is another question:
 * tests/unit/import-rules.test.ts.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { codeOf } from '#testing/imports.ts';

export const PAGE = 'docs/architecture.md';

/** Shells that stand on the same things are one box. */
const TOGETHER: Record<string, string> = {
  'entrypoints/sidepanel': 'entrypoints/{sidepanel,dashboard,options,panel}',
  'entrypoints/dashboard': 'entrypoints/{sidepanel,dashboard,options,panel}',
  'entrypoints/options': 'entrypoints/{sidepanel,dashboard,options,panel}',
  'entrypoints/panel': 'entrypoints/{sidepanel,dashboard,options,panel}',
};
/** Small files that everything may import would be a line from each box. */
const LEFT_OUT = new Set(['lib/time.ts']);

export type Graph = Map<string, Set<string>>;

interface Picture {
  name: 'extension' | 'server';
  files: string;
  /** The box that a file belongs to; undefined leaves it out. */
  boxOf(file: string): string | undefined;
}

const PICTURES: Picture[] = [
  {
    name: 'extension',
    files: '{lib,components,entrypoints}/**/*.{ts,tsx}',
    boxOf(file) {
      const [top = '', second = ''] = file.split('/');
      if (LEFT_OUT.has(file)) return undefined;
      if (top === 'components') return top;
      if (top !== 'lib' && top !== 'entrypoints') return undefined;
      const folder = `${top}/${second}`;
      return TOGETHER[folder] ?? folder;
    },
  },
  {
    name: 'server',
    files: 'server/**/*.ts',
    boxOf(file) {
      const [top, second = ''] = file.split('/');
      return top === 'server' ? second : undefined;
    },
  },
];

/** The page with its pictures drawn anew. Throws where a marker is missing. */
export function drawn(page: string): string {
  return PICTURES.reduce((text, picture) => {
    const [begin, end] = [`<!-- imports: ${picture.name} -->`, `<!-- end of imports: ${picture.name} -->`];
    const [at, until] = [text.indexOf(begin), text.indexOf(end)];
    if (at < 0 || until < at) throw new Error(`${PAGE} has no place for the picture: ${begin} … ${end}`);
    return `${text.slice(0, at + begin.length)}\n\n${mermaid(reduce(graphOf(picture)))}\n\n${text.slice(until)}`;
  }, page);
}

function graphOf({ files, boxOf }: Picture): Graph {
  const graph: Graph = new Map();
  for (const file of globSync(files).sort()) {
    const from = boxOf(file);
    if (from === undefined) continue;
    const targets = graph.get(from) ?? new Set();
    graph.set(from, targets);
    for (const to of codeOf(file).map(boxOf)) if (to !== undefined && to !== from) targets.add(to);
  }
  return graph;
}

/** Leaves out each arrow that a longer way says already: whoever can be reached stays the same. */
export function reduce(graph: Graph): Graph {
  const less: Graph = new Map([...graph].map(([from, targets]) => [from, new Set(targets)]));
  for (const [from, targets] of less) {
    for (const to of [...targets].sort()) {
      targets.delete(to);
      if (!reaches(less, from, to)) targets.add(to);
    }
  }
  return less;
}

function reaches(graph: Graph, from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let box = open.pop(); box !== undefined; box = open.pop()) {
    for (const next of graph.get(box) ?? []) {
      if (next === to) return true;
      if (!seen.has(next)) open.push(next);
      seen.add(next);
    }
  }
  return false;
}

export function mermaid(graph: Graph): string {
  const boxes = [...new Set([...graph].flatMap(([from, targets]) => [from, ...targets]))].sort();
  const id = (box: string) => `b${boxes.indexOf(box)}`;
  const arrows = boxes.flatMap(from =>
    [...(graph.get(from) ?? [])].sort().map(to => `  ${id(from)} --> ${id(to)}`),
  );
  const lines = boxes.map(box => `  ${id(box)}["${box}"]`);
  return ['```mermaid', 'flowchart TD', ...lines, ...arrows, '```'].join('\n');
}

if (import.meta.main) {
  writeFileSync(PAGE, drawn(readFileSync(PAGE, 'utf8')));
  console.log(`${PAGE}: drawn from the code.`);
}
