/** A team at a real server: the sidebar over many notes, the sending, and its way to the other browser. */

import { startCast } from '#testing/server/cast.ts';
import { demoArtifacts, startDemo } from '../demo/serve.ts';
import type { Row } from './figures.ts';
import { seedNotes } from './seed-notes.ts';
import { measureSend } from './send.ts';
import { measureSidebar } from './sidebar.ts';
import { measureWire } from './wire.ts';

const MANY = 10_000;
/** On the page that is shown; the rest lies elsewhere. */
const HERE = 20;

/** `port` is the demo pages'. */
export async function measureTeam(port: number): Promise<Row[]> {
  const demo = await startDemo({ port });
  const cast = await startCast({ dataDir: ':memory:' });
  try {
    const wire = await measureWire(cast);
    // Notes are between a coach and a rep: one rep's many notes never come to the other two browsers.
    const author = await cast.join('Mina Okonkwo', ['coach']);
    const busy = await cast.join('Amira Haddad', ['coachee']);
    const quiet = await cast.join('Tom Okafor', ['coachee']);
    for (const rep of [busy, quiet]) await cast.assign(author, rep);
    const page = demoArtifacts(demo.url).crm;
    await seedNotes(author, busy, { page, here: HERE, elsewhere: MANY - HERE });
    await seedNotes(author, quiet, { page, here: HERE, elsewhere: 0 });
    const sidebar = await measureSidebar(cast, { busy, quiet, page: page.url, many: MANY, few: HERE });
    return [...(await measureSend(cast, demo.artifacts.doc.url, wire)), ...sidebar];
  } finally {
    await cast.stop();
    await demo.stop();
  }
}
