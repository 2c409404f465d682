/** Which files of ours a file imports, read from its text: for the import rules and the picture of them. */
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** Our own files that a file imports, as paths from the repository's root. */
export function importsOf(file: string): string[] {
  return ownFiles(file, specifiersIn(readFileSync(file, 'utf8')));
}

/** The same without those of which it only needs types: they are gone when the code runs. */
export function codeOf(file: string): string[] {
  return ownFiles(file, codeIn(readFileSync(file, 'utf8')));
}

export function specifiersIn(text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(match => match[1] ?? '');
}

export function codeIn(text: string): string[] {
  const statements = text.matchAll(/^(?:import|export)\b(?:([^'";=]*?)\bfrom\s*|\s*)['"]([^'"]+)['"];$/gm);
  return [...statements].flatMap(([, names = '', specifier = '']) => (isTypes(names) ? [] : [specifier]));
}

function ownFiles(file: string, specifiers: readonly string[]): string[] {
  return specifiers
    .filter(each => /^(\.|#(lib|components|server|testing|tests)\/)/.test(each) && !each.endsWith('.css'))
    .map(each => (each.startsWith('#') ? each.slice(1) : normalize(join(dirname(file), each))));
}

/** `type { A }`, `{ type A, type B }`: not a name that is there at run time. */
function isTypes(names: string): boolean {
  if (/^\s*type\b/.test(names)) return true;
  const list = /^\s*\{([^}]*)\}\s*$/
    .exec(names)?.[1]
    ?.split(',')
    .filter(each => each.trim() !== '');
  return list?.every(each => /^\s*type\s/.test(each)) ?? false;
}
