/** Two builds of the same source are the same file, bit for bit: what the stores have can be checked against it. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { zipHashes } from './zip-hash.ts';

const hashes = [0, 1].map(() => {
  rmSync('.output/chrome-mv3', { recursive: true, force: true });
  const made = spawnSync('npx', ['--no-install', 'wxt', 'zip'], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (made.status !== 0) process.exit(made.status ?? 1);
  return Object.entries(zipHashes()).find(([file]) => file.endsWith('-chrome.zip'))?.[1];
});
console.log(hashes[0]);
if (hashes[0] === undefined || hashes[0] !== hashes[1]) {
  console.error(`zip: a second build gave ${hashes[1]}.`);
  process.exit(1);
}
