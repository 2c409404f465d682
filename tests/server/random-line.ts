/** What happens to a device's request on the unreliable network of the randomised test. */
import type { Chance } from '#testing/chance.ts';
import type { LineAnswer, LineRequest } from './line.ts';
import type { Device, World } from './random-world.ts';

const LINE_TROUBLE = [
  'request lost',
  'answer lost',
  'answer lost',
  'worker killed',
  'sent twice',
  'late',
  'error 500 after all',
  'busy',
  'too many',
  'a hotel’s sign-in page',
  'half an answer',
  'edited on the way',
  'edited on the way',
] as const;

const SERVER_TROUBLE = ['signed out before', 'server killed', 'server stopped', 'server restored'] as const;

/**
 * Resolves to undefined when the device gets no answer. `alone`: no other device is syncing, so the server
 * may go down.
 */
export async function sendWithTrouble(
  world: World,
  device: Device,
  request: LineRequest,
  { chance, alone }: { chance: Chance; alone: boolean },
): Promise<LineAnswer | undefined> {
  const { server } = world;
  const trouble = chance.pick(alone ? [...LINE_TROUBLE, ...SERVER_TROUBLE] : LINE_TROUBLE);
  world.say(`  ${device.name}: ${trouble}: ${request.method} ${request.path.split('?')[0]}`);
  switch (trouble) {
    case 'request lost':
      return undefined;
    case 'answer lost':
      await server.reach(request);
      return undefined;
    case 'worker killed':
      await server.reach(request);
      device.worker.abort();
      return undefined;
    case 'sent twice':
      await server.reach(request);
      return server.reach(request);
    case 'late':
      world.late.push(request);
      return undefined;
    case 'error 500 after all':
      await server.reach(request);
      return plain(500, 'oops');
    case 'busy':
      return plain(503, '', { 'retry-after': '5' });
    case 'too many':
      return plain(429, '', { 'retry-after': '1' });
    case 'a hotel’s sign-in page':
      return plain(200, '<!doctype html><title>Welcome</title>', { 'content-type': 'text/html' });
    case 'half an answer': {
      const answer = await server.reach(request);
      return answer && { ...answer, cutAfter: chance.below(answer.body.byteLength) };
    }
    case 'edited on the way': {
      const answer = await server.reach(request);
      await world.edit(device);
      return answer;
    }
    case 'signed out before':
      await server.revoke(device.token);
      return server.reach(request);
    case 'server killed': {
      // The random number of turns kills it before, during or after its work.
      const under = server.reach(request);
      for (let turns = chance.below(40); turns > 0; turns--) await new Promise(setImmediate);
      await world.restart('killed');
      await under;
      return undefined;
    }
    case 'server stopped': {
      const under = server.reach(request);
      await world.restart('stopped');
      return under;
    }
    case 'server restored': {
      const answer = await server.reach(request);
      if (world.kind.restores > 0) await world.restore();
      return answer;
    }
    default:
      return server.reach(request);
  }
}

function plain(status: number, text: string, headers: Record<string, string> = {}): LineAnswer {
  return { status, headers, body: Buffer.from(text) };
}
