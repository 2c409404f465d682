/** What every start script offers. */
import { SiteSkipped, SKIPPED_EXIT } from './skipped.ts';

export interface RunningSite {
  url: string;
  /** Addresses of pages to test on, by name. */
  pages: Record<string, string>;
  stop(): Promise<void>;
}

export interface Site {
  name: string;
  /** Idempotent. Throws SiteSkipped where the software cannot be had. */
  start(): Promise<RunningSite>;
  /** Stops what an earlier start left running. */
  stop(): void;
}

/** `node scripts/site-software/<site>.ts start|stop`: prints the pages; exit code 3 when skipped. */
export async function runAsScript(site: Site): Promise<void> {
  if (process.argv[2] === 'stop') {
    site.stop();
    return;
  }
  try {
    const { pages } = await site.start();
    for (const [name, url] of Object.entries(pages)) console.log(`${name}: ${url}`);
  } catch (error) {
    if (!(error instanceof SiteSkipped)) throw error;
    console.log(error.message);
    process.exitCode = SKIPPED_EXIT;
  }
}
