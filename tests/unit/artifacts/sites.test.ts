import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { identify, probe } from '#lib/artifacts/identify/identify.ts';
import { findVideo } from '#lib/artifacts/media/find-video.ts';
import { definitionById, siteFor } from '#lib/artifacts/sites/find-site.ts';
import { builtInSites } from '#lib/artifacts/sites/index.ts';
import { artifactSchema } from '#lib/records/artifact.ts';
import { addresses } from './addresses.ts';
import { fixtures } from './fixtures.ts';
import { openPage } from './page.ts';

const root = join(import.meta.dirname, '../../..');
const ids = builtInSites.map(({ id }) => id).sort();
const fixtureFile = (id: string) => join(import.meta.dirname, 'fixtures', id, 'record.html');

describe('every site has its file, its fixture, its addresses and its row in the docs', () => {
  const files = readdirSync(join(root, 'lib/artifacts/sites'))
    .filter(name => !['index.ts', 'find-site.ts'].includes(name))
    .map(name => name.replace('.ts', ''));
  const rows = [
    ...readFileSync(join(root, 'docs/sites.md'), 'utf8').matchAll(/^\| .*? \| `([a-z0-9-]+)` +\|.*$/gm),
  ];

  test('every site has its file', () => expect(files.sort()).toEqual(ids));
  test('every site has its fixture', () => {
    expect(Object.keys(fixtures).sort()).toEqual(ids);
    expect(ids.filter(id => !existsSync(fixtureFile(id)))).toEqual([]);
  });
  test('every site has its addresses', () =>
    expect([...new Set(addresses.map(({ site }) => site))].sort()).toEqual(ids));
  test('every site has its row in the docs', () => expect(rows.map(([, id]) => id).sort()).toEqual(ids));
  test.each(ids)('the row of %s says honestly what it was tried on', id => {
    const row = rows.find(([, name]) => name === id)?.[0];
    const { tried } = definitionById(id) ?? {};
    expect(row).toContain(tried?.on === 'software' ? 'tried on the real software' : 'published shape only');
  });
});

describe.each(Object.entries(fixtures))('%s', (id, { url, expected }) => {
  const open = () => openPage(url, readFileSync(fixtureFile(id), 'utf8'));

  test('the background finds its definition by the host or by a mark in the page', () => {
    const found = siteFor(url);
    const foundId = found.definition?.id ?? probe(open().document, found.probes ?? []);
    expect(foundId).toBe(id);
  });

  test('the record on the fixture page is identified', () => {
    const artifact = identify(definitionById(id), open());
    expect(artifact).toMatchObject({ site: id, ...expected });
    expect(artifactSchema.parse(artifact)).toEqual(artifact);
  });

  test('a page whose markup has changed keeps its key and has some title', () => {
    const before = identify(definitionById(id), open());
    const bare = openPage(
      url,
      `<html><head>${open().document.head.innerHTML}</head><body class="${open().document.body.className}"><p>Nothing as it was before.</p></body></html>`,
    );
    const after = identify(definitionById(id), bare);
    expect(after?.key).toBe(before?.key);
    expect(after?.title).toBeTruthy();
  });
});

test('YouTube’s main video is not the one in the miniplayer', () => {
  const { url } = fixtures.youtube ?? { url: '' };
  const { document } = openPage(url, readFileSync(fixtureFile('youtube'), 'utf8'));
  expect(findVideo(document, definitionById('youtube'))?.className).toBe('html5-main-video');
});

test('a post without a recording is a doc, with the same key', () => {
  const { url } = fixtures.linkedin ?? { url: '' };
  const html = readFileSync(fixtureFile('linkedin'), 'utf8');
  const kinds = [html, html.replace('<video></video>', '')].map(text =>
    identify(definitionById('linkedin'), openPage(url, text)),
  );
  expect(kinds.map(artifact => artifact?.kind)).toEqual(['video', 'doc']);
  expect(kinds[0]?.key).toBe(kinds[1]?.key);
});
