/**
 * `npm run sbom`: what Sideline is made of, from the lock file, by npm's own `npm sbom` (CycloneDX), and whether all of
 * it may be shipped. Writes `.output/sbom.cdx.json` (what runs), `.output/sbom-build.cdx.json` (with what builds and tests
 * it) and one file for each folder of packages that only a measurement or a test of sites installs.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { lockedPackages, odd, PACKAGE_FOLDERS } from './licences.ts';

interface Bom {
  file: string;
  options?: readonly string[];
  folder?: string;
}

const BOMS: readonly Bom[] = [
  { file: 'sbom.cdx.json', options: ['--omit', 'dev'] },
  { file: 'sbom-build.cdx.json' },
  ...PACKAGE_FOLDERS.map(folder => ({ file: `sbom-${folder.replaceAll('/', '-')}.cdx.json`, folder })),
];

mkdirSync('.output', { recursive: true });
for (const { file, options = [], folder = '.' } of BOMS) {
  const args = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'];
  const made = spawnSync('npm', [...args, ...options], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (made.status !== 0) {
    console.error(made.stderr);
    process.exit(1);
  }
  writeFileSync(`.output/${file}`, made.stdout);
  const { components } = JSON.parse(made.stdout) as { components: unknown[] };
  console.log(`.output/${file}: ${components.length} components`);
}

const refused = odd(lockedPackages().filter(({ dev }) => !dev));
for (const { name, license } of refused) console.error(`${name}: ${license ?? 'says no licence'}`);
if (refused.length > 0) process.exit(1);
console.log('Every licence of what runs is on the list (scripts/licences.ts).');
