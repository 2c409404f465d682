/** The answer to somebody who has tried too often. */
import type { Context } from 'hono';
import type { AppEnv } from '#server/http/env.ts';
import { messagesFor } from '#server/words/choose-language.ts';
import { messagePage } from './layout.ts';

export function tooManyPage(c: Context<AppEnv>, waitMs: number): Response | Promise<Response> {
  const w = messagesFor(c);
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  c.header('retry-after', String(seconds));
  return c.html(messagePage(w, { title: w.tooMany.title, text: w.tooMany.text(seconds) }), 429);
}
