/** What the documents point at is there: files, headings, and the paths of the index by question. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const pages = globSync('{*.md,docs/**/*.md}').sort();

describe.each(pages)('%s', page => {
  const text = readFileSync(page, 'utf8');
  it('links only to files and headings that there are', () => {
    expect(linksIn(text).filter(link => !leadsSomewhere(page, link))).toEqual([]);
  });
});

it('the index by question and the decisions name only files that there are', () => {
  const named = ['docs/README.md', ...globSync('docs/adr/*.md')].flatMap(page =>
    pathsIn(readFileSync(page, 'utf8')),
  );
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter(path => !existsSync(path))).toEqual([]);
});

it('every document is in the index or linked from the README', () => {
  const found = ['README.md', 'docs/README.md', 'docs/adr/README.md'].flatMap(page =>
    linksIn(readFileSync(page, 'utf8')).map(link => join(dirname(page), link.split('#')[0] ?? '')),
  );
  expect(globSync('docs/**/*.md').filter(page => page !== 'docs/README.md' && !found.includes(page))).toEqual(
    [],
  );
});

describe('a link', () => {
  it.each(['README.md', 'docs/sync.md#one-sync', 'docs/sync.md#what-happens-when-'])('leads to %s', link => {
    expect(leadsSomewhere('README.md', link)).toBe(true);
  });
  it.each(['nothing.md', 'docs/sync.md#nothing', '#nothing'])('to %s leads nowhere', link => {
    expect(leadsSomewhere('README.md', link)).toBe(false);
  });
});

/** Links within the repository, without code blocks. */
function linksIn(text: string): string[] {
  const prose = text.replace(/^( *)```[\s\S]*?^\1```/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter(link => !/^[a-z]+:/.test(link));
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', heading] = link.split('#');
  const file = path === '' ? page : join(dirname(page), path);
  if (!existsSync(file)) return false;
  return heading === undefined || headingsIn(readFileSync(file, 'utf8')).includes(heading);
}

/** The names of headings as GitHub makes them. */
function headingsIn(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Paths of the code in backticks; patterns such as `components/<concept>` are none. */
function pathsIn(text: string): string[] {
  return [...text.matchAll(/`((?:lib|components|entrypoints|server|tests|scripts|locales)\/[^`]*)`/g)]
    .map(([, path = '']) => path)
    .filter(path => !/[<>{}*]/.test(path));
}
