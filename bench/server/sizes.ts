/** What a device pays when its workspace is large: the same pull beside a thousand records and beside a million. */
import { median, quantile } from '../figures.ts';
import type { Sideline } from './sideline.ts';

const PULLS = 10;
const IDLE = 200;
const PUSHES = 20;

export interface SizeFigures {
  /** Records in the workspace. */
  there: number;
  /** Ms for a page of 500 new records. */
  page: number;
  idle: number;
  idleP99: number;
  /** Ms for a push of 50. */
  push: number;
}

/** `there` and `more` as counts of other people's records; what is measured with comes on top. */
export async function measureSize(server: Sideline, there: number, more: number): Promise<SizeFigures> {
  await server.fill(more);
  await server.pull();
  const pages: number[] = [];
  for (let i = 0; i < PULLS; i++) {
    await server.push(server.notes(500), 100);
    pages.push((await server.pull()).requests[0] ?? Number.NaN);
  }
  const { requests: idle } = await server.idle(IDLE);
  const { requests: pushes } = await server.push(server.notes(PUSHES * 50), 50);
  await server.pull();
  return {
    there,
    page: median(pages),
    idle: median(idle),
    idleP99: quantile(idle, 0.99),
    push: median(pushes),
  };
}
