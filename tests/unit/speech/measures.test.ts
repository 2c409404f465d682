import { describe, expect, it } from 'vitest';
import { withoutAds } from '#lib/speech/ads.ts';
import { languageOf } from '#lib/speech/languages/index.ts';
import { isFiller, type MeasureOptions, measuresOf } from '#lib/speech/measures.ts';
import type { Transcript, Word } from '#lib/speech/transcript.ts';
import { said, transcriptOf, wordsFrom } from './transcripts.ts';

const round = (value: number | null | undefined) => (value == null ? value : Math.round(value * 10) / 10);

describe('a transcript worked out by hand', () => {
  /** 29 words: 13 s with one silence of 1.9 s, two fillers, two phrases that carry nothing. */
  const TEXTS =
    'You will see one number today, um, that changed how our whole team sells now. So, you know, we basically ask uh one thing before we quote any price.';
  const tokens = TEXTS.split(' ');
  const sentenceEnd = tokens.indexOf('now.');
  const words: Word[] = tokens.map((text, i) => {
    const late = i > sentenceEnd;
    const step = late ? (11_950 - 7950) / (tokens.length - sentenceEnd - 1) : 6050 / (sentenceEnd + 1);
    const start = late ? 7950 + step * (i - sentenceEnd - 1) : step * i;
    return { text, start, end: start + step };
  });
  const measures = measuresOf(transcriptOf(words), { markedHookEnd: 3250 });
  it('gives the figures that were worked out', () => {
    expect(words).toHaveLength(29);
    expect(measures.words).toBe(29);
    expect(measures.lexicalWords).toBe(27);
    expect(round(measures.span)).toBe(11_950);
    expect(round(measures.grossPace)).toBe(135.6);
    expect(round(measures.netPace)).toBe(161.2);
    expect(round((measures.fillers?.perMinute ?? 0) * 10)).toBe(100.4);
    expect(measures.fillers?.list.map(({ text }) => text)).toEqual(['um', 'uh']);
    expect(measures.discourse?.list.map(({ text }) => text)).toEqual(['you know', 'basically']);
    expect(round(measures.longestPause?.ms)).toBe(1900);
    expect(round(measures.longestPause?.at)).toBe(6050);
    expect(measures.pauses).toHaveLength(1);
    expect(round(measures.firstSentenceEnd)).toBe(6050);
    expect(measures.hook).toMatchObject({
      end: 3250,
      by: 'person',
      offBy: 0,
      type: 'outcome',
      band: 'within',
    });
  });
});

describe('fillers', () => {
  const filler = (text: string, language: string) => {
    const lists = languageOf(transcriptOf([], { language }));
    if (!lists) throw new Error(`no lists for ${language}`);
    return isFiller({ text, start: 0, end: 0 }, lists);
  };
  it.each(['um', 'umm', 'uh', 'uhm', 'er', 'erm', 'eh', 'ah', 'hmm', 'mm', 'mmm', 'err', 'Um,', '“Uh…”'])(
    '%s is one in English',
    text => expect(filler(text, 'en-GB')).toBe(true),
  );
  it.each(['huh', 'duh', 'summon', 'her', 'aha', 'like', 'so', 'right', 'em', 'I'])(
    '%s is none in English',
    text => expect(filler(text, 'en')).toBe(false),
  );
  it.each(['äh', 'ähm', 'Ähhm,', 'öh', 'öhm', 'ehm', 'hm', 'mh', 'ähhh'])('%s is one in German', text =>
    expect(filler(text, 'de-AT')).toBe(true),
  );
  it.each(['er', 'eh', 'ah', 'mhm', 'ehe', 'am', 'um', 'im', 'ähnlich'])('%s is none in German', text =>
    expect(filler(text, 'de')).toBe(false),
  );
});

