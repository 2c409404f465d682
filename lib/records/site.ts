/**
 * A site that somebody taught Sideline: its definition, as plain data (docs/sites.md). Audience `author` keeps it to
 * the devices of its author; an owner shares it with the workspace by `workspace`. What the definition says is checked
 * by lib/artifacts on every device that uses it; here it is only JSON.
 */
import { z } from './zod.ts';

export const siteBody = z.looseObject({
  definition: z.record(z.string(), z.unknown()),
});
