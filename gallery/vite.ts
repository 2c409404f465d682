/** How Vite builds the gallery, for its page and for the component tests. */
import { fileURLToPath } from 'node:url';
import type { InlineConfig, Plugin } from 'vite';
import { demoArtifacts } from '../demo/serve.ts';
import { demoRecords } from '../server/demo/records.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const standIn = `${root}gallery/stand-in/browser.ts`;
const TEAM = 'virtual:demo-team';

/** `now` (ms since 1970) is when the demo team's month of records ends. */
export function galleryConfig(now: number): InlineConfig {
  return {
    root,
    resolve: {
      alias: {
        'wxt/browser': standIn,
        '@wxt-dev/browser': standIn,
        '#i18n': `${root}.wxt/i18n/index.ts`,
      },
    },
    // Made a bundle of its own, it would bring along a second stand-in, which nobody tells the language.
    optimizeDeps: { exclude: ['@wxt-dev/i18n'] },
    plugins: [demoTeam(now)],
  };
}

/** The demo team's records are made in Node, because their ids are hashes; the page gets them as data. */
function demoTeam(now: number): Plugin {
  const memberIds = { mara: 'mara', ines: 'ines', tom: 'tom', jonas: 'jonas', leila: 'leila', sam: 'sam' };
  const { crm, doc, clip } = demoArtifacts('https://work.example');
  return {
    name: 'sideline:demo-team',
    resolveId: id => (id === TEAM ? `\0${TEAM}` : undefined),
    load(id) {
      if (id !== `\0${TEAM}`) return;
      const artifacts = { crm, doc, video: clip };
      const records = demoRecords({ workspaceId: 'team', memberIds, artifacts, now });
      const exported = { now, artifacts, records };
      return Object.entries(exported)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join('\n');
    },
  };
}
