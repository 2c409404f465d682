/** The software from npm that Sideline is tried on: packages of their own, which nobody else has to install. */
import { join } from 'node:path';
import { installPackages } from '#testing/install-packages.ts';
import { SiteSkipped } from './skipped.ts';

export const SOFTWARE = join(import.meta.dirname, '../../tests/sites/software');

/** Installs it where it is missing. Throws SiteSkipped where it cannot be had. */
export function needSoftware(): void {
  try {
    installPackages(SOFTWARE);
  } catch (error) {
    throw new SiteSkipped(error instanceof Error ? error.message : String(error));
  }
}
