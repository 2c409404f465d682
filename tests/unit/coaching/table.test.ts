import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRatings } from '#lib/coaching/calibration/read-ratings.ts';
import { numberIn, readTable } from '#lib/coaching/table.ts';

const cells = (text: string) => readTable(text).rows.map(row => row.cells);

describe('a table', () => {
  it.each([',', ';', '\t'])(
    'is read with %j between cells, any line break and a byte order mark',
    separator => {
      for (const end of ['\n', '\r\n', '\r']) {
        const text = `\uFEFF${[
          ['a', 'b'],
          ['1', '2'],
        ]
          .map(row => row.join(separator))
          .join(end)}${end}`;
        expect(cells(text)).toEqual([
          ['a', 'b'],
          ['1', '2'],
        ]);
      }
    },
  );
  it('takes separators, quotes and line breaks within quotes as text, and counts lines on', () => {
    const { rows } = readTable('"a, ""b""\nc",2\n\nd,4');
    expect(rows).toEqual([
      { line: 1, cells: ['a, "b"\nc', '2'] },
      { line: 4, cells: ['d', '4'] },
    ]);
  });
  it('says on which line a quote was left open', () => {
    expect(readTable('a,b\nc,"d\ne,f').openQuote).toBe(2);
  });
  it('keeps an empty last cell', () => {
    expect(cells('a,b,\n,,\n')).toEqual([['a', 'b', '']]);
    expect(cells('a,b,')).toEqual([['a', 'b', '']]);
  });
  it('finds the separator where a quoted cell goes over several lines', () => {
    expect(cells('"one;\ntwo",b\nc,d')).toEqual([
      ['one;\ntwo', 'b'],
      ['c', 'd'],
    ]);
    expect(cells('a pipe of 5";b\nc;"d"')).toEqual([
      ['a pipe of 5"', 'b'],
      ['c', 'd'],
    ]);
  });
  it('reads back whatever was quoted', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', '\t', 'é') });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 6 }), rows => {
        const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
        const file = rows.map(([a, b]) => `${quoted(a)},${quoted(b)}`).join('\r\n');
        const wanted = rows
          .map(row => row.map(cell => cell.trim()))
          .filter(row => row.some(cell => cell !== ''));
        expect(readTable(file).rows.map(row => row.cells)).toEqual(wanted);
      }),
    );
  });
  it('takes a decimal comma where the comma is free, and guesses nothing', () => {
    expect(numberIn('2,5', ';')).toBe(2.5);
    expect(numberIn('2,5', ',')).toBeNull();
    expect(numberIn('-.5', ',')).toBe(-0.5);
    for (const odd of ['', ' ', '1e3', '0x10', '1 000', '12 %', 'Infinity', '1.2.3', '--1']) {
      expect(numberIn(odd, ';')).toBeNull();
    }
  });
});

describe('a file of ratings', () => {
  it('needs no line of names, and takes the columns in the order that one gives', () => {
    const rating = { unit: 'u1', rater: 'ann', value: 2 };
    expect(readRatings('u1,ann,2').ratings).toEqual([rating]);
    expect(readRatings('Value;Unit;Rater\n2;u1;ann')).toMatchObject({ ratings: [rating], header: 1 });
    expect(readRatings('Einheit\tWer\tStufe\nu1\tann\t2')).toMatchObject({ ratings: [rating], header: 1 });
  });
  it('takes an empty value as missing', () => {
    expect(readRatings('u1,ann,\nu1,bob,N/A').ratings.map(({ value }) => value)).toEqual([null, null]);
  });
  it('names each row that it cannot use, by its line', () => {
    const { problems } = readRatings(
      'unit,rater,value\nu1,ann,2\n\nu1,bob,x\n,bob,1\nu2,,1\nu2,bob\nu1,ann,3',
    );
    expect(problems).toEqual([
      { line: 4, message: 'the value “x” is no number' },
      { line: 5, message: 'says no unit' },
      { line: 6, message: 'says no rater' },
      { line: 7, message: 'has 2 columns instead of 3' },
      { line: 8, message: '“ann” scored “u1” already on line 2' },
    ]);
  });
  it('does not take a bad first row for names', () => {
    expect(readRatings('u1,ann,x\nu1,bob,2').problems).toEqual([
      { line: 1, message: 'the value “x” is no number' },
    ]);
  });
});
