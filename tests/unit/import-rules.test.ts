/** Who may import whom: the layout of docs/architecture.md, held by a test. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const PURE = ['lib/records', 'lib/time.ts'];
/** What pages of the extension stand on: everything but the background, which they reach by messages. */
const SHARED = [
  ...PURE,
  'lib/artifacts',
  'lib/anchors',
  'lib/coaching',
  'lib/store',
  'lib/sync',
  'lib/messages',
  'lib/device',
  'lib/actions',
];
/** For each part, what of ours it may import; its own folder always. Types count as much as code. */
const MAY_IMPORT: Record<string, string[]> = {
  'lib/records': [],
  'lib/artifacts': PURE,
  'lib/anchors': PURE,
  'lib/coaching': PURE,
  'lib/speech': PURE,
  'lib/store': [...PURE, 'lib/sync/protocol.ts'],
  'lib/sync': [...PURE, 'lib/store'],
  'lib/messages': [...PURE, 'lib/artifacts', 'lib/sync/protocol.ts'],
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
  'entrypoints/background.ts': ['lib'],
  entrypoints: [...SHARED, 'components'],
  components: SHARED,
  'lib/time.ts': [],
  server: [...PURE, 'lib/coaching', 'lib/sync/protocol.ts'],
  demo: [...PURE, 'lib/artifacts'],
};

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
  it('knows every folder of lib', () => {
    const unknown = new Set(files.filter(file => partOf(file) === undefined));
    expect([...unknown]).toEqual([]);
  });
  it('would notice a breach', () => {
    expect(allowed('lib/anchors', 'lib/store/db.ts')).toBe(false);
    expect(allowed('lib/anchors', 'lib/records/anchor.ts')).toBe(true);
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

/** Our own files that a file imports, as paths from the repository's root. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
    match => match[1] ?? '',
  );
  return specifiers
    .filter(each => /^(\.|#(lib|components|server|testing|tests)\/)/.test(each) && !each.endsWith('.css'))
    .map(each => (each.startsWith('#') ? each.slice(1) : normalize(join(dirname(file), each))));
}
