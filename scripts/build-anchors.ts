/**
 * Builds lib/anchors as one browser file, dist/anchors.js, which sets `globalThis.SidelineAnchors`: for the
 * benchmark, and for whoever wants to try anchors in a page's console.
 */

import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

export async function bundle(entry: string, minify: boolean): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify,
      target: 'es2023',
      lib: { entry, formats: ['iife'], name: 'SidelineBundle', fileName: 'anchors' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error(`vite built nothing from ${entry}`);
  return output.output[0].code;
}

if (import.meta.main) {
  const code = await bundle(`${root}bench/anchors/browser-entry.ts`, true);
  await mkdir(`${root}dist`, { recursive: true });
  await writeFile(`${root}dist/anchors.js`, code);
  console.log(`dist/anchors.js: ${code.length} bytes minified, ${gzipSync(code).length} gzipped`);
}
