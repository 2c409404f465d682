/** DokuWiki from Debian on PHP's own web server: three pages, readable without signing in. */
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder, startDaemon, stopDaemon } from './daemon.ts';
import { needPackages } from './debian-packages.ts';
import { runAsScript, type Site } from './site.ts';
import { wikiPages } from './wiki-pages.ts';

// php-cgi first: it satisfies the package's wish for a web server, which would otherwise install Apache.
const PACKAGES = ['php-cgi', 'php-cli', 'php-xml', 'dokuwiki'];
const PORT = Number(process.env.DOKUWIKI_PORT ?? 43551);
const DATA = [
  'attic',
  'cache',
  'index',
  'locks',
  'log',
  'media',
  'media_attic',
  'media_meta',
  'meta',
  'pages',
  'tmp',
];

/** Keeps configuration and data in our own folder: DokuWiki takes its folders from these two constants. */
function prepare(folder: string): string {
  const configuration = join(folder, 'conf');
  if (!existsSync(configuration))
    cpSync('/etc/dokuwiki', configuration, { recursive: true, dereference: false });
  for (const name of DATA) mkdirSync(join(folder, 'data', name), { recursive: true });
  writeFileSync(
    join(configuration, 'local.php'),
    `<?php
$conf['title'] = 'Sales handbook';
$conf['savedir'] = '${join(folder, 'data')}';
$conf['useacl'] = 0;
$conf['license'] = '';
$conf['updatecheck'] = 0;
`,
  );
  for (const { id, dokuwiki } of wikiPages) {
    const file = join(folder, 'data/pages', `${id.replaceAll(':', '/')}.txt`);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, dokuwiki);
  }
  const prepend = join(folder, 'prepend.php');
  writeFileSync(
    prepend,
    `<?php define('DOKU_CONF', '${configuration}/'); error_reporting(E_ALL & ~E_DEPRECATED & ~E_WARNING & ~E_NOTICE);\n`,
  );
  return prepend;
}

export const dokuwiki: Site = {
  name: 'dokuwiki',
  async start() {
    needPackages(PACKAGES);
    const folder = dataFolder('dokuwiki');
    const prepend = prepare(folder);
    const url = `http://127.0.0.1:${PORT}/`;
    const args = [
      '-S',
      `127.0.0.1:${PORT}`,
      '-t',
      '/usr/share/dokuwiki',
      '-d',
      `auto_prepend_file=${prepend}`,
    ];
    await startDaemon({
      folder,
      command: 'php',
      args,
      env: { PHP_CLI_SERVER_WORKERS: '4' },
      url: `${url}doku.php?id=start`,
    });
    return {
      url,
      pages: {
        start: `${url}doku.php?id=start`,
        guide: `${url}doku.php?id=sales:call_guide`,
        otherGuide: `${url}doku.php?id=sales:follow_up`,
      },
      stop: async () => stopDaemon(folder),
    };
  },
  stop: () => stopDaemon(dataFolder('dokuwiki')),
};

if (import.meta.main) await runAsScript(dokuwiki);
