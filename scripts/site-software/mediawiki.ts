/**
 * MediaWiki from Debian, unpacked without being installed (its package insists on a web server), on PHP's own web
 * server with SQLite: three pages, readable without signing in.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder, startDaemon, stopDaemon } from './daemon.ts';
import { needPackages } from './debian-packages.ts';
import { runAsScript, type Site } from './site.ts';
import { SiteSkipped } from './skipped.ts';
import { wikiPages } from './wiki-pages.ts';

const PACKAGES = ['php-cgi', 'php-cli', 'php-xml', 'php-sqlite3', 'php-mbstring', 'php-intl'];
const PORT = Number(process.env.MEDIAWIKI_PORT ?? 43554);

function run(command: string, args: string[], cwd: string, input = ''): string | undefined {
  const { status, stderr, stdout, error } = spawnSync(command, args, { cwd, input, encoding: 'utf8' });
  return status === 0 ? undefined : `${command}: ${error?.message ?? (stderr || stdout)}`;
}

function unpack(folder: string): string {
  const program = join(folder, 'package/usr/share/mediawiki');
  if (existsSync(program)) return program;
  const names = ['mediawiki', 'mediawiki-classes'];
  // apt drops its rights while it downloads, and may not write here then; it says so and goes on.
  const problem = run('apt-get', ['download', '-qq', ...names], folder);
  const files = readdirSync(folder).filter(name => name.endsWith('.deb'));
  if (files.length < names.length)
    throw new SiteSkipped(`mediawiki cannot be downloaded: ${problem ?? 'no file came'}`);
  for (const file of files) {
    const failed = run('dpkg-deb', ['-x', file, 'package'], folder);
    if (failed) throw new Error(failed);
    rmSync(join(folder, file));
  }
  return program;
}

function setUp(folder: string, program: string): void {
  if (existsSync(join(folder, 'LocalSettings.php'))) return;
  const data = join(folder, 'data');
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data);
  const php = (script: string, args: string[], input?: string) => {
    const problem = run('php', [join(program, 'maintenance', script), ...args], folder, input);
    if (problem) throw new Error(problem);
  };
  php('install.php', [
    '--dbtype=sqlite',
    `--dbpath=${data}`,
    `--confpath=${folder}`,
    `--server=http://127.0.0.1:${PORT}`,
    '--scriptpath=',
    '--pass=admin-pass12345',
    'Sales handbook',
    'Admin',
  ]);
  for (const { title, paragraphs } of wikiPages) {
    php(
      'edit.php',
      ['--conf', join(folder, 'LocalSettings.php'), '--user', 'Admin', title],
      paragraphs.join('\n\n'),
    );
  }
}

export const mediawiki: Site = {
  name: 'mediawiki',
  async start() {
    needPackages(PACKAGES);
    const folder = dataFolder('mediawiki');
    const program = unpack(folder);
    setUp(folder, program);
    const url = `http://127.0.0.1:${PORT}/`;
    await startDaemon({
      folder,
      command: 'php',
      args: ['-S', `127.0.0.1:${PORT}`, '-t', program],
      env: { MW_CONFIG_FILE: join(folder, 'LocalSettings.php'), PHP_CLI_SERVER_WORKERS: '4' },
      url: `${url}index.php?title=Call_guide`,
    });
    return {
      url,
      pages: {
        guide: `${url}index.php?title=Call_guide`,
        otherGuide: `${url}index.php/Follow-up`,
      },
      stop: async () => stopDaemon(folder),
    };
  },
  stop: () => stopDaemon(dataFolder('mediawiki')),
};

if (import.meta.main) await runAsScript(mediawiki);
