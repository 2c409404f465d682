/** After `wxt zip`: the hashes of what goes to the stores, for whoever builds it again from the source and compares. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';

export function zipHashes(folder = '.output'): Record<string, string> {
  const files = globSync(`${folder}/*.zip`).sort();
  return Object.fromEntries(
    files.map(file => [file, createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}

if (import.meta.main) for (const [file, hash] of Object.entries(zipHashes())) console.log(`${hash}  ${file}`);
