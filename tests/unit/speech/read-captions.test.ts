import { describe, expect, it } from 'vitest';
import { formatOf, readCaptions, readCues, UnreadableCaptions } from '#lib/speech/read-captions.ts';
import type { Transcript } from '#lib/speech/transcript.ts';

const textsOf = ({ words }: Transcript) => words.map(({ text }) => text).join(' ');

describe('WebVTT', () => {
  it('spreads a line over its time by letters, and says that only lines have times', async () => {
    const read = await readCaptions('WEBVTT\n\n00:01.000 --> 00:03.000\nab abcdef\n');
    expect(read).toMatchObject({ precision: 'cue', source: 'manual', language: 'und' });
    expect(read.words).toEqual([
      { text: 'ab', start: 1000, end: 1500 },
      { text: 'abcdef', start: 1500, end: 3000 },
    ]);
  });
  it('takes the times of words where there are any, and no line’s end for a word’s', async () => {
    const read = await readCaptions(
      'WEBVTT\nLanguage: de\n\n00:00.000 --> 00:05.000\nalso<00:00.480><c> gut</c><00:01.000><c> dann</c>\n',
    );
    expect(read).toMatchObject({ precision: 'word', source: 'automatic', language: 'de' });
    expect(read.words.map(({ start, end }) => [start, end])).toEqual([
      [0, 400],
      [480, 880],
      [1000, 1400],
    ]);
  });
  it('reads what a recogniser rolls up only once', async () => {
    const read = await readCaptions(`WEBVTT

00:00.000 --> 00:02.510
\u0020
hello<00:00.480><c> and</c><00:00.640><c> welcome</c>

00:02.510 --> 00:02.520
hello and welcome
\u0020

00:02.520 --> 00:05.000
hello and welcome
back<00:02.900><c> to</c><00:03.100><c> it</c>
`);
    expect(textsOf(read)).toBe('hello and welcome back to it');
  });
  it('keeps a line that somebody says twice', async () => {
    const read = await readCaptions(
      'WEBVTT\n\n00:00.000 --> 00:01.000\nNo.\n\n00:01.000 --> 00:02.000\nNo.\n',
    );
    expect(textsOf(read)).toBe('No. No.');
  });
  it('names who speaks, where the captions do', async () => {
    const read = await readCaptions(
      'WEBVTT\n\n00:00.000 --> 00:01.000\n<v Inês Moura>Hi there\n\n00:01.000 --> 00:02.000\nJONAS: Morning\n\n00:02.000 --> 00:03.000\n&gt;&gt; Olive: Yes\n\n00:03.000 --> 00:04.000\nNote: the price\n',
    );
    expect(read.words.map(({ text, speaker }) => [text, speaker])).toEqual([
      ['Hi', 'Inês Moura'],
      ['there', 'Inês Moura'],
      ['Morning', 'JONAS'],
      ['Yes', 'Olive'],
      ['Note:', undefined],
      ['the', undefined],
      ['price', undefined],
    ]);
  });
});

describe('what is no speech', () => {
  it.each([
    ['[Music] hello', 'hello'],
    ['(applause)', ''],
    ['I said (quietly) no', 'I said (quietly) no'],
    ['♪ la la la ♪ well', 'well'],
    ['Tom &amp; Jerry', 'Tom Jerry'],
    ['it&amp;#39;s fine', "it's fine"],
    ['Caf&eacute; &lt;b&gt;now&lt;/b&gt;', 'Café now'],
    ['<i>so</i> <b>then</b>', 'so then'],
    ['{\\an8}above', 'above'],
    ['a – b', 'a b'],
    ["we don 't know", "we don't know"],
    ['we say ‘yes’', 'we say ‘yes’'],
  ])('%s', async (text, words) => {
    expect(textsOf(await readCaptions(`WEBVTT\n\n00:00.000 --> 00:02.000\n${text}\n`))).toBe(words);
  });
});

