/** What `npm start` and `npm run dev` share: a server with a demo team, and the work pages, on this machine alone. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '#server/start.ts';
import type { PlantedAccount } from '#testing/browser/sign-in.ts';
import { DEMO_PORT, type Demo, demoArtifacts, startDemo } from '../demo/serve.ts';
import { seedDemo } from '../server/demo/seed.ts';

const SERVER_PORT = 8787;

type Team = Awaited<ReturnType<typeof seedDemo>>;

export interface DemoWorld {
  server: string;
  demo: Demo;
  /** Nobody where it was asked to be empty. */
  team: Team | undefined;
  /** What a device of the team keeps once it is signed in. */
  accountOf(device: Team['coach']): Promise<PlantedAccount>;
  stop(): Promise<void>;
}

/** Ends the process with a sentence where one of its ports is taken. */
export async function startDemoWorld({ empty }: { empty: boolean }): Promise<DemoWorld> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sideline-demo-'));
  const server = await startServer({ port: SERVER_PORT, dataDir, log: null }).catch(explainPort(SERVER_PORT));
  const demo = await startDemo({ port: DEMO_PORT }).catch(explainPort(DEMO_PORT));
  const { crm, doc, clip } = demoArtifacts(demo.url);
  const team = empty ? undefined : await seedDemo(server.context, { artifacts: { crm, doc, video: clip } });

  console.log(`
  Server      ${server.url}${team ? `   (sign in as ${team.people.mara.email}, password ${team.password})` : ''}
  A record    ${crm.url}
  A doc       ${doc.url}
  A clip      ${clip.url}
`);

  return {
    server: server.url,
    demo,
    team,
    async accountOf({ token, workspaceId, memberId, name }) {
      const me = await fetch(`${server.url}/v1/me`, { headers: { authorization: `Bearer ${token}` } });
      const { workspace, members } = (await me.json()) as { workspace: { name: string }; members: unknown[] };
      return {
        account: { server: server.url, token, workspaceId, memberId },
        identity: { workspaceId, workspaceName: workspace.name, memberId, name, server: server.url, members },
      };
    },
    async stop() {
      await demo.stop();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Whether a window can be opened here. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Ctrl+C, or whoever ends this process. */
export function untilStopped(): Promise<void> {
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
