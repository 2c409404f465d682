import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeChapters } from '#lib/exchange/markers/chapters.ts';
import { writeCsv } from '#lib/exchange/markers/csv.ts';
import { readEdl } from '#lib/exchange/markers/edl.ts';
import {
  formatOfMarkers,
  MARKER_FORMATS,
  type MarkerFormat,
  readMarkers,
  writeMarkers,
} from '#lib/exchange/markers/formats.ts';
import { FRAME_RATES, frameRate } from '#lib/exchange/markers/frame-rate.ts';
import { type Marker, MarkerProblem } from '#lib/exchange/markers/marker.ts';
import { codeAt, frameAt, framesOf, msAt, msOfFrame, timecodeOf } from '#lib/exchange/markers/timecode.ts';

const df = frameRate('29.97df');
const clock = { rate: df, start: '01:00:00;00' };

describe('timecodes', () => {
  // As published tables of drop-frame have them.
  it.each([
    ['29.97df', '00:00:59;29', 1799],
    ['29.97df', '00:01:00;02', 1800],
    ['29.97df', '00:01:59;29', 3597],
    ['29.97df', '00:02:00;02', 3598],
    ['29.97df', '00:09:59;29', 17_981],
    ['29.97df', '00:10:00;00', 17_982],
    ['29.97df', '00:10:00;01', 17_983],
    ['29.97df', '00:11:00;02', 19_782],
    ['29.97df', '01:00:00;00', 107_892],
    ['29.97df', '10:00:00;00', 1_078_920],
    ['29.97df', '23:59:59;29', 2_589_407],
    ['59.94df', '00:00:59;59', 3599],
    ['59.94df', '00:01:00;04', 3600],
    ['59.94df', '00:10:00;00', 35_964],
    ['59.94df', '01:00:00;00', 215_784],
    ['25', '00:01:00:00', 1500],
    ['23.976', '01:00:00:00', 86_400],
    ['30', '00:01:00:00', 1800],
  ])('at %s, %s is picture %i', (fps, code, frames) => {
    expect(framesOf(code, frameRate(fps))).toBe(frames);
    expect(timecodeOf(frames, frameRate(fps))).toBe(code);
  });
  it('an hour of drop-frame is an hour of the clock, to a tenth of a second', () => {
    expect(Math.abs(msOfFrame(framesOf('01:00:00;00', df), df) - 3_600_000)).toBeLessThan(100);
    const ndf = frameRate('29.97');
    expect(msOfFrame(framesOf('01:00:00:00', ndf), ndf)).toBe(3_603_600);
  });
  it('every picture has a code, and each code its picture', () => {
    const anyRate = fc.constantFrom(...FRAME_RATES);
    fc.assert(
      fc.property(anyRate, fc.integer({ min: 0, max: 2_000_000 }), (rate, frame) => {
        const day = rate.nominal * 60 * 60 * 24 - rate.dropped * 54 * 24;
        fc.pre(frame < day);
        expect(framesOf(timecodeOf(frame, rate), rate)).toBe(frame);
        expect(frameAt(msOfFrame(frame, rate), rate)).toBe(frame);
      }),
    );
  });
  it('codes follow one another without a gap and without one twice', () => {
    const codes = Array.from({ length: 40_000 }, (_, frame) => timecodeOf(frame, df));
    expect(new Set(codes).size).toBe(codes.length);
    expect([...codes].sort()).toEqual(codes);
  });
  it.each([
    ['00:01:00;00', df, 'does not exist'],
    ['00:01:00:01', df, 'does not exist'],
    ['00:00:00:30', df, 'has 30 pictures'],
    ['00:00:60:00', df, 'no timecode'],
    ['soon', df, 'no timecode'],
  ])('%s is refused', (code, rate, reason) => {
    expect(() => framesOf(code, rate)).toThrow(reason);
  });
  it('a code before the recording’s first picture is refused', () => {
    expect(() => msAt('00:59:59;29', clock)).toThrow('before the start');
    expect(msAt('01:00:00;00', clock)).toBe(0);
    expect(codeAt(60_060, clock)).toBe('01:01:00;02');
  });
  it('a recording that goes over midnight has its codes begin anew, and they are read back', () => {
    for (const rate of FRAME_RATES) {
      const late = { rate, start: `23:59:50${rate.dropped ? ';' : ':'}00` };
      for (const ms of [0, 9000, 11_000, 3_600_000])
        expect(Math.abs(msAt(codeAt(ms, late), late) - ms), rate.name).toBeLessThan(25);
    }
  });
  it.each(['23.98', '29.97NDF', '25.00', ' 60 ', '29.97DF'])('takes %s for a frame rate', text => {
    expect(frameRate(text).nominal).toBeGreaterThan(0);
  });
  it.each(['', '0', '31', '29.97 df', 'fast', '25df'])('refuses %j as a frame rate', text => {
    expect(() => frameRate(text)).toThrow(MarkerProblem);
  });
});

