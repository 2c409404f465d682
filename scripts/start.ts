/**
 * `npm start`: Sideline to try, on this machine alone: a server with a demo team, three work pages, and a browser with
 * the extension signed in. Options: `--as rep` for the other side, `--empty` for an empty server and nobody signed in,
 * `--headless` to run the loop without a window and leave screenshots.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from '#testing/browser/extension.ts';
import { plantAccount } from '#testing/browser/sign-in.ts';
import { hasDisplay, startDemoWorld, untilStopped } from './demo-world.ts';
import { showLoop } from './show-loop.ts';

const { values } = parseArgs({
  options: {
    as: { type: 'string', default: 'coach' },
    empty: { type: 'boolean', default: false },
    headless: { type: 'boolean', default: false },
  },
});
if (values.as !== 'coach' && values.as !== 'rep') {
  console.error('npm start -- --as coach | rep');
  process.exit(2);
}

console.log('Building the extension …');
const built = spawnSync(process.execPath, ['scripts/build.ts', 'chrome'], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (built.status !== 0) process.exit(built.status ?? 1);

const world = await startDemoWorld({ empty: values.empty });
const { demo, team, accountOf } = world;
const granted = [demo.url];

if (values.headless || !hasDisplay()) {
  if (!team) {
    console.log('No display: the server and the pages run until Ctrl+C.');
    await untilStopped();
  } else {
    const folder = resolve('screenshots');
    mkdirSync(folder, { recursive: true });
    await showLoop({ demo, granted, coach: accountOf(team.coach), rep: accountOf(team.rep), folder });
    console.log(`No display: the loop ran headless. The screenshots are in ${folder}`);
  }
} else {
  const person = await launch({ headless: false, ...(team ? { granted } : { welcome: true }) });
  if (team) await plantAccount(person, await accountOf(values.as === 'rep' ? team.rep : team.coach));
  await person.visit(demo.artifacts.crm.url);
  console.log(
    team
      ? `The browser is signed in as ${values.as === 'rep' ? team.rep.name : team.coach.name}. Press Sideline's toolbar button, or Alt+Shift+S. Ctrl+C ends it all.`
      : `Press Sideline's toolbar button, or Alt+Shift+S. Start a workspace at ${world.server}. Ctrl+C ends it all.`,
  );
  await Promise.race([untilStopped(), new Promise(done => person.context.once('close', done))]);
  await person.close().catch(() => undefined);
}
await world.stop();
