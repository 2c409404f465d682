/** A browser profile of its own for each person, with what a person has granted before. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const EXTENSION_ID = 'iefickocfipinncknccklkdbpgbhlglc';

const PREFERENCES = 'Default/Preferences';

/** What a person had allowed before the browser started. */
export interface Grants {
  /** Origins such as `http://127.0.0.1:4747`. Patterns carry no port: the host is granted. */
  origins: string[];
  /** Optional permissions such as `notifications`. */
  permissions: string[];
}

/** With our button pinned, and developer mode on: otherwise Chromium leaves an unpacked extension off after its first reload. */
export function newProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), 'sideline-'));
  mkdirSync(join(profile, 'Default'));
  const preferences = { extensions: { ui: { developer_mode: true }, pinned_extensions: [EXTENSION_ID] } };
  writeFileSync(join(profile, PREFERENCES), JSON.stringify(preferences));
  return profile;
}

export function removeProfile(profile: string): void {
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}

/** A profile in which the browser was started once, so that it knows the extension: the same for all who copy it. */
let known: Promise<string> | undefined;

/**
 * A new profile with these grants, written the way the browser keeps them, since no automation may accept its prompt.
 * The browser writes down an extension at its first start: `startOnce` starts and ends one, for the first of a process.
 */
export async function grantedProfile(
  grants: Grants,
  startOnce: (profile: string) => Promise<void>,
): Promise<string> {
  known ??= prepare(startOnce);
  const profile = mkdtempSync(join(tmpdir(), 'sideline-'));
  cpSync(await known, profile, { recursive: true });
  grant(profile, grants);
  return profile;
}

async function prepare(startOnce: (profile: string) => Promise<void>): Promise<string> {
  const profile = newProfile();
  process.once('exit', () => removeProfile(profile));
  await startOnce(profile);
  return profile;
}

function grant(profile: string, { origins, permissions }: Grants): void {
  const file = join(profile, PREFERENCES);
  const preferences = JSON.parse(readFileSync(file, 'utf8'));
  const settings = preferences.extensions.settings[EXTENSION_ID];
  const patterns = origins.map(origin => `${new URL(origin).protocol}//${new URL(origin).hostname}/*`);
  for (const kind of ['active_permissions', 'granted_permissions', 'runtime_granted_permissions']) {
    settings[kind] ??= {};
    settings[kind].api = [...new Set([...(settings[kind].api ?? []), ...permissions])];
    settings[kind].explicit_host = [...new Set([...(settings[kind].explicit_host ?? []), ...patterns])];
  }
  writeFileSync(file, JSON.stringify(preferences));
}