const MARKERS: Marker[] = [
  { start: 5005, end: null, name: 'Hook', text: 'You name the number & wait.' },
  { start: 60_060, end: 70_070, name: 'Close "now"', text: 'Say <when>; it’s short – “Größe”.' },
];

describe.each(['edl', 'fcpxml', 'csv', 'json'] as const)('%s', format => {
  it.each(FRAME_RATES.map(rate => rate.name))('there and back at %s', async fps => {
    const at = { rate: frameRate(fps), start: fps.endsWith('df') ? '01:00:00;00' : '01:00:00:00' };
    const onPictures = MARKERS.map(({ start, end, ...rest }) => {
      const snap = (ms: number) => msOfFrame(frameAt(ms, at.rate), at.rate);
      return { ...rest, start: snap(start), end: end === null ? null : snap(end) };
    });
    const { text } = writeMarkers(onPictures, format, at);
    expect(formatOfMarkers(text)).toBe(format);
    expect((await readMarkers(text, format, at)).markers).toEqual(onPictures);
  });
  it('anything that one can type comes back, on one line where the format has lines', async () => {
    const typed = fc.string({ unit: 'grapheme', maxLength: 60 });
    const plain = (text: string) => {
      if (format === 'json') return text;
      if (format === 'fcpxml')
        return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
      if (format === 'csv') return text.trim();
      return text.replace(/\s+/g, ' ').trim().replaceAll('|', '/');
    };
    await fc.assert(
      fc.asyncProperty(typed, typed, fc.integer({ min: 0, max: 100_000 }), async (name, text, frame) => {
        const start = msOfFrame(frame, df);
        const written = writeMarkers([{ start, end: null, name, text }], format, clock).text;
        const [back] = (await readMarkers(written, format, clock)).markers;
        expect(back).toEqual({ start, end: null, name: plain(name), text: plain(text) });
      }),
    );
  });
});

describe('WebVTT and SRT', () => {
  it.each(['vtt', 'srt'] as const)(
    '%s: a range comes back, a moment as a range of three seconds',
    async format => {
      const { text } = writeMarkers(MARKERS, format);
      expect(formatOfMarkers(text)).toBe(format);
      const { markers } = await readMarkers(text, format);
      const lines = format === 'srt' ? 'Say ‹when›; it’s short – “Größe”.' : MARKERS[1]?.text;
      expect(markers).toEqual([
        { ...MARKERS[0], end: 8005 },
        { ...MARKERS[1], text: lines },
      ]);
    },
  );
  it('no text ends its cue, or begins another', async () => {
    const nasty = { start: 0, end: 1000, name: 'A\n\n2', text: '00:00:05.000 --> 00:00:06.000\n\nWEBVTT' };
    for (const format of ['vtt', 'srt'] as const)
      expect((await readMarkers(writeMarkers([nasty], format).text, format)).markers).toHaveLength(1);
  });
});

describe('EDL', () => {
  it('reads what Avid and Premiere write as locators', () => {
    const edl =
      'TITLE: Cut\r\nFCM: DROP FRAME\r\n\r\n001  AX  V  C  00:00:00:00 00:00:10:00 01:00:00:00 01:00:10:00\r\n* LOC: 01:00:02:05 RED     The hand-over\r\n';
    const { markers, drop } = readEdl(edl, clock);
    expect(drop).toBe(true);
    expect(markers).toEqual([{ start: msOfFrame(65, df), end: null, name: 'The hand-over', text: '' }]);
  });
  it('reads what Resolve writes, with a length in pictures', () => {
    const edl =
      'TITLE: T\nFCM: NON-DROP FRAME\n\n001  001      V     C        01:00:04:00 01:00:04:01 01:00:04:00 01:00:04:01  \nNote here |C:ResolveColorRed |M:Marker 1 |D:50\n';
    const at = { rate: frameRate('25'), start: '01:00:00:00' };
    expect(readEdl(edl, at).markers).toEqual([
      { start: 4000, end: 6000, name: 'Marker 1', text: 'Note here' },
    ]);
  });
  it('says so where the file counts otherwise than the frame rate', async () => {
    const edl = 'TITLE: T\nFCM: NON-DROP FRAME\n';
    expect((await readMarkers(edl, 'edl', clock)).warnings).toEqual([
      'the file says non-drop-frame, and it was read at 29.97df',
    ]);
  });
  it('names the line that it cannot read', () => {
    const edl = 'TITLE: T\n* LOC: 01:01:00:00 RED no such picture\n';
    expect(() => readEdl(edl, clock)).toThrow('line 2: 01:01:00:00 does not exist');
  });
  it('refuses more markers than a list can hold', () => {
    const many = Array.from({ length: 1000 }, (_, i) => ({ start: i * 1000, end: null, name: '', text: '' }));
    expect(() => writeMarkers(many, 'edl', clock)).toThrow('999');
  });
});

