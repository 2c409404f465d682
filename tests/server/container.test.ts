/** The container's recipe: what it copies is all that the server needs, and the command in it starts it. */
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServerProcess } from '#testing/server/server-process.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const recipe = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');
/** What the last stage copies out of the repository. */
const copied = [...recipe.matchAll(/^COPY (?!--from)(.+) (\S+)$/gm)].flatMap(([, from = '']) =>
  from.split(' '),
);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sideline-container-'));
  for (const path of copied) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('the server starts with only the files that the Dockerfile copies, by its own command', async () => {
  const command = JSON.parse(/^CMD (\[.+\])$/m.exec(recipe)?.[1] ?? '[]') as string[];
  const [node, main = ''] = command;
  expect(node).toBe('node');
  const child = await startServerProcess(
    { DATA_DIR: join(folder, 'data'), HOST: '127.0.0.1' },
    [],
    join(folder, main),
  );
  try {
    expect((await fetch(`${child.url}/readyz`)).status).toBe(200);
  } finally {
    expect(await child.end('SIGTERM')).toBe(0);
  }
});

it('the server needs no package that is a development dependency', () => {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const code = copied.flatMap(path =>
    path.endsWith('.ts') ? [path] : globSync(`${path}/**/*.ts`, { cwd: ROOT }),
  );
  const packages = code.flatMap(file =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(/^(?!import type).*\bfrom '([^'.#][^']*)'/gm)].map(
      ([, name = '']) =>
        name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/'),
    ),
  );
  const missing = new Set(
    packages.filter(
      name => !name.startsWith('node:') && !builtinModules.includes(name) && !dependencies[name],
    ),
  );
  expect(code.length).toBeGreaterThan(100);
  expect([...missing]).toEqual([]);
});
