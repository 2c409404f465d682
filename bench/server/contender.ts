/** What every contender can do, so that all are asked for the same. */
import { createRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Usage } from './child.ts';

export interface Work {
  /** Records that went or came. */
  records: number;
  /** All of it, in ms. */
  ms: number;
  /** Each request, in ms; none where the contender's own client makes them. */
  requests: number[];
}

export interface Contender {
  name: string;
  /** Puts these records in, in requests of `size`, one after the other. */
  push(records: readonly Envelope[], size: number): Promise<Work>;
  /** A reader that has seen all before the last push takes what is new, at most 500 a page. */
  pull(): Promise<Work>;
  /** The same reader asks when there is nothing new. */
  idle(times: number): Promise<Work>;
  usage(): Usage;
  stop(): Promise<void>;
}

/** Runs requests one after the other and adds their times up. */
export async function timed(
  records: number,
  requests: Iterable<() => Promise<{ ms: number }>>,
): Promise<Work> {
  const started = performance.now();
  const times: number[] = [];
  for (const each of requests) times.push((await each()).ms);
  return { records, ms: performance.now() - started, requests: times };
}

/** Slices of `size`. */
export function batches<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) =>
    list.slice(i * size, (i + 1) * size),
  );
}

/** Notes as the extension makes them, about 1 kB each as JSON. */
export function makeNotes(
  count: number,
  who: { workspaceId: string; authorId: string; subjectId: string; audience?: 'pair' | 'workspace' },
): Envelope[] {
  const { audience = 'pair', ...ids } = who;
  return Array.from({ length: count }, (_, i) =>
    createRecord(
      {
        ...ids,
        type: 'note',
        audience,
        body: {
          kind: 'correction',
          artifact: {
            kind: 'crm',
            site: 'demo',
            key: `https://crm.example|deal|${i}`,
            url: `https://crm.example/deals/${i}`,
            title: 'Birch & Sons, 40 seats',
          },
          anchor: {
            kind: 'words',
            quote: { exact: 'we will get back to you', prefix: 'and then ', suffix: ' some time soon' },
          },
          observation: 'You ended the call with “we will get back to you”, without a day or a name.',
          impact:
            'The customer cannot tell whether anything will happen, and nobody here knows when to look.',
          nextAction: 'Before you hang up, say who calls whom on which day, and write it into the next step.',
        },
      },
      Date.now(),
    ),
  );
}
