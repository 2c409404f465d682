/**
 * `npm run dev`: the extension built anew, and reloaded, with each change (WXT's dev mode), with a server, a demo team
 * and the work pages beside it, on this machine alone. Where there is a display, a browser opens, signed in as the
 * coach; `--as rep` for the other side. Ctrl+C ends everything.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createServer } from 'wxt';
import { hasDisplay, startDemoWorld, untilStopped } from './demo-world.ts';

const BUILD = '.output/chrome-mv3-dev';

const { values } = parseArgs({ options: { as: { type: 'string', default: 'coach' } } });
if (values.as !== 'coach' && values.as !== 'rep') {
  console.error('npm run dev -- --as coach | rep');
  process.exit(2);
}

const stopped = untilStopped();
const world = await startDemoWorld({ empty: false });
// The browser that WXT would open has nobody signed in and no site granted: ours below has both.
const extension = await createServer({ webExt: { disabled: true } });
await extension.start();

if (hasDisplay()) await Promise.race([stopped, openBrowser()]);
else console.log(`No display: load ${resolve(BUILD)} in a browser of yours. Ctrl+C ends it all.`);
await stopped;

await extension.stop();
await world.stop();
// Whatever a tool of the build still watches is of no use now.
process.exit(0);

async function openBrowser(): Promise<void> {
  process.env.SIDELINE_BUILD = BUILD;
  // Only now: it reads at its import which build it opens.
  const [{ launch }, { plantAccount }] = await Promise.all([
    import('#testing/browser/extension.ts'),
    import('#testing/browser/sign-in.ts'),
  ]);
  const { demo, team, accountOf } = world;
  const person = await launch({ headless: false, granted: [demo.url] });
  if (team) await plantAccount(person, await accountOf(values.as === 'rep' ? team.rep : team.coach));
  await person.visit(demo.artifacts.crm.url);
  console.log('The browser is open. Press Sideline’s toolbar button, or Alt+Shift+S. Ctrl+C ends it all.');
}