describe('two lines at once', () => {
  it('ends a line’s words where the next line begins', async () => {
    const { words } = await readCaptions(
      'WEBVTT\n\n00:00.000 --> 00:04.000\none two\n\n00:02.000 --> 00:06.000\nthree four\n',
    );
    expect(words.map(({ start, end }) => [start, end])).toEqual([
      [0, 1000],
      [1000, 2000],
      [2000, 4222],
      [4222, 6000],
    ]);
  });
});

describe('other kinds', () => {
  it('SRT, with the line breaks of Windows and a byte order mark', async () => {
    const srt = '\uFEFF1\r\n00:00:01,500 --> 00:00:02,500\r\n<font color="red">Hi</font> all\r\n\r\n';
    expect(textsOf(await readCaptions(srt))).toBe('Hi all');
  });
  it('YouTube’s json3 with times and confidence of words', async () => {
    const json = {
      events: [
        {
          tStartMs: 0,
          dDurationMs: 5000,
          segs: [
            { utf8: 'um', acAsrConf: 255 },
            { utf8: ' so', tOffsetMs: 500 },
          ],
        },
        { tStartMs: 600, segs: [{ utf8: '\n' }] },
        { tStartMs: 2000, dDurationMs: 100, segs: [{ utf8: 'there' }] },
        { wpWinPosId: 1 },
      ],
    };
    const read = await readCaptions(JSON.stringify(json));
    expect(read.precision).toBe('word');
    expect(read.words).toEqual([
      { text: 'um', start: 0, end: 400, confidence: 1 },
      { text: 'so', start: 500, end: 900 },
      { text: 'there', start: 2000, end: 2400 },
    ]);
  });
  it('json3 written by hand has lines only', async () => {
    const json = { events: [{ tStartMs: 1000, dDurationMs: 2000, segs: [{ utf8: 'ab ab' }] }] };
    const read = await readCaptions(JSON.stringify(json));
    expect(read).toMatchObject({ precision: 'cue', source: 'manual' });
    expect(read.words.map(({ start }) => start)).toEqual([1000, 2000]);
  });
  it('a transcript as people paste it, with the time on its line or above', async () => {
    const read = await readCaptions('0:00 hi there\n0:05\nwe go on\n[1:00:01.5] - bye');
    expect(read).toMatchObject({ precision: 'cue', source: 'pasted' });
    expect(textsOf(read)).toBe('hi there we go on bye');
    const startOf = (text: string) => read.words.find(word => word.text === text)?.start;
    expect(['hi', 'we', 'bye'].map(startOf)).toEqual([0, 5000, 3_601_500]);
    // Nobody says when a line’s words were over, so they last as long as words do and not until the next line.
    expect(read.words[1]?.end).toBeLessThan(1500);
  });
  it.each(['', 'just some prose', '{"a":1}', 'WEBVTTX\n'])(
    'refuses %j and says what is expected',
    async text => {
      expect(formatOf(text)).toBeUndefined();
      await expect(readCaptions(text)).rejects.toThrow(UnreadableCaptions);
    },
  );
  it('refuses json3 that is cut off', async () => {
    await expect(readCaptions('{"events": [')).rejects.toThrow(UnreadableCaptions);
  });
  it('captions without a word are no speech, and no fault', async () => {
    expect((await readCaptions('WEBVTT\n\n00:00.000 --> 00:09.000\n[Music]\n')).words).toEqual([]);
  });
});

describe('the cues of a player', () => {
  it('are read as a file’s are', () => {
    const cue = { startTime: 1, endTime: 3, text: 'ab <b>abcdef</b>' };
    expect(readCues([cue], { language: 'en' })).toMatchObject({
      language: 'en',
      words: [
        { text: 'ab', start: 1000, end: 1500 },
        { text: 'abcdef', start: 1500, end: 3000 },
      ],
    });
  });
});
