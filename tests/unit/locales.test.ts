/** Every language says the same things, in words that Sideline uses; and nothing is said that no code asks for. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';

/** A message by its dotted key; with plural forms, one text for each form. */
type Messages = Map<string, Record<string, string>>;

/** In the store, a description longer than this is refused. */
const MAX_DESCRIPTION = 132;
/** English words are banned everywhere: they could be left over in any language. */
const BANNED =
  /(?<!\p{L})(failed|violations?|offenders?|compliance|underperformers?|surveillance|ratings?)(?!\p{L})/iu;
/** German compounds hide a word in the middle: any place counts. */
const BANNED_IN: Record<string, RegExp> = {
  de: /versag|verst[oö]ß|täter|überwach|leistungsbewert/iu,
};
/** One thing has one name. On the left what it is called, on the right other names that it once had. */
const ONE_NAME: Record<string, Readonly<Record<string, RegExp>>> = {
  de: {
    Anlass: /auslöser/iu,
    Auftrag: /briefing/iu,
    Coachs: /coaches/iu,
    Arbeitsbereich: /workspace/iu,
    Website: /(?<!\p{L})site(?!\p{L})/iu,
    Notizfenster: /panel/iu,
    'Sideline-Symbol': /knopf/iu,
    Umschalt: /shift/iu,
    'steht aus': /schuldet/iu,
  },
  en: { 'is not there yet': /(?<!\p{L})owes(?!\p{L})/iu },
};
const locales = new Map(
  globSync('locales/*.json')
    .sort()
    .map(file => [basename(file, '.json'), messagesOf(JSON.parse(readFileSync(file, 'utf8')))]),
);
const source = locales.get('en') ?? new Map();

describe.each([...locales])('%s', (language, messages) => {
  it('has the messages of English, no more and no fewer', () => {
    expect([...messages.keys()].sort()).toEqual([...source.keys()].sort());
  });
  it('has the same plural forms and placeholders in each', () => {
    const shapes = (all: Messages) =>
      Object.fromEntries([...all].map(([key, forms]) => [key, mapForms(forms, placeholdersOf)]));
    expect(shapes(messages)).toEqual(shapes(source));
  });
  it('leaves no message empty, nor with spaces around it', () => {
    const odd = texts(messages).filter(([, text]) => text === '' || text !== text.trim());
    expect(odd).toEqual([]);
  });
  it('uses no banned word', () => {
    const own = BANNED_IN[language];
    expect(texts(messages).filter(([, text]) => BANNED.test(text) || own?.test(text))).toEqual([]);
  });
  it.each([
    'composer.again.third',
    'composer.again.fourth',
    'composer.more.late',
    'note.late',
    'coach.stallNoLog',
    'coach.stallSilent',
    'coach.answeredInTime',
  ])('says the number that an owner can set, and none of its own: %s', key => {
    const { n = '' } = messages.get(key) ?? {};
    expect(n).toMatch(/\$\d/);
    expect(n.replace(/\$\d/g, '')).not.toMatch(/\d/);
  });
  it.each(Object.entries(ONE_NAME[language] ?? {}))('calls one thing by one name: %s', (_name, other) => {
    expect(texts(messages).filter(([, text]) => other.test(text))).toEqual([]);
  });
  it('describes the extension as briefly as the stores ask', () => {
    const description = messages.get('extDescription')?.text ?? '';
    expect(description.length).toBeGreaterThan(0);
    expect(description.length).toBeLessThanOrEqual(MAX_DESCRIPTION);
  });
});

describe('the code', () => {
  const used = usedKeys();
  it('asks only for messages that there are', () => {
    expect([...used].filter(key => !source.has(key))).toEqual([]);
  });
  it('asks for each message somewhere, but for those on the list', () => {
    expect([...source.keys()].filter(key => !used.has(key)).sort()).toEqual([]);
  });
  it('names each message in full, so that this test can see it', () => {
    const unseen = sources().flatMap(({ file, text }) =>
      [...text.matchAll(/\bi18n\.t\((?!\s*'[\w.]+'\s*[,)])[^\n]*/g)].map(([call]) => `${file}: ${call}`),
    );
    expect(unseen).toEqual([]);
  });
});

function messagesOf(tree: Record<string, unknown>, path = ''): Messages {
  const found: Messages = new Map();
  for (const [name, value] of Object.entries(tree)) {
    const key = path + name;
    if (typeof value === 'string') found.set(key, { text: value });
    else if (isPlural(value)) found.set(key, value);
    else if (typeof value === 'object' && value !== null)
      for (const [each, forms] of messagesOf({ ...value }, `${key}.`)) found.set(each, forms);
    else throw new Error(`${key} is neither a text nor a group of texts.`);
  }
  return found;
}

function isPlural(value: unknown): value is Record<string, string> {
  return typeof value === 'object' && value !== null && 'n' in value;
}

function mapForms<T>(forms: Record<string, string>, map: (text: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(forms).map(([form, text]) => [form, map(text)]));
}

function placeholdersOf(text: string): string[] {
  return (text.match(/\$\d|\{\w+\}/g) ?? []).sort();
}

function texts(messages: Messages): [string, string][] {
  return [...messages].flatMap(([key, forms]) =>
    Object.entries(forms).map(([form, text]): [string, string] => [`${key} (${form})`, text]),
  );
}

function usedKeys(): Set<string> {
  const all = sources().map(({ text }) => text);
  return new Set(
    all.flatMap(text =>
      [...text.matchAll(/\bi18n\.t\(\s*'([\w.]+)'|__MSG_(\w+)__/g)].map(([, called, named]) =>
        String(called ?? named),
      ),
    ),
  );
}

function sources(): { file: string; text: string }[] {
  return ['wxt.config.ts', ...globSync('{entrypoints,components,lib}/**/*.{ts,tsx,html}')].map(file => ({
    file,
    text: readFileSync(file, 'utf8'),
  }));
}
