/** The contenders side by side: each does the same in turn, several times over, so that all see the machine alike. */
import type { Usage } from './child.ts';
import { type Contender, makeNotes, type Work } from './contender.ts';
import type { Sideline } from './sideline.ts';

const ROUNDS = 9;
/** Rounds before those that are not counted: engines compile, files grow. A server runs for weeks. */
const WARM = 3;
const RECORDS = 2000;
const IDLE = 100;

export interface SideFigures {
  name: string;
  /** One of each a round. */
  push50: Work[];
  push100: Work[];
  pull: Work[];
  idle: Work[];
  /** CPU of the server for one record that came in by 50, in ms: one a round. */
  pushCpu: number[];
  pullCpu: number[];
  /** When all is done. */
  memory: number;
}

export async function measureSide(contenders: readonly Contender[]): Promise<SideFigures[]> {
  const all = contenders.map(
    ({ name }): SideFigures => ({
      name,
      push50: [],
      push100: [],
      pull: [],
      idle: [],
      pushCpu: [],
      pullCpu: [],
      memory: 0,
    }),
  );
  for (let round = 1 - WARM; round <= ROUNDS; round++) {
    for (const [i, contender] of contenders.entries()) {
      const figures = all[i];
      if (!figures) continue;
      await oneRound(contender, round > 0 ? figures : undefined, RECORDS);
    }
  }
  for (const [i, contender] of contenders.entries()) {
    const figures = all[i];
    if (figures) figures.memory = contender.usage().memory;
  }
  return all;
}

async function oneRound(
  contender: Contender,
  figures: SideFigures | undefined,
  count: number,
): Promise<void> {
  const start = contender.usage();
  const push50 = await contender.push(notesFor(contender, count), 50);
  const pushed = contender.usage();
  const pull = await contender.pull();
  const pulled = contender.usage();
  if (pull.records !== count) throw new Error(`${contender.name}: ${pull.records} of ${count} came`);
  const push100 = await contender.push(notesFor(contender, count), 100);
  await contender.pull();
  const idle = await contender.idle(IDLE);
  if (!figures) return;
  figures.push50.push(push50);
  figures.push100.push(push100);
  figures.pull.push(pull);
  figures.idle.push(idle);
  figures.pushCpu.push(cpuBetween(start, pushed) / count);
  figures.pullCpu.push(cpuBetween(pushed, pulled) / count);
}

function notesFor(contender: Contender, count: number) {
  if ('notes' in contender) return (contender as Sideline).notes(count);
  return makeNotes(count, { workspaceId: 'bench', authorId: 'olive', subjectId: 'rep0' });
}

function cpuBetween(one: Usage, other: Usage): number {
  return other.cpu - one.cpu;
}