describe('phrases that carry nothing', () => {
  it.each([
    ['it was sort of late', 1],
    ['what kind of car was that', 0],
    ['that sort of thing', 0],
    ['you know what I saw', 0],
    ['we left, you know, early', 1],
    ['He said you know. How we left', 1],
    ['I mean it was literally late', 2],
    ['it is like so right', 0],
  ])('%s: %i', (text, n) => expect(measuresOf(said(text)).discourse?.n).toBe(n));
  it('in German, too, and never words that often mean something', () => {
    const { discourse } = measuresOf(
      said('also das ist halt quasi so eben ja sozusagen gut', { language: 'de' }),
    );
    expect(discourse?.list.map(({ text }) => text)).toEqual(['quasi', 'sozusagen']);
  });
});

describe('the hook', () => {
  const hook = (text: string, more: Partial<Transcript> = {}, options: MeasureOptions = {}) =>
    measuresOf(said(text, more), options);
  it.each([
    ["By the end you'll close on the first call. Then more words come here.", 'outcome'],
    ['Nobody tells you this about demos. And here it comes now, slowly.', 'tension'],
    ['Most reps talk first but winners ask. And here it comes now.', 'contrast'],
    ['So bekommst du zehn Antworten am Tag. Und jetzt geht es los hier.', 'outcome', 'de'],
    ['Diesen Fehler macht fast jeder im Gespräch. Und jetzt geht es los.', 'tension', 'de'],
    ['Nicht der Preis entscheidet, sondern die erste Frage. Und jetzt geht es los.', 'contrast', 'de'],
  ])('%s', (text, type, language = 'en') => {
    expect(hook(text, { language }).hook).toMatchObject({ type, by: 'hint' });
  });
  it('passes over a greeting, and says that it came first', () => {
    const { hook: found, greetingFirst } = hook(
      'Hey everyone, welcome. You will learn how to ask. That is all for now.',
    );
    expect(greetingFirst).toBe(true);
    expect(found?.sentence).toBe('You will learn how to ask.');
  });
  it('a greeting that does the work of a hook is no greeting only', () => {
    expect(hook('Hi, you will save two hours today. That is all I have.').greetingFirst).toBe(false);
  });
  it('is none where no first sentence does anything, and later ones do not count', () => {
    const text = 'This is a chair. It is brown. It stands here. You will learn how to sell it.';
    expect(hook(text).hook).toBeNull();
  });
  it('is near within 15 seconds, late after them, and the limit can be the format’s', () => {
    const at = (seconds: number, hookLimit?: number) =>
      hook(
        'Ten words are here so that there is some speech.',
        {},
        {
          markedHookEnd: seconds * 1000,
          ...(hookLimit === undefined ? {} : { hookLimit }),
        },
      ).hook?.band;
    expect([at(7), at(7.1), at(15), at(15.1)]).toEqual(['within', 'near', 'near', 'late']);
    expect([at(3, 3000), at(4, 3000)]).toEqual(['within', 'near']);
  });
  it('may be off by its line where words have no times', () => {
    const { hook: found } = hook('You will learn how to ask. Then we see. Good.', { precision: 'cue' });
    expect(found?.offBy).toBe(found?.end);
  });
  it('is not looked for in a live recording', () => {
    const live = hook('You will learn how to ask. Then we see.', {}, { isLive: true });
    expect(live.hook).toBeNull();
    expect(live.notes).toContain('live: no hook');
  });
  it('ends at a pause where a recogniser wrote no stops', () => {
    const { hook: found } = hook('you will learn how to ask |800 then we go on and on');
    expect(found?.sentence).toBe('you will learn how to ask');
  });
});

