/** A contender's server: a process of its own, its CPU and memory read from /proc, all its children's included. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What the process has used so far: CPU in ms, memory (its share of it: PSS) in bytes. */
export interface Usage {
  cpu: number;
  memory: number;
}

export interface Child<T> {
  /** What it said when it was ready. */
  ready: T;
  usage(): Usage;
  /** Sends a message and waits for the answer. */
  ask(message: object): Promise<unknown>;
  stop(): Promise<void>;
}

/** Ticks of /proc a second, as on every Linux of today. */
const TICKS = 100;

/** Starts `file` beside this one. `alsoPid`: another process tree that works for it, such as a database's. */
export async function startChild<T>(
  file: string,
  { args = [], env = {}, alsoPid }: { args?: string[]; env?: Record<string, string>; alsoPid?: number },
): Promise<Child<T>> {
  const child: ChildProcess = fork(fileURLToPath(new URL(file, import.meta.url)), args, {
    env: { PATH: process.env.PATH, PORT: '0', ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = once(child, 'exit');
  const answer = async () => {
    const [message] = await Promise.race([
      once(child, 'message'),
      gone.then(() => Promise.reject(new Error(`${file} ended.`))),
    ]);
    return message;
  };
  const ready = (await answer()) as T;
  return {
    ready,
    usage: () => usageOf([child.pid, alsoPid].filter(pid => pid !== undefined)),
    ask(message) {
      child.send(message);
      return answer();
    },
    async stop() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function usageOf(roots: number[]): Usage {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    const stat = Number.isInteger(pid) ? statOf(pid) : undefined;
    if (stat) parents.set(pid, Number(stat[1]));
  }
  const all = [...roots];
  for (const root of all) for (const [pid, parent] of parents) if (parent === root) all.push(pid);
  const usage: Usage = { cpu: 0, memory: 0 };
  for (const pid of all) {
    // User and system time, its own and that of children that have ended.
    const times = statOf(pid)?.slice(11, 15) ?? [];
    usage.cpu += (times.reduce((sum, each) => sum + Number(each), 0) * 1000) / TICKS;
    usage.memory += pssOf(pid);
  }
  return usage;
}

/** The fields of /proc/<pid>/stat behind the name; undefined when the process is gone. */
function statOf(pid: number): string[] | undefined {
  const text = read(`/proc/${pid}/stat`);
  return text?.slice(text.lastIndexOf(')') + 2).split(' ');
}

function pssOf(pid: number): number {
  const found = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`) ?? '');
  return Number(found?.[1] ?? 0) * 1024;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The process ended between the list and the look.
    return undefined;
  }
}
