/** One's own records as CSV: that a parser reads back what was written, and that no line of a cell begins a formula. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Envelope } from '#lib/records/envelope.ts';
import { csvLine, EXCEL_CELL, withoutFormulas } from '#server/exchange/own-data/csv.ts';
import { separatorFor } from '#server/exchange/own-data/separator.ts';
import { parseCsv } from '#testing/csv.ts';
import { startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';

const LINES = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
const FORMULA = /^[^\S\r\n]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const begins = (cell: string) => [cell, ...cell.split(LINES)].filter(line => FORMULA.test(line));

const ODD_CELLS = [
  "=cmd|' /C calc'!A0",
  "words\n=cmd|' /C calc'!A0",
  'words\r=1+1',
  'words\r\n@SUM(1)',
  'words\u2028=1',
  '\t=1',
  '\r=1',
  '\n=1',
  '  =1',
  '\u00a0=1',
  '\uff1d1+1',
  '"=1+1"',
  'a,b;c\td',
  'He said "no"',
  '',
  ' ',
  '\n',
];

describe('a line of CSV', () => {
  const cell = fc.oneof(
    fc.constantFrom(...ODD_CELLS),
    fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ';', ',', ' ', 'a', 'ä') }),
  );

  it.each([',', ';'] as const)('comes back as it was with %s, apart from the guard', separator => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), cells => {
        expect(parseCsv(csvLine(cells, separator), separator)).toEqual([cells.map(withoutFormulas)]);
      }),
    );
  });

  it('has no cell in which a line begins a formula, and the guard only adds apostrophes', () => {
    fc.assert(
      fc.property(cell, text => {
        const guarded = withoutFormulas(text);
        expect(begins(guarded)).toEqual([]);
        expect(guarded.replaceAll("'", '')).toBe(text.replaceAll("'", ''));
      }),
    );
  });

  it.each([' \n', '\f', '\v', '\u2028', ' \u2029'])('guards a long cell of %j in one pass', blank => {
    expect(withoutFormulas(`${blank.repeat(200_000)}=1`).endsWith("'=1")).toBe(true);
  });
});

describe('the separator', () => {
  it.each([
    ['de', ';'],
    ['de-DE,de;q=0.9,en;q=0.8', ';'],
    ['de-CH', ';'],
    ['fr-FR', ';'],
    ['es-MX', ','],
    ['es-ES', ';'],
    ['pt-BR', ';'],
    ['en-US,de;q=0.5', ','],
    ['en;q=0.5,de', ';'],
    ['en-GB', ','],
    ['en-ZA', ';'],
    ['ja', ','],
    ['*', ','],
    ['', ','],
    [undefined, ','],
    ['not a language;;;q=x', ','],
  ])('for a reader of %s is %s, the one that their spreadsheet splits at', (header, separator) => {
    expect(separatorFor(header)).toBe(separator);
  });
});

describe('the exported file', () => {
  let team: TestTeam & { owner: TestMember };
  let written: Envelope[];

  beforeAll(async () => {
    team = await startTeam();
    const { owner } = team;
    written = ODD_CELLS.filter(text => text.trim() !== '').map(text =>
      owner.note(owner, { body: { observation: text, impact: '=2+2', nextAction: `${text}\n-3` } }),
    );
    const long = { impact: '=2+2', extra: 'x'.repeat(EXCEL_CELL + 1) };
    written.push(owner.note(owner, { body: long }));
    const results = await owner.push(...written);
    expect(results.map(each => each.status)).toEqual(written.map(() => 'accepted'));
  });
  afterAll(() => team.stop());

  it.each([
    ['en', ','],
    ['de', ';'],
  ])(
    'has for a reader of %s every record in a row of its own, columns at %s',
    async (language, separator) => {
      const response = await team.owner.fetch('/v1/export?format=csv', {
        headers: { 'accept-language': language },
      });
      // `text()` would take the byte order mark away.
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
      expect(text.startsWith('\ufeff')).toBe(true);
      const [head = [], ...rows] = parseCsv(text.slice(1), separator);
      expect(head.length).toBeGreaterThan(10);
      expect(rows).toHaveLength(written.length);
      expect(rows.flat().flatMap(begins)).toEqual([]);
      const of = (row: string[], column: string) => row[head.indexOf(column)] ?? '';
      for (const record of written) {
        const row = rows.find(each => of(each, 'id') === record.id) ?? [];
        expect(row).toHaveLength(head.length);
        expect(JSON.parse(of(row, 'body'))).toEqual(record.body);
        expect(of(row, 'words')).toContain("'=2+2");
      }
    },
  );

  it('says which cells a spreadsheet cuts off', async () => {
    const text = await (await team.owner.fetch('/v1/export?format=csv')).text();
    const [head = [], ...rows] = parseCsv(text, ',');
    const remarks = rows.map(row => row[head.indexOf('remark')]).filter(Boolean);
    expect(remarks).toEqual([expect.stringMatching(/words, body.*32,767/)]);
  });
});
