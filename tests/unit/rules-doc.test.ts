/** docs/rules.md has a row for each rule that the code names, with the file that holds it and the test that tries it. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Rules that no test tries yet. Give one of them a test and lower the number; it is never raised. */
const UNTESTED = 3;
const NO_TEST = '–';

const rows = readFileSync('docs/rules.md', 'utf8')
  .split('\n')
  .filter(line => /^\| R\d/.test(line))
  .map(line =>
    line
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  );
const cited = citedRules();

describe('docs/rules.md', () => {
  it('has a row for each rule that the code names', () => {
    expect(cited.size).toBeGreaterThan(60);
    const ids = rows.map(([id]) => id);
    expect([...cited].filter(([id]) => !ids.includes(id))).toEqual([]);
  });

  it('has each rule once', () => {
    const ids = rows.map(([id]) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it('has no more rules without a test than it had', () => {
    const untested = rows.flatMap(([id, , , test]) => (test === NO_TEST ? [id] : []));
    expect(untested).toHaveLength(UNTESTED);
  });

  it.each(rows)('%s: %s', (id = '', rule = '', file = '', test = '', ...more) => {
    expect(more).toEqual([]);
    expect(id).toMatch(/^R\d{3}$/);
    expect(rule).toMatch(/^\P{Ll}.*[.”]$/u);
    expect(missing(file)).toEqual([]);
    if (test === NO_TEST) return;
    expect(missing(test)).toEqual([]);
    expect(paths(test).filter(path => !/^tests\/.+\.test\.ts$/.test(path))).toEqual([]);
  });
});

/** Each rule that is named, alone or within a range ("R036–R038"), with a file that names it. */
function citedRules(): Map<string, string> {
  const found = new Map<string, string>();
  const files = globSync('{lib,server,components,entrypoints,locales}/**/*.{ts,tsx,css,html,json}');
  for (const file of files) {
    for (const [, from, to] of readFileSync(file, 'utf8').matchAll(/\bR(\d{3})\b(?:[–-]R(\d{3})\b)?/g)) {
      for (let id = Number(from); id <= Number(to ?? from); id++) {
        found.set(`R${String(id).padStart(3, '0')}`, file);
      }
    }
  }
  return found;
}

function paths(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(match => match[1] ?? '');
}

/** What a cell names that is not there; a cell that names nothing misses something too. */
function missing(cell: string): string[] {
  const named = paths(cell);
  return named.length === 0 ? [cell] : named.filter(path => !existsSync(path));
}
