/** The words of `locales`, as the built extension has them in its `_locales`. */
import de from '../../locales/de.json';
import en from '../../locales/en.json';

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

type Words = string | { [key: string]: Words };

/** By key, `sidebar_today`; plural forms in one text, with ` | ` between them, as @wxt-dev/i18n reads them. */
function flat(words: Words, key: string): [string, string][] {
  if (typeof words === 'string') return [[key, words]];
  if ('n' in words) return [[key, Object.values(words).join(' | ')]];
  return Object.entries(words).flatMap(([name, inner]) => flat(inner, key ? `${key}_${name}` : name));
}

const messages: Record<Language, Map<string, string>> = {
  en: new Map(flat(en, '')),
  de: new Map(flat(de, '')),
};

export function messageIn(language: Language, key: string, substitutions: string | string[] = []): string {
  const given = [substitutions].flat();
  const text = messages[language].get(key) ?? '';
  return text.replace(/\$(\$|\d)/g, (_, sign: string) =>
    sign === '$' ? '$' : (given[Number(sign) - 1] ?? ''),
  );
}