describe('calls to action', () => {
  const calls = (text: string, more: Partial<Transcript> = {}) => measuresOf(said(text, more)).callsToAction;
  it.each([
    ['Subscribe and follow me for more.', 2],
    ["Don't click away, please.", 0],
    ['You do not need to sign up today.', 0],
    ["Don't wait, sign up today.", 1],
    ['She said "subscribe now" and left.', 0],
    ['The link is in the bio.', 1],
    ['I clicked it, and she tapped along.', 0],
    ['Book a demo, or book a book, whatever.', 2],
    ['The download was slow, and I subscribe to none.', 0],
    ["Don't forget to subscribe.", 1],
    ['You can download it now.', 1],
  ])('%s: %i', (text, n) => expect(calls(text)?.n).toBe(n));
  it.each([
    ['Abonniert den Kanal und folgt mir.', 2],
    ['Klickt nicht weg.', 0],
    ['Vergesst nicht zu abonnieren.', 1],
    ['Der Link steht in der Beschreibung.', 1],
    ['Meldet euch heute an.', 1],
    ['Schreibt es in die Kommentare.', 1],
  ])('in German: %s: %i', (text, n) => expect(calls(text, { language: 'de' })?.n).toBe(n));
  it('gives first, last and the place in the whole', () => {
    const found = calls('one two Subscribe now. Then click it.', { durationMs: 8000 });
    expect(found).toMatchObject({ n: 2, first: 800, last: 2000, firstShare: 0.1 });
  });
  it('leaves out what a recogniser may have invented in silence, and what it was not sure of', () => {
    const talk = wordsFrom('here we talk about the price for a while and nobody is asked for it');
    const invented = wordsFrom('please subscribe', 60_000);
    expect(measuresOf(transcriptOf([...talk, ...invented])).callsToAction?.n).toBe(0);
    expect(measuresOf(transcriptOf([...talk, ...invented], { source: 'manual' })).callsToAction?.n).toBe(1);
    const unsure = talk.map(word => ({ ...word, text: 'subscribe', confidence: 0.2 }));
    expect(measuresOf(transcriptOf(unsure)).callsToAction?.n).toBe(0);
  });
  it('hears the next step of a call', () => {
    const { nextSteps } = measuresOf(said("Good. I'll send the offer by Friday."));
    expect(nextSteps?.list.map(({ text }) => text)).toEqual(["i'll send", 'by friday']);
  });
});

describe('what cannot be said', () => {
  it('no speech: everything is null', () => {
    const measures = measuresOf(transcriptOf([]));
    expect(measures.notes).toEqual(['no speech']);
    const { span, hook, fillers, grossPace, longestPause, callsToAction, cadence } = measures;
    expect({ span, hook, fillers, grossPace, longestPause, callsToAction, cadence }).toEqual({
      span: null,
      hook: null,
      fillers: null,
      grossPace: null,
      longestPause: null,
      callsToAction: null,
      cadence: null,
    });
  });
  it('fewer than ten words give no rate, and still their number', () => {
    const measures = measuresOf(said('um we sell it'));
    expect(measures.grossPace).toBeNull();
    expect(measures.fillers).toMatchObject({ n: 1, perMinute: null });
    expect(measures.notes).toContain('too few words');
  });
  it('a language without lists has no fillers, hook or calls; its pace and pauses stay', () => {
    const measures = measuresOf(
      said('um dois três quatro cinco seis sete oito nove dez', { language: 'pt' }),
    );
    expect(measures).toMatchObject({ fillers: null, discourse: null, callsToAction: null, hook: null });
    expect(measures.grossPace).not.toBeNull();
    expect(measures.notes).toContain('no word lists for this language');
  });
  it('what a machine translated is not measured by words', () => {
    const measures = measuresOf(said('um you will learn how to sell it better now', { translated: true }));
    expect(measures.fillers).toBeNull();
    expect(measures.notes).toContain('translated: nobody said these words');
  });
  it('pauses under two seconds are unknown where only lines have times', () => {
    const words = wordsFrom('one |1900 two |2000 three');
    expect(measuresOf(transcriptOf(words)).pauses.map(({ ms }) => ms)).toEqual([1900, 2000]);
    expect(measuresOf(transcriptOf(words, { precision: 'cue' })).pauses.map(({ ms }) => ms)).toEqual([2000]);
  });
});

