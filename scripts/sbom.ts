/**
 * `npm run sbom`: what Sideline is made of, from the lock file, by npm's own `npm sbom` (CycloneDX), and whether all of
 * it may be shipped. Writes `.output/sbom.cdx.json` (what runs) and `.output/sbom-build.cdx.json` (with what builds it).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { lockedPackages, odd } from './licences.ts';

const FILES: Record<string, readonly string[]> = {
  'sbom.cdx.json': ['--omit', 'dev'],
  'sbom-build.cdx.json': [],
};

mkdirSync('.output', { recursive: true });
for (const [name, options] of Object.entries(FILES)) {
  const args = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'];
  const made = spawnSync('npm', [...args, ...options], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (made.status !== 0) {
    console.error(made.stderr);
    process.exit(1);
  }
  writeFileSync(`.output/${name}`, made.stdout);
  const { components } = JSON.parse(made.stdout) as { components: unknown[] };
  console.log(`.output/${name}: ${components.length} components`);
}

const refused = odd(lockedPackages().filter(({ dev }) => !dev));
for (const { name, license } of refused) console.error(`${name}: ${license ?? 'says no licence'}`);
if (refused.length > 0) process.exit(1);
console.log('Every licence of what runs is on the list (scripts/licences.ts).');
