/**
 * One WebDriver BiDi line that two speak on: Puppeteer, for pages, and we ourselves, for the browser's own window,
 * which Puppeteer has no words for. Firefox takes only one such line.
 */
import type { ConnectionTransport } from 'puppeteer-core';
import { WebSocket } from 'ws';

/** Far above the numbers that Puppeteer counts up from. */
const FIRST_OWN_ID = 1_000_000_000;

export interface SharedLine {
  transport: ConnectionTransport;
  send(method: string, params: Record<string, unknown>): Promise<Record<string, unknown>>;
}

export async function openLine(url: string): Promise<SharedLine> {
  const socket = new WebSocket(url, { maxPayload: 256 * 1024 * 1024 });
  await new Promise<void>((done, fail) => {
    socket.once('open', () => done());
    socket.once('error', fail);
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  let next = FIRST_OWN_ID;
  const transport: ConnectionTransport = {
    send: message => socket.send(message),
    close: () => socket.close(),
  };
  socket.on('message', data => {
    const text = String(data);
    const answer = JSON.parse(text) as Answer;
    const own = answer.id === undefined ? undefined : waiting.get(answer.id);
    if (own) {
      waiting.delete(answer.id ?? 0);
      own(answer);
    } else transport.onmessage?.(text);
  });
  socket.on('close', () => transport.onclose?.());
  return {
    transport,
    send(method, params) {
      const id = next++;
      return new Promise((done, fail) => {
        waiting.set(id, answer =>
          answer.type === 'success'
            ? done(answer.result ?? {})
            : fail(new Error(`${method}: ${answer.error}: ${answer.message}`)),
        );
        socket.send(JSON.stringify({ id, method, params }));
      });
    },
  };
}

interface Answer {
  id?: number;
  type?: string;
  result?: Record<string, unknown>;
  error?: string;
  message?: string;
}
