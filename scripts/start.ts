/**
 * `npm start`: Sideline to try, on this machine alone: a server with a demo team, three work pages, and a browser with
 * the extension signed in. Options: `--as rep` for the other side, `--empty` for an empty server and nobody signed in,
 * `--headless` to run the loop without a window and leave screenshots.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startServer } from '#server/start.ts';
import { launch } from '#testing/extension.ts';
import { plantAccount } from '#testing/sign-in.ts';
import { DEMO_PORT, demoArtifacts, startDemo } from '../demo/serve.ts';
import { seedDemo } from '../server/demo/seed.ts';
import { showLoop } from './show-loop.ts';

const SERVER_PORT = 8787;

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

const dataDir = mkdtempSync(join(tmpdir(), 'sideline-demo-'));
const server = await startServer({ port: SERVER_PORT, dataDir, log: null }).catch(explainPort(SERVER_PORT));
const demo = await startDemo({ port: DEMO_PORT }).catch(explainPort(DEMO_PORT));
const { crm, doc, clip } = demoArtifacts(demo.url);
const team = values.empty
  ? undefined
  : await seedDemo(server.context, { artifacts: { crm, doc, video: clip } });

const headless =
  values.headless || (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY);
const granted = [demo.url];

console.log(`
  Server      ${server.url}${team ? `   (sign in as ${team.people.mara.email}, password ${team.password})` : ''}
  A record    ${crm.url}
  A doc       ${doc.url}
  A clip      ${clip.url}
`);

if (headless) {
  if (!team) {
    console.log('No display: the server and the pages run until Ctrl+C.');
    await untilStopped();
  } else {
    const folder = resolve('screenshots');
    mkdirSync(folder, { recursive: true });
    const account = (device: typeof team.coach) => accountOf(device);
    await showLoop({ demo, granted, coach: account(team.coach), rep: account(team.rep), folder });
    console.log(`No display: the loop ran headless. The screenshots are in ${folder}`);
  }
} else {
  const person = await launch({ headless: false, ...(team ? { granted } : {}) });
  if (team) await plantAccount(person, await accountOf(values.as === 'rep' ? team.rep : team.coach));
  await person.visit(crm.url);
  console.log(
    team
      ? `The browser is signed in as ${values.as === 'rep' ? team.rep.name : team.coach.name}. Press Sideline's toolbar button, or Alt+Shift+S. Ctrl+C ends it all.`
      : `Press Sideline's toolbar button, or Alt+Shift+S. Start a workspace at ${server.url}. Ctrl+C ends it all.`,
  );
  await Promise.race([untilStopped(), new Promise(done => person.context.once('close', done))]);
  await person.close().catch(() => undefined);
}
await demo.stop();
await server.stop();
rmSync(dataDir, { recursive: true, force: true });

async function accountOf(device: NonNullable<typeof team>['coach']) {
  const { token, workspaceId, memberId, name } = device;
  const me = await fetch(`${server.url}/v1/me`, { headers: { authorization: `Bearer ${token}` } });
  const { workspace, members } = (await me.json()) as { workspace: { name: string }; members: unknown[] };
  return {
    account: { server: server.url, token, workspaceId, memberId },
    identity: { workspaceId, workspaceName: workspace.name, memberId, name, server: server.url, members },
  };
}

function untilStopped(): Promise<void> {
  return new Promise(done => {
    process.once('SIGINT', () => done());
    process.once('SIGTERM', () => done());
  });
}

function explainPort(port: number) {
  return (error: NodeJS.ErrnoException): never => {
    if (error.code !== 'EADDRINUSE') throw error;
    console.error(`Port ${port} is taken: is Sideline running already? Stop that one first.`);
    process.exit(1);
  };
}