describe('an advertisement', () => {
  it('takes no time', () => {
    const before = wordsFrom('one two three four five six');
    const after = wordsFrom('seven eight nine ten eleven twelve', 2400);
    const whole = transcriptOf([...before, ...after], { durationMs: 4800 });
    const ad = wordsFrom('buy this now', 2500);
    const late = after.map(word => ({ ...word, start: word.start + 15_000, end: word.end + 15_000 }));
    const withAd = transcriptOf([...before, ...ad, ...late], { durationMs: 19_800 });
    const cut = withoutAds(withAd, [
      { from: 2400, to: 10_000 },
      { from: 9000, to: 17_400 },
    ]);
    expect(measuresOf(cut)).toEqual(measuresOf(whole));
  });
});

describe('what must not change', () => {
  const TEXT =
    'You will see how we ask. Um, we ask it early, you know, and then we wait. Nobody likes to wait so we stay quiet. Subscribe now.';
  const base = said(TEXT);
  it('a longer pause changes the pauses and the rates, and no count of words', () => {
    const shifted = base.words.map((word, i) =>
      i < 10 ? word : { ...word, start: word.start + 3000, end: word.end + 3000 },
    );
    const [one, two] = [measuresOf(base), measuresOf(transcriptOf(shifted))];
    expect(two.longestPause?.ms).toBe(3200);
    expect([two.words, two.lexicalWords, two.fillers?.n, two.callsToAction?.n]).toEqual([
      one.words,
      one.lexicalWords,
      one.fillers?.n,
      one.callsToAction?.n,
    ]);
    // To within the silence that was there before, which is too short to be listed.
    expect(Math.abs((two.netPace ?? 0) - (one.netPace ?? 0))).toBeLessThan(4);
  });
  it('the same words later in the recording have the same measures', () => {
    const later = transcriptOf(wordsFrom(TEXT, 5000));
    const { grossPace, netPace, fillers, span, repetitions } = measuresOf(base);
    expect(measuresOf(later)).toMatchObject({ grossPace, netPace, span, repetitions });
    expect(measuresOf(later).fillers?.perMinute).toBe(fillers?.perMinute);
  });
  it('a filler more is a filler more, and no lexical word', () => {
    const words = wordsFrom(`${TEXT} uh`);
    const more = measuresOf(transcriptOf(words));
    expect(more.fillers?.n).toBe(2);
    expect(more.lexicalWords).toBe(measuresOf(base).lexicalWords);
  });
});

describe('cadence and repetition', () => {
  it('needs three windows of thirty seconds with twenty words', () => {
    const steady = Array.from({ length: 240 }, () => 'word').join(' ');
    expect(measuresOf(said(steady)).cadence).toEqual({ variation: 0, windows: 3 });
    expect(measuresOf(said(Array.from({ length: 200 }, () => 'word').join(' '))).cadence).toBeNull();
  });
  it('is larger where one speeds up', () => {
    const slow = Array.from({ length: 40 }, (_, i) => ({ text: 'w', start: i * 750, end: i * 750 + 200 }));
    const fast = Array.from({ length: 160 }, (_, i) => ({
      text: 'w',
      start: 30_000 + i * 400,
      end: 30_200 + i * 400,
    }));
    expect(measuresOf(transcriptOf([...slow, ...fast])).cadence?.variation).toBeGreaterThan(0.3);
  });
  it('names what comes three times within a minute, at its longest', () => {
    const once = 'at the end of the day we sell';
    const { repetitions } = measuresOf(said(`${once} and so ${once} but then ${once}`));
    expect(repetitions.map(({ phrase, times }) => [phrase, times])).toContainEqual([
      'at the end of the day',
      3,
    ]);
    expect(repetitions.some(({ phrase }) => phrase === 'end of the')).toBe(false);
  });
  it('does not name what is spread over more than a minute', () => {
    const phrase = wordsFrom('we ask first');
    const words = [0, 40_000, 80_000].flatMap(at =>
      phrase.map(w => ({ ...w, start: w.start + at, end: w.end + at })),
    );
    expect(measuresOf(transcriptOf(words)).repetitions).toEqual([]);
  });
  it('reads ten thousand words and finds the same as in the part that holds it all', () => {
    const text = Array.from({ length: 10_000 }, (_, i) => `word${i}`).join(' ');
    expect(measuresOf(said(`${text} um`)).fillers?.n).toBe(1);
  });
});
