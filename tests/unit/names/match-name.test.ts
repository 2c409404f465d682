/** Whose name a site shows: a table of names as sites write them, and what must hold for every name. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { matchName, type Named, type NameMatch } from '#lib/names/match-name.ts';

const people = (...names: string[]): Named[] => names.map(name => ({ id: name, name }));
const told = (match: NameMatch) =>
  match.kind === 'sure' ? match.id : match.kind === 'unsure' ? match.ids.map(id => `${id}?`).join(' ') : '–';

const TEAM = people(
  'Mara Okafor',
  'Jonas Petersen',
  'Jürgen Müller',
  'Zoë van der Berg',
  'Ana García López',
  'Łukasz Wiśniewski',
  'Işıl Çağlar',
  'Nguyễn Văn Minh',
  'Nguyễn Thị Hà',
  'محمد علي',
  '田中 太郎',
  '高橋さくら',
  '김민수',
  'Søren Ødegård',
  'Юлия Иванова',
  'Anne-Marie O’Brien',
  'Jonas Berg',
  'Mei Lin',
  'Mei Lin Chen',
  'राम कुमार',
);

describe('names in a team', () => {
  test.each([
    // As it is, in other case, without accents.
    ['Mara Okafor', 'Mara Okafor'],
    ['MARA OKAFOR', 'Mara Okafor'],
    ['  mara   okafor ', 'Mara Okafor'],
    ['Jurgen Muller', 'Jürgen Müller'],
    ['Juergen Mueller', 'Jürgen Müller'],
    ['Jürgen Mueller', 'Jürgen Müller'],
    ['JÜRGEN MÜLLER', 'Jürgen Müller'],
    ['Lukasz Wisniewski', 'Łukasz Wiśniewski'],
    ['ŁUKASZ WIŚNIEWSKI', 'Łukasz Wiśniewski'],
    ['Isil Caglar', 'Işıl Çağlar'],
    ['IŞIL ÇAĞLAR', 'Işıl Çağlar'],
    ['Soren Odegard', 'Søren Ødegård'],
    ['Soeren Oedegaard', 'Søren Ødegård'],
    ['Nguyen Van Minh', 'Nguyễn Văn Minh'],
    ['Nguyen Thi Ha', 'Nguyễn Thị Hà'],
    ["Anne Marie O'Brien", 'Anne-Marie O’Brien'],
    ['Annemarie OBrien', 'Anne-Marie O’Brien'],
    ['юлия иванова', 'Юлия Иванова'],
    // A label before or after, in any language.
    ['Owner: Mara Okafor', 'Mara Okafor'],
    ['Followed by Mara Okafor', 'Mara Okafor'],
    ['Assigned to Mara Okafor', 'Mara Okafor'],
    ['Owner Mara Okafor', 'Mara Okafor'],
    ['Mara Okafor (Owner)', 'Mara Okafor'],
    ['Mara Okafor · Sales', 'Mara Okafor'],
    ['Mara Okafor – Account Executive', 'Mara Okafor'],
    ['Mara Okafor\nNorthwind GmbH', 'Mara Okafor'],
    ['Mara Okafor and 2 others', 'Mara Okafor'],
    ['Mara Okafor’s deal', 'Mara Okafor'],
    ['MO Mara Okafor', 'Mara Okafor'],
    ['Zuständig: Jürgen Müller', 'Jürgen Müller'],
    ['Betreut von Jürgen Müller', 'Jürgen Müller'],
    ['Besitzerin Zoë van der Berg', 'Zoë van der Berg'],
    ['Opiekun: Łukasz Wiśniewski', 'Łukasz Wiśniewski'],
    ['Işıl Çağlar tarafından takip ediliyor', 'Işıl Çağlar'],
    ['Người phụ trách: Nguyễn Văn Minh', 'Nguyễn Văn Minh'],
    ['المالك: محمد علي', 'محمد علي'],
    ['محمد علي (المالك)', 'محمد علي'],
    ['担当者：田中太郎', '田中 太郎'],
    ['田中 太郎 様', '田中 太郎'],
    ['田中太郎さん', '田中 太郎'],
    ['担当: 高橋 さくら', '高橋さくら'],
    ['담당자: 김민수님', '김민수'],
    ['Ответственный: Юлия Иванова', 'Юлия Иванова'],
    ['स्वामी: राम कुमार', 'राम कुमार'],
    ['Юлия Иванова (Yulia Ivanova)', 'Юлия Иванова'],
    // Initials.
    ['M. Okafor', 'Mara Okafor'],
    ['M Okafor', 'Mara Okafor'],
    ['Mara O.', 'Mara Okafor'],
    ['Followed by M. Okafor', 'Mara Okafor'],
    ['Okafor M.', 'Mara Okafor'],
    ['Okafor, M.', 'Mara Okafor'],
    ['J. Müller', 'Jürgen Müller'],
    ['Z. van der Berg', 'Zoë van der Berg'],
    ['A. García', 'Ana García López'],
    ['Jonas', 'Jonas Petersen? Jonas Berg?'],
    // The family name first.
    ['Okafor, Mara', 'Mara Okafor'],
    ['Okafor Mara', 'Mara Okafor'],
    ['Owner: Okafor, Mara (Sales)', 'Mara Okafor'],
    ['van der Berg, Zoë', 'Zoë van der Berg'],
    ['Minh Nguyen', 'Nguyễn Văn Minh'],
    ['Taro Tanaka', '–'],
    // Titles and middle names.
    ['Dr. Mara Okafor', 'Mara Okafor'],
    ['Frau Prof. Dr. Mara Okafor', 'Mara Okafor'],
    ['Okafor, Dr. Mara', 'Mara Okafor'],
    ['Mara Okafor, PhD', 'Mara Okafor'],
    ['Mara Adaeze Okafor', 'Mara Okafor'],
    ['Mara A. Okafor', 'Mara Okafor'],
    ['Okafor, Mara Adaeze', 'Mara Okafor'],
    // Double family names.
    ['Ana García', 'Ana García López'],
    ['Ana Garcia Lopez', 'Ana García López'],
    ['García López, Ana', 'Ana García López'],
    ['Zoë Berg', 'Zoë van der Berg'],
    // E-mail addresses and logins.
    ['mara.okafor@northwind.example', 'Mara Okafor'],
    ['Mara Okafor <mo@northwind.example>', 'Mara Okafor'],
    ['mokafor@northwind.example', 'Mara Okafor'],
    ['mara.okafor+crm@northwind.example', 'Mara Okafor'],
    ['mokafor', 'Mara Okafor'],
    ['@mokafor', 'Mara Okafor'],
    ['NORTHWIND\\mokafor', 'Mara Okafor'],
    ['mara.okafor', 'Mara Okafor'],
    ['mara_okafor', 'Mara Okafor'],
    ['okafor.mara', 'Mara Okafor'],
    ['m.okafor', 'Mara Okafor'],
    ['maraokafor', 'Mara Okafor'],
    ['MaraOkafor', 'Mara Okafor'],
    ['okaform', 'Mara Okafor'],
    ['marao', 'Mara Okafor'],
    ['Owner: mokafor', 'Mara Okafor'],
    ['jmueller', 'Jürgen Müller'],
    ['jmuller', 'Jürgen Müller'],
    ['zvanderberg', 'Zoë van der Berg'],
    ['lwisniewski', 'Łukasz Wiśniewski'],
    // One name inside another: the longer one is meant.
    ['Mei Lin', 'Mei Lin'],
    ['Mei Lin Chen', 'Mei Lin Chen'],
    ['Owner: Mei Lin', 'Mei Lin'],
    ['Owner: Mei Lin Chen', 'Mei Lin Chen'],
    // Ambiguous.
    ['Mara', 'Mara Okafor?'],
    ['Owner: Okafor', 'Mara Okafor?'],
    ['Dr. Okafor', 'Mara Okafor?'],
    ['Nguyễn', 'Nguyễn Văn Minh? Nguyễn Thị Hà?'],
    ['Mara Okafor, Jonas Petersen', 'Mara Okafor? Jonas Petersen?'],
    ['Created by Jonas Petersen for Mara Okafor', 'Jonas Petersen? Mara Okafor?'],
    ['Mara Okafor-Lind', 'Mara Okafor?'],
    ['Mara Okafor Lind', 'Mara Okafor?'],
    ['mokafor2', 'Mara Okafor?'],
    ['担当田中太郎', '田中 太郎?'],
    ['田中さん', '田中 太郎?'],
    // Somebody else.
    ['', '–'],
    ['Unassigned', '–'],
    ['Northwind Sales', '–'],
    ['Mara Lind', '–'],
    ['Lena Okafor', '–'],
    ['Lena M. Okafor', 'Mara Okafor?'],
    ['Bob Okaforson', '–'],
    ['Marta Okafor', '–'],
    ['Jürgen Miller', '–'],
    ['रीमा कुमार', '–'],
    ['Maz', '–'],
    ['12:40, 3 hours ago', '–'],
  ])('the text “%s” means %s', (text, expected) => {
    expect(told(matchName(text, TEAM))).toBe(expected);
  });
});

describe('two people who fit', () => {
  test.each<[string, string[], string]>([
    ['Mara O.', ['Mara Okafor', 'Mara Olsen'], 'Mara Okafor? Mara Olsen?'],
    ['Mara Olsen', ['Mara Okafor', 'Mara Olsen'], 'Mara Olsen'],
    ['M. Okafor', ['Mara Okafor', 'Michael Okafor'], 'Mara Okafor? Michael Okafor?'],
    ['mokafor', ['Mara Okafor', 'Michael Okafor'], 'Mara Okafor? Michael Okafor?'],
    ['Ana García', ['Ana García López', 'Ana García Ruiz'], 'Ana García López? Ana García Ruiz?'],
    ['Ana García', ['Ana García López', 'Ana García'], 'Ana García'],
    ['Owner: Ana García', ['Ana García López', 'Ana García'], 'Ana García'],
    ['Zoe Berg', ['Zoë Berg', 'Zoe Berg'], 'Zoe Berg'],
    ['Owner: Zoë Berg', ['Zoë Berg', 'Zoe Berg'], 'Zoë Berg'],
    ['Müller', ['Müller', 'Mueller'], 'Müller'],
    ['Owner: Mueller', ['Müller', 'Mueller'], 'Mueller'],
    ['Thomas Martin', ['Martin Thomas', 'Thomas Martin'], 'Thomas Martin'],
    ['John Smith Jr.', ['John Smith', 'John Smith Jr.'], 'John Smith Jr.'],
    ['Owner: John Smith Jr.', ['John Smith', 'John Smith Jr.'], 'John Smith Jr.'],
    ['Mara Okafor Lind', ['Mara Okafor', 'Mara Lind'], 'Mara Lind? Mara Okafor?'],
    ['Ana María García', ['María García', 'Ana García'], 'María García? Ana García?'],
    ['Ana Mara Okafor', ['Mara Okafor', 'Ana Mara Okafor'], 'Ana Mara Okafor'],
    ['Mara Okafor', ['Mara O.', 'Mara Okafor'], 'Mara Okafor'],
    ['Mara Olsen', ['Mara O.'], 'Mara O.?'],
    ['Mara Okafor', ['mokafor'], 'mokafor?'],
    ['Owner: Mara', ['Mara', 'Mara Okafor'], 'Mara'],
    ['Mara Lind', ['Mara'], 'Mara?'],
    ['Mara Okafor', ['mara.okafor@northwind.example'], 'mara.okafor@northwind.example'],
    ['Mara Okafor', ['Dr. Mara Okafor (Sales)'], 'Dr. Mara Okafor (Sales)'],
    ['Owner: Mara Okafor', ['Okafor, Mara'], 'Okafor, Mara'],
    ['Jack Black', ['Ben Lack'], '–'],
    ['が', ['か'], '–'],
  ])('the text “%s” among %j means %s', (text, names, expected) => {
    expect(told(matchName(text, people(...names)))).toBe(expected);
  });

  it('a name that two people share has to be asked about', () => {
    const both = [
      { id: '1', name: 'Mara Okafor' },
      { id: '2', name: 'Mara Okafor' },
    ];
    expect(matchName('Owner: Mara Okafor', both)).toEqual({ kind: 'unsure', ids: ['1', '2'] });
    expect(matchName('Mara Okafor', both)).toEqual({ kind: 'unsure', ids: ['1', '2'] });
  });
});

const FIRST = [
  'Mara',
  'Jonas',
  'Zoë',
  'Łukasz',
  'Işıl',
  'José',
  'Anne-Marie',
  'Nguyễn',
  'Søren',
  '太郎',
  'محمد',
  'Юлия',
];
const LAST = [
  'Okafor',
  'Petersen',
  'Müller',
  'García López',
  'van der Berg',
  'O’Brien',
  'Çağlar',
  'Lind',
  '田中',
  'علي',
  'Иванова',
];
const aName = fc.tuple(fc.constantFrom(...FIRST), fc.constantFrom(...LAST)).map(parts => parts.join(' '));
const aTeam = fc.uniqueArray(aName, { minLength: 1, maxLength: 6 }).map(names => people(...names));
const inAnyWay = (name: string) => {
  const [first = '', ...rest] = name.split(' ');
  const last = rest.join(' ');
  return [
    `Owner: ${name}`,
    `Followed by ${name}`,
    name.toUpperCase(),
    `${last}, ${first}`,
    `${[...first][0]}. ${last}`,
    `${first} ${[...last][0]}.`,
    `Dr. ${name}`,
    `${first} X. ${last}`,
    `${[...first][0]}${last}`.toLowerCase().replaceAll(' ', ''),
    `${first}.${last}@example.com`.replaceAll(' ', ''),
    first,
  ];
};

describe('any names', () => {
  it('one’s own name is sure, unless somebody else has it too', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(aName, fc.string()), { maxLength: 6 }), names => {
        const team = names.map((name, i) => ({ id: String(i), name }));
        for (const { id, name } of team) {
          const tidy = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
          const alike = team.filter(each => tidy(each.name) === tidy(name));
          if (tidy(name) === '') expect(matchName(name, team).kind).toBe('none');
          else if (alike.length === 1) expect(matchName(name, team)).toEqual({ kind: 'sure', id });
          else expect(matchName(name, team).kind).toBe('unsure');
        }
      }),
    );
  });

  it('a match is never sure of anybody but the person whose name is written, in whatever form', () => {
    fc.assert(
      fc.property(aTeam, fc.nat(), (team, n) => {
        const meant = team[n % team.length];
        if (!meant) return;
        for (const text of inAnyWay(meant.name)) {
          const match = matchName(text, team);
          if (match.kind === 'sure') expect([text, match.id]).toEqual([text, meant.id]);
        }
      }),
    );
  });

  it('a match does not depend on the order of the people, and finds nobody among none', () => {
    fc.assert(
      fc.property(aTeam, fc.string(), (team, text) => {
        expect(matchName(text, []).kind).toBe('none');
        for (const said of [text, ...team.map(({ name }) => `Owner: ${name}`)]) {
          const [one, other] = [matchName(said, team), matchName(said, [...team].reverse())];
          expect(one.kind).toBe(other.kind);
          if (one.kind === 'sure') expect(other).toEqual(one);
        }
      }),
    );
  });
});
