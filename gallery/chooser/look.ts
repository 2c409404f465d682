/** How a story is looked at, as the address of the page says it. */
import type { Look } from '../stage.tsx';

export const LOOKS = {
  scheme: ['light', 'dark'],
  language: ['en', 'de'],
  direction: ['ltr', 'rtl'],
} as const satisfies { [K in keyof Look]: readonly Look[K][] };

/** The first of each where nothing, or something else, is asked for. */
export function lookIn(asked: URLSearchParams): Look {
  const scheme = LOOKS.scheme.find(each => each === asked.get('scheme')) ?? 'light';
  const language = LOOKS.language.find(each => each === asked.get('language')) ?? 'en';
  const direction = LOOKS.direction.find(each => each === asked.get('direction')) ?? 'ltr';
  return { scheme, language, direction };
}
