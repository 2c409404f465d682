/**
 * `npm run identify -- FILE`: what each address in a file is, by the site definitions that ship with Sideline. FILE has
 * one address a line. A line is answered with `site<TAB>key`, with `plain<TAB>address` where no definition knows it, or
 * with `invalid<TAB>line` where it is no web address. Empty lines are passed over. There is no page to look at here, so
 * self-hosted software, and whatever a definition reads from the page, stays plain.
 */
import { webAddress } from '#lib/artifacts/identify/identify.ts';
import { plainAddress } from '#lib/artifacts/identify/page-address.ts';
import { matchPage } from '#lib/artifacts/identify/site-artifact.ts';
import { siteFor } from '#lib/artifacts/sites/find-site.ts';
import { type CommandLine, commandLine } from './command-line.ts';

const command: CommandLine = commandLine('identify');

/** The answer to one line. */
export function identifyLine(line: string): string {
  const address = webAddress(line);
  if (!address) return `invalid\t${line}`;
  const { definition } = siteFor(address.href);
  const match = definition && matchPage(definition, address);
  return match ? `${definition.id}\t${match.key}` : `plain\t${plainAddress(address)}`;
}

function main([file]: string[]): void {
  if (!file) command.fail('say which file: npm run identify -- FILE');
  const lines = command
    .read(file)
    .split(/\r?\n/)
    .map(line => line.trim());
  for (const line of lines) if (line) console.log(identifyLine(line));
}

if (import.meta.main) main(process.argv.slice(2));
