/**
 * `npm run identify -- FILE`: what each address in a file is, by the site definitions that ship with Sideline. FILE has
 * one address a line. A line is answered with `site<TAB>key`, with `plain<TAB>address` where no definition knows it, or
 * with `invalid<TAB>line` where it is no web address. Empty lines are passed over. There is no page to look at here, so
 * self-hosted software, and whatever a definition reads from the page, stays plain.
 */
import { readFileSync } from 'node:fs';
import { webAddress } from '#lib/artifacts/identify/identify.ts';
import { plainAddress } from '#lib/artifacts/identify/page-address.ts';
import { matchPage } from '#lib/artifacts/identify/site-artifact.ts';
import { siteFor } from '#lib/artifacts/sites/find-site.ts';

/** The answer to one line. */
export function identifyLine(line: string): string {
  const address = webAddress(line);
  if (!address) return `invalid\t${line}`;
  const { definition } = siteFor(address.href);
  const match = definition && matchPage(definition, address);
  return match ? `${definition.id}\t${match.key}` : `plain\t${plainAddress(address)}`;
}

function main([file]: string[]): void {
  if (!file) fail('say which file: npm run identify -- FILE');
  const lines = read(file)
    .split(/\r?\n/)
    .map(line => line.trim());
  for (const line of lines) if (line) console.log(identifyLine(line));
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    fail(`cannot read ${file}: ${error instanceof Error ? error.message : error}`);
  }
}

function fail(message: string): never {
  console.error(`identify: ${message}`);
  process.exit(1);
}

if (import.meta.main) main(process.argv.slice(2));
