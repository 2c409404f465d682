/** The server alone: from the push of one note to the other device having pulled it, with no browser between. */
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { ticketResponse } from '#lib/sync/protocol.ts';
import { EXTENSION_ORIGIN } from '#testing/browser/extension.ts';
import type { Cast } from '#testing/server/cast.ts';
import type { TestMember } from '#testing/server/team.ts';

const NOTES = 30;

/** Ms for each note. Both devices are in this process, and so is the server. */
export async function measureWire(cast: Cast): Promise<number[]> {
  const coach = await cast.join('Nils Brandt', ['coach']);
  const rep = await cast.join('Vera Lind', ['coachee']);
  await cast.assign(coach, rep);
  const line = await openLine(cast, rep);
  let { cursor } = await rep.pull();
  const samples: number[] = [];
  for (let turn = 0; turn < NOTES; turn++) {
    const news = once(line, 'message', { signal: AbortSignal.timeout(10_000) });
    const note = coach.note(rep, { audience: 'pair' });
    const start = performance.now();
    await Promise.all([coach.push(note), news]);
    const pulled = await rep.pull(cursor);
    samples.push(performance.now() - start);
    if (pulled.records.length === 0) throw new Error('The poke came before the news.');
    cursor = pulled.cursor;
  }
  line.close();
  return samples;
}

/** As the extension opens it: with a ticket, and from the extension's own origin. */
async function openLine(cast: Cast, member: TestMember): Promise<WebSocket> {
  const response = await member.fetch('/v1/live/ticket', { method: 'POST' });
  const { ticket } = ticketResponse.parse(await response.json());
  const url = `${cast.url.replace(/^http/, 'ws')}/v1/live?ticket=${encodeURIComponent(ticket)}`;
  const line = new WebSocket(url, { origin: EXTENSION_ORIGIN });
  await once(line, 'open', { signal: AbortSignal.timeout(10_000) });
  return line;
}
