/** Who may import whom: the layout of docs/architecture.md, held by a test. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codeIn, codeOf, importsOf, specifiersIn } from '#testing/imports.ts';

const PURE = ['lib/records', 'lib/time.ts'];
/** What pages of the extension stand on: everything but the background, which they reach by messages. */
const SHARED = [
  ...PURE,
  'lib/artifacts',
  'lib/anchors',
  'lib/coaching',
  'lib/names',
  'lib/store',
  'lib/sync',
  'lib/messages',
  'lib/device',
  'lib/actions',
];
/** The server's own order, from the storage up: what a folder may import of the others. */
const SERVER: Record<string, string[]> = {
  // The chain of the log is only hashes: whoever writes a workspace continues it.
  store: ['audit/chain.ts'],
  audit: ['store'],
  http: ['store'],
  'config.ts': ['http', 'store/database.ts'],
  'mail.ts': ['config.ts', 'http/network.ts'],
  // Names the types of all that is made at start, and imports no code: a test below sees to it.
  'context.ts': ['auth', 'config.ts', 'http', 'live', 'mail.ts', 'operate', 'store'],
  live: ['context.ts', 'http', 'store'],
  auth: ['audit', 'config.ts', 'context.ts', 'http', 'live', 'store'],
  sync: ['audit', 'context.ts', 'http', 'store'],
  words: ['audit/chain.ts', 'auth/limits.ts', 'http'],
  exchange: ['audit', 'auth', 'context.ts', 'http', 'live', 'store', 'sync', 'words'],
  insight: ['audit', 'context.ts', 'http', 'store', 'sync'],
  operate: ['audit', 'auth', 'config.ts', 'context.ts', 'exchange', 'http', 'live', 'store'],
  pages: ['audit', 'auth', 'context.ts', 'exchange', 'http', 'store', 'sync', 'words'],
  demo: ['auth', 'context.ts', 'store', 'sync'],
};
const OF_THE_SERVER = [...PURE, 'lib/coaching', 'lib/sync/protocol.ts', 'lib/sync/insight-protocol.ts'];

/** For each part, what of ours it may import; its own folder always. Types count as much as code. */
const MAY_IMPORT: Record<string, string[]> = {
  'lib/records': [],
  'lib/artifacts': PURE,
  'lib/anchors': PURE,
  'lib/coaching': PURE,
  'lib/names': [],
  'lib/speech': [...PURE, 'lib/coaching/metrics/statistics.ts'],
  'lib/exchange': [...PURE, 'lib/coaching/table.ts'],
  'lib/store': [...PURE, 'lib/artifacts/identify/current-key.ts', 'lib/sync/protocol.ts'],
  'lib/sync': [...PURE, 'lib/store'],
  'lib/messages': [...PURE, 'lib/artifacts', 'lib/sync/protocol.ts', 'lib/sync/insight-protocol.ts'],
  'lib/device': [...PURE, 'lib/coaching', 'lib/store', 'lib/sync'],
  'lib/actions': [
    ...PURE,
    'lib/artifacts',
    'lib/coaching',
    'lib/store',
    'lib/sync',
    'lib/messages',
    'lib/device',
  ],
  'lib/background': [
    ...PURE,
    'lib/artifacts',
    'lib/anchors/deep-link.ts',
    'lib/coaching',
    'lib/store',
    'lib/sync',
    'lib/messages',
    'lib/device',
    'lib/actions',
  ],
  'entrypoints/page': [...PURE, 'lib/artifacts', 'lib/messages'],
  'entrypoints/tools': [...PURE, 'lib/artifacts', 'lib/anchors', 'lib/messages', 'entrypoints/page/state.ts'],
  'entrypoints/captions': [...PURE, 'lib/artifacts/media', 'entrypoints/tools'],
  'entrypoints/clips': [...PURE, 'lib/artifacts/media', 'entrypoints/tools'],
  'entrypoints/sight': ['lib/anchors', 'entrypoints/tools'],
  'entrypoints/frame': ['entrypoints/tools'],
  'entrypoints/picking': ['lib/anchors', 'entrypoints/tools'],
  'entrypoints/times': ['lib/artifacts', 'entrypoints/tools'],
  'entrypoints/frames': ['entrypoints/tools'],
  'entrypoints/regions': [
    ...PURE,
    'lib/anchors',
    'lib/messages',
    'entrypoints/page/state.ts',
    'entrypoints/tools',
  ],
  'entrypoints/media': [
    ...PURE,
    'lib/artifacts/media',
    'lib/anchors',
    'lib/messages',
    'entrypoints/page/state.ts',
    'entrypoints/tools',
  ],
  'entrypoints/background.ts': ['lib'],
  entrypoints: [...SHARED, 'components'],
  components: SHARED,
  'lib/time.ts': [],
  server: OF_THE_SERVER,
  ...Object.fromEntries(
    Object.entries(SERVER).map(([part, others]) => [
      `server/${part}`,
      [...OF_THE_SERVER, ...others.map(other => `server/${other}`)],
    ]),
  ),
  demo: [...PURE, 'lib/artifacts'],
};

