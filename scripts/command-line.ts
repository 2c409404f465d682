/** What the commands that read a file and print figures share. */
import { readFileSync } from 'node:fs';

export interface CommandLine {
  /** Says why on standard error, and ends with 1. */
  fail(message: string): never;
  /** The text of a file. */
  read(file: string): string;
  /** The value of an option that is a whole number from 1; undefined where it is not given. */
  wholeNumber(text: string | undefined, option: string): number | undefined;
  /** What `parse` gives, such as node's parseArgs, or its complaint. */
  parsed<T>(parse: () => T): T;
}

export function commandLine(name: string): CommandLine {
  function fail(message: string): never {
    console.error(`${name}: ${message}`);
    process.exit(1);
  }
  const saying = (error: unknown) => (error instanceof Error ? error.message : String(error));
  return {
    fail,
    read(file) {
      try {
        return readFileSync(file, 'utf8');
      } catch (error) {
        fail(`cannot read ${file}: ${saying(error)}`);
      }
    },
    wholeNumber(text, option) {
      if (text === undefined) return undefined;
      if (!/^\d+$/.test(text) || Number(text) < 1) fail(`--${option} is a whole number from 1`);
      return Number(text);
    },
    parsed(parse) {
      try {
        return parse();
      } catch (error) {
        fail(saying(error));
      }
    },
  };
}

/** A number as the commands print it. */
export function digits(value: number): string {
  return String(Number(value.toFixed(4)));
}
