/**
 * Reads CSV as RFC 4180 says, for tests that read back what the server wrote. It is strict on purpose: a quote within
 * an unquoted cell, text behind a closing quote and a line break outside quotes that is not CRLF are errors.
 */
export function parseCsv(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < text.length; ) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, separator);
    row.push(cell.value);
    at = cell.end;
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    if (text.slice(at, at + 2) !== '\r\n') throw new Error(`No end of a cell at ${at}.`);
    at += 2;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) throw new Error('The last row has no end.');
  return rows;
}

interface Cell {
  value: string;
  /** The index after its last character. */
  end: number;
}

function quotedCell(text: string, start: number): Cell {
  let value = '';
  for (let at = start + 1; ; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0) throw new Error(`The quote at ${start} has no end.`);
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}

function plainCell(text: string, start: number, separator: string): Cell {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\r') {
    if (text[end] === '"' || text[end] === '\n') throw new Error(`A cell has to be quoted at ${end}.`);
    end += 1;
  }
  return { value: text.slice(start, end), end };
}
