/** The pages that are measured on: manuals from Debian's documentation packages, fetched, never committed. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { chanceFrom } from './chance.ts';

const DOC = 'usr/share/doc';

/** Package → pages in it. Different makers, generators, sizes; some with the same labels again and again. */
const PACKAGES: Record<string, string[]> = {
  'debian-policy': [
    `${DOC}/debian-policy/policy.html/ch-source.html`,
    `${DOC}/debian-policy/policy.html/upgrading-checklist.html`,
  ],
  'developers-reference': ['usr/share/developers-reference/resources.html'],
  'git-doc': [`${DOC}/git-doc/git-push.html`, `${DOC}/git-doc/git-rev-parse.html`],
  'postgresql-doc-15': [
    `${DOC}/postgresql-doc-15/html/functions-datetime.html`,
    `${DOC}/postgresql-doc-15/html/release-15.html`,
  ],
  'apache2-doc': [
    `${DOC}/apache2-doc/manual/en/mod/core.html`,
    `${DOC}/apache2-doc/manual/fr/mod/mod_include.html`,
    `${DOC}/apache2-doc/manual/ja/mod/mod_proxy.html`,
  ],
  'python3.11-doc': [
    `${DOC}/python3.11/html/library/decimal.html`,
    `${DOC}/python3.11/html/whatsnew/2.6.html`,
  ],
  'sqlite3-doc': [`${DOC}/sqlite3/lang_aggfunc.html`, `${DOC}/sqlite3/opcode.html`],
  'cmake-doc': [`${DOC}/cmake-data/html/manual/cmake-presets.7.html`],
  'bash-doc': [`${DOC}/bash/bash.html`],
};

export type Page = { name: string; file: string };

/** Fetches what is missing into `folder` and lists the pages; what cannot be had is said aloud and left out. */
export function getPages(folder: string): Page[] {
  const pages: Page[] = [];
  for (const [name, paths] of Object.entries(PACKAGES)) {
    const target = join(folder, name);
    try {
      if (!existsSync(target)) unpack(name, folder, target);
    } catch (error) {
      console.warn(
        `SKIPPED ${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`,
      );
      continue;
    }
    for (const path of paths) {
      const file = join(target, path);
      if (existsSync(file)) pages.push({ name: `${name}/${path.split('/').slice(-2).join('/')}`, file });
      else console.warn(`SKIPPED ${name}: no ${path} in it`);
    }
  }
  return pages;
}

/** Pages of these sizes, in bytes, are taken by chance: less is hardly a page, more takes all the time. */
const MIN_SIZE = 12_000;
const MAX_SIZE = 400_000;

/**
 * As many pages of the same packages as `getPages` has, drawn by `seed`, none of them one of its own: what was never
 * looked at while constants were set.
 */
export function getOtherPages(folder: string, seed: number): Page[] {
  const known = getPages(folder);
  const chance = chanceFrom(seed);
  const names = Object.keys(PACKAGES).filter(name => existsSync(join(folder, name)));
  const taken: Page[] = [];
  for (let turn = 0; taken.length < known.length && names.length > 0; turn++) {
    const name = names[turn % names.length] as string;
    const files = readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && /\.html(?:\.(?!gz)\w\w)?$/.test(entry.name))
      .map(entry => join(entry.parentPath, entry.name))
      .filter(file => ![...known, ...taken].some(page => page.file === file))
      .filter(file => statSync(file).size >= MIN_SIZE && statSync(file).size <= MAX_SIZE)
      .sort();
    if (files.length === 0) names.splice(names.indexOf(name), 1);
    else {
      const file = chance.pick(files);
      taken.push({
        name: `${name}/${relative(join(folder, name), file).split('/').slice(-2).join('/')}`,
        file,
      });
    }
  }
  return taken;
}

function unpack(name: string, folder: string, target: string): void {
  mkdirSync(folder, { recursive: true });
  execFileSync('apt-get', ['download', '-q', name], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const file = readdirSync(folder).find(entry => entry.startsWith(`${name}_`) && entry.endsWith('.deb'));
  if (!file) throw new Error(`apt-get downloaded no ${name}`);
  execFileSync('dpkg-deb', ['-x', join(folder, file), target]);
}
