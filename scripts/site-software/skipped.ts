/** Real software cannot be started here, and that is no fault of what is tested: a Debian package or npm one is missing. */
export class SiteSkipped extends Error {
  override name = 'SiteSkipped';

  constructor(reason: string) {
    super(`skipped: ${reason}`);
  }
}

/** The exit code of a start script that skipped. */
export const SKIPPED_EXIT = 3;