/** Parts that run anywhere: in a page, in the worker, on the server, in a test without a browser. */
const PURE_PARTS = [
  'lib/records',
  'lib/coaching',
  'lib/artifacts',
  'lib/anchors',
  'lib/names',
  'lib/speech',
  'lib/exchange',
];
/** Packages that need a browser or its database, with all that is sold beside them. */
const NOT_PURE = /^(?:#imports$|@?(?:wxt|wxt-dev|react|dexie)(?:[-/]|$))/;

/** Where no two files may need each other to run. */
const WITHOUT_CIRCLES = '{lib,components,entrypoints,server}/**/*.{ts,tsx}';

const files = globSync('{lib,entrypoints,components,server,demo}/**/*.{ts,tsx}').sort();

describe('import rules', () => {
  it('finds the code', () => {
    expect(files.length).toBeGreaterThan(100);
  });
  for (const part of Object.keys(MAY_IMPORT)) {
    it(`${part} imports only what it may`, () => {
      const breaches = files.filter(file => partOf(file) === part).flatMap(file => breachesIn(file, part));
      expect(breaches).toEqual([]);
    });
  }
  it('has a row for every folder of lib, and of the server', () => {
    const unknown = files.filter(file => {
      const part = partOf(file);
      return part === undefined || (part === 'server' && file.split('/').length > 2);
    });
    expect(unknown).toEqual([]);
  });
  it('notices an import that the table does not allow', () => {
    expect(allowed('lib/anchors', 'lib/store/db.ts')).toBe(false);
    expect(allowed('lib/anchors', 'lib/records/anchor.ts')).toBe(true);
    expect(allowed('server/http', 'server/context.ts')).toBe(false);
    expect(allowed('server/http', 'server/store/devices.ts')).toBe(true);
    expect(partOf('server/http/caller.ts')).toBe('server/http');
    expect(partOf('server/config.ts')).toBe('server/config.ts');
    expect(partOf('server/app.ts')).toBe('server');
  });
  it('the context of the server imports types and no code', () => {
    expect(codeOf('server/context.ts')).toEqual([]);
  });
});

describe('packages', () => {
  for (const part of PURE_PARTS) {
    it(`${part} imports nothing of the browser, React or Dexie`, () => {
      const breaches = files
        .filter(file => file.startsWith(`${part}/`))
        .flatMap(file => specifiersIn(readFileSync(file, 'utf8')).map(name => [file, name]))
        .filter(([, name = '']) => NOT_PURE.test(name));
      expect(breaches).toEqual([]);
    });
  }
  it.each(['wxt/browser', '@wxt-dev/i18n', 'react', 'react-dom/client', 'dexie', 'dexie-react-hooks'])(
    'notices %s',
    name => {
      const found = specifiersIn(`import type { A } from '${name}';\nimport '${name}';`);
      expect(found).toEqual([name, name]);
      expect(NOT_PURE.test(name)).toBe(true);
    },
  );
  it('live reads of views go through useLive', () => {
    const direct = files.filter(file =>
      specifiersIn(readFileSync(file, 'utf8')).includes('dexie-react-hooks'),
    );
    expect(direct).toEqual(['components/ui/use-live.ts']);
  });
  it.each(['zod', 'uuid', './dexie.ts', '@apache-annotator/dom'])('lets %s pass', name => {
    expect(NOT_PURE.test(name)).toBe(false);
  });
});

describe('circles', () => {
  it('no two files import code of each other, directly or by way of others', () => {
    const all = globSync(WITHOUT_CIRCLES);
    const graph = new Map(all.map(file => [file, codeOf(file)]));
    expect(graph.size).toBeGreaterThan(100);
    expect(circlesIn(graph)).toEqual([]);
  });
  it('notices a circle of three, and a file that imports itself', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', ['a']],
      ['d', ['d']],
      ['e', ['a']],
    ]);
    expect(circlesIn(graph)).toEqual([
      ['a', 'b', 'c'],
      ['d', 'd'],
    ]);
  });
  it('counts code and leaves out types', () => {
    const text = `import { type A, b } from './code.ts';
import type { C } from './type.ts';
import type { D, E } from './types.ts';
import './effect.ts';
export * from './again.ts';
export type { F } from './type-again.ts';
import Default, { type G } from './default.ts';
import { type H, i } from './lines.ts';
export const text = './text.ts';`;
    expect(codeIn(text)).toEqual(['./code.ts', './effect.ts', './again.ts', './default.ts', './lines.ts']);
  });
});

function breachesIn(file: string, part: string): string[] {
  return importsOf(file)
    .filter(target => !allowed(part, target))
    .map(target => `${file} → ${target}`);
}

function allowed(part: string, target: string): boolean {
  return [part, ...(MAY_IMPORT[part] ?? [])].some(path => target === path || target.startsWith(`${path}/`));
}

/** The longest part that the file lies in. */
function partOf(file: string): string | undefined {
  return Object.keys(MAY_IMPORT)
    .filter(part => file === part || file.startsWith(`${part}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/** One circle for each file that closes one, as the files on the way around it. */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string) => {
    const at = path.indexOf(file);
    if (at >= 0) {
      circles.push(at === path.length - 1 ? [file, file] : path.slice(at));
      return;
    }
    if (done.has(file)) return;
    path.push(file);
    for (const target of graph.get(file) ?? []) visit(target);
    path.pop();
    done.add(file);
  };
  for (const file of graph.keys()) visit(file);
  return circles;
}
