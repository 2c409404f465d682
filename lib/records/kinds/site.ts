/**
 * A site that somebody taught Sideline: its definition, as plain data (docs/sites.md). With the audience `author` it
 * stays on its author's devices; with `workspace` an owner shares it. lib/artifacts checks the definition on every
 * device that uses it; here it is only JSON.
 */
import { z } from '../zod.ts';

export const siteBody = z.looseObject({
  definition: z.record(z.string(), z.unknown()),
});
