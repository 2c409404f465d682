/** Texts become text nodes and nothing else: no code of ours that makes markup, or code, of a string. */
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const files = globSync('{entrypoints,components,lib}/**/*.{ts,tsx}').map(
  // Comments may speak of them.
  file => [file, readFileSync(file, 'utf8').replaceAll(/^\s*(?:\/?\*|\/\/).*$/gm, '')] as const,
);

it.each([
  ['innerHTML', /\.(?:inner|outer)HTML\s*=[^=]/],
  ['insertAdjacentHTML', /insertAdjacentHTML/],
  ['document.write', /document\.write(?:ln)?\s*\(/],
  ['setHTMLUnsafe', /setHTMLUnsafe|createContextualFragment|parseFromString/],
  ['dangerouslySetInnerHTML', /dangerouslySetInnerHTML/],
  ['eval', /\beval\s*\(|new Function\b/],
  ['a timer from a string', /set(?:Timeout|Interval)\s*\(\s*['"`]/],
  ['srcdoc', /\.srcdoc\b|srcDoc=/],
])('%s is nowhere', (_name, pattern) => {
  expect(files.length).toBeGreaterThan(200);
  expect(files.filter(([, text]) => pattern.test(text)).map(([file]) => file)).toEqual([]);
});