describe('FCPXML', () => {
  it('finds a marker on a clip that was cut and moved', async () => {
    const xml = `<?xml version="1.0"?><!DOCTYPE fcpxml><fcpxml version="1.9"><resources><format id="r1" frameDuration="1/25s"/></resources>
      <library><event><project><sequence format="r1" tcStart="3600s"><spine>
        <asset-clip offset="3600s" start="0s" duration="10s"><marker start="2s" duration="1/25s" value="A"/></asset-clip>
        <asset-clip offset="3610s" start="100s" duration="10s">
          <marker start="103s" duration="2s" value="B" note="longer"/>
          <title offset="105s" start="3600s" duration="1s"><chapter-marker start="3600.5s" value="C"/></title>
        </asset-clip>
      </spine></sequence></project></event></library></fcpxml>`;
    expect((await readMarkers(xml, 'fcpxml')).markers).toEqual([
      { start: 2000, end: null, name: 'A', text: '' },
      { start: 13_000, end: 15_000, name: 'B', text: 'longer' },
      { start: 15_500, end: null, name: 'C', text: '' },
    ]);
  });
  it.each([
    ['<fcpxml>', 'no XML'],
    ['<?xml version="1.0"?><html/>', 'no FCPXML'],
    [
      '<fcpxml><sequence><spine><gap offset="0s"><marker start="1/0s"/></gap></spine></sequence></fcpxml>',
      'no time such as',
    ],
  ])('%s is refused', async (xml, reason) => {
    await expect(readMarkers(xml, 'fcpxml')).rejects.toThrow(reason);
  });
});

describe('CSV', () => {
  it('runs nothing in a spreadsheet', () => {
    const csv = writeCsv([{ start: 0, end: null, name: '=1+1', text: '@SUM(A1)' }], clock);
    expect(csv).toContain("'=1+1");
    expect(csv).toContain("'@SUM(A1)");
  });
  it.each(['=1', "'=1", "''-x", "'quoted'", ';', ' a ', '"'])('%j comes back as it was', async name => {
    const csv = writeCsv([{ start: 0, end: null, name, text: '' }], clock);
    expect((await readMarkers(csv, 'csv', clock)).markers[0]?.name).toBe(name.trim());
  });
  it('reads Premiere’s columns, separated by tabs', async () => {
    const csv =
      'Marker Name\tDescription\tIn\tOut\tDuration\nHook\tgood\t01:00:01:00\t01:00:01:00\t00:00:00:00\n';
    expect(formatOfMarkers(csv)).toBe('csv');
    expect((await readMarkers(csv, 'csv', clock)).markers).toEqual([
      { start: msOfFrame(30, df), end: null, name: 'Hook', text: 'good' },
    ]);
  });
  it('names the line whose time it cannot read', async () => {
    await expect(readMarkers('In,Name\n01:00:01:00,a\nlater,b\n', 'csv', clock)).rejects.toThrow('line 3');
  });
  it('cannot be read without a frame rate', async () => {
    await expect(readMarkers('In,Name\n', 'csv')).rejects.toThrow('say the frame rate');
  });
});

describe('chapters', () => {
  it('begin at 0:00, and say what YouTube would not show', () => {
    const at = (seconds: number, name: string) => ({ start: seconds * 1000, end: null, name, text: '' });
    const good = writeChapters([at(15, 'Offer'), at(3700, 'Close')]);
    expect(good).toEqual({ text: '0:00 Start\n0:15 Offer\n1:01:40 Close\n', problems: [] });
    expect(writeChapters([at(0, 'A'), at(5, 'B')]).problems).toEqual([
      'YouTube shows chapters from 3 on, and there are 2',
      'the chapter at 0:00 is shorter than 10 seconds',
    ]);
  });
  it('come back', async () => {
    const { markers } = await readMarkers('What it is about\n0:00 Start\n- 1:05 – The offer\n', 'chapters');
    expect(markers.map(({ start, name }) => [start, name])).toEqual([
      [0, 'Start'],
      [65_000, 'The offer'],
    ]);
  });
});

describe('JSON', () => {
  it.each([
    ['{', 'no JSON'],
    ['{}', 'not a list of markers'],
    ['[{"seconds":-1}]', 'not a list of markers'],
    ['[{"name":"A"}]', 'marker 1 has no time'],
    ['[{"timecode":"00:00:01:00"}]', 'marker 1 has no time'],
  ])('%s is refused', async (text, reason) => {
    await expect(readMarkers(text, 'json')).rejects.toThrow(reason);
  });
});

it('no format is left out of the table that reads and writes', async () => {
  for (const format of MARKER_FORMATS satisfies readonly MarkerFormat[]) {
    const { text } = writeMarkers(MARKERS, format, clock);
    expect((await readMarkers(text, format, clock)).markers.length).toBeGreaterThanOrEqual(2);
  }
});
