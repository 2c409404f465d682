/** TiddlyWiki from npm, with three tiddlers. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder, startDaemon, stopDaemon } from './daemon.ts';
import { runAsScript, type Site } from './site.ts';
import { needSoftware, SOFTWARE } from './software.ts';
import { wikiPages } from './wiki-pages.ts';

const PORT = Number(process.env.TIDDLYWIKI_PORT ?? 43552);

function prepare(folder: string): void {
  const tiddlers = join(folder, 'tiddlers');
  mkdirSync(tiddlers, { recursive: true });
  const info = join(folder, 'tiddlywiki.info');
  if (!existsSync(info)) {
    writeFileSync(
      info,
      JSON.stringify({
        plugins: ['tiddlywiki/tiddlyweb', 'tiddlywiki/filesystem'],
        themes: ['tiddlywiki/vanilla', 'tiddlywiki/snowwhite'],
      }),
    );
  }
  for (const { title, tiddler } of wikiPages) writeFileSync(join(tiddlers, `${title}.tid`), tiddler);
  const settings = {
    '$:/SiteTitle': 'Sales handbook',
    '$:/DefaultTiddlers': '[[Sales handbook]] [[Call guide]]',
  };
  for (const [title, text] of Object.entries(settings)) {
    writeFileSync(join(tiddlers, `${title.replace(/\W+/g, '_')}.tid`), `title: ${title}\n\n${text}\n`);
  }
}

export const tiddlywiki: Site = {
  name: 'tiddlywiki',
  async start() {
    const folder = dataFolder('tiddlywiki');
    needSoftware();
    const script = join(SOFTWARE, 'node_modules/tiddlywiki/tiddlywiki.js');
    prepare(folder);
    const url = `http://127.0.0.1:${PORT}/`;
    await startDaemon({
      folder,
      command: process.execPath,
      args: [script, '.', '--listen', 'host=127.0.0.1', `port=${PORT}`],
      url: `${url}status`,
    });
    return {
      url,
      pages: {
        wiki: url,
        guide: `${url}#Call%20guide`,
        otherGuide: `${url}#Follow-up`,
      },
      stop: async () => stopDaemon(folder),
    };
  },
  stop: () => stopDaemon(dataFolder('tiddlywiki')),
};

if (import.meta.main) await runAsScript(tiddlywiki);
