import { describe, expect, it } from 'vitest';
import { activationProblems, standingOf } from '#lib/coaching/behaviours/activation.ts';
import { behavioursOf, shippedBehaviour, shippedBehaviours } from '#lib/coaching/behaviours/library/index.ts';
import { beginsWithProblem, MAX_ACTIVE, mayBeActive, mayNote } from '#lib/coaching/behaviours/limits.ts';
import { gateNote } from '#lib/coaching/notes/language-gate.ts';
import { deleteRecord, reviseRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { behaviourBody, behaviourStates } from '#lib/records/kinds/behaviour.ts';
import type { Body } from '#lib/records/types.ts';
import { answer, behaviour, DAY, MONDAY, make, note, noteText, ROB } from '#testing/records.ts';

describe('the library of behaviours', () => {
  it('every shipped behaviour could be active as it is, and has its own id', () => {
    expect(shippedBehaviours.length).toBeGreaterThan(35);
    expect(new Set(shippedBehaviours.map(({ id }) => id)).size).toBe(shippedBehaviours.length);
    for (const { id, body } of shippedBehaviours) {
      expect(behaviourBody.safeParse(body).success).toBe(true);
      expect({ id, problems: activationProblems(body, 'en') }).toEqual({ id, problems: [] });
    }
  });

  it('shipped behaviours can be found by role and by id', () => {
    expect(behavioursOf('editor').some(({ body }) => body.role === 'everyone')).toBe(true);
    expect(shippedBehaviour('library:next-step-aloud')?.body.name).toBe('Next step said aloud');
    expect(shippedBehaviour('library:none')).toBeUndefined();
  });
});

describe('what keeps a behaviour from being active', () => {
  const problems = (body: Partial<Body<'behaviour'>>) =>
    activationProblems(behaviour(body).body, 'en').map(({ part, code }) => `${part}: ${code}`);

  it.each<[string, Partial<Body<'behaviour'>>, string[]]>([
    ['not when it is complete and observable', {}, []],
    ['while one of its parts is blank', { ifItBreaks: ' ' }, ['ifItBreaks: missing']],
    ['while one of its answers is blank', { byWhen: '' }, ['byWhen: missing']],
    ['while nobody could see it', { looksLike: 'Be more engaging.' }, ['looksLike: not-observable']],
    ['while it is a result', { looksLike: 'Hit quota by June.' }, ['looksLike: not-observable']],
    ['while it has no when or how much', { looksLike: 'Ask more questions.' }, ['looksLike: not-observable']],
    ['while how often is a feeling', { howOften: 'Often' }, ['howOften: not-observable']],
    ['while its standard is a quality', { standard: 'Good and clear' }, ['standard: not-observable']],
  ])('a behaviour stays a proposal: %s', (_name, body, expected) => {
    expect(problems(body)).toEqual(expected);
  });

  it('a behaviour stays a proposal until its person agrees, unless it is their own', () => {
    const proposed = behaviour();
    expect(standingOf(proposed, []).state).toBe('proposed');
    expect(standingOf(proposed, [answer(proposed, { answer: 'discuss' })])).toEqual({
      state: 'proposed',
      answer: 'discuss',
    });
    expect(standingOf(proposed, [answer(proposed, {}, { by: 'eve' })]).state).toBe('proposed');
    expect(standingOf(proposed, [answer(proposed)]).state).toBe('active');
    expect(standingOf(behaviour({ state: 'proposed' }), []).state).toBe('proposed');
    const offered = behaviour({ state: 'proposed' });
    expect(standingOf(offered, [answer(offered)]).state).toBe('agreed');
    expect(standingOf(behaviour({}, { by: ROB }), []).state).toBe('active');
    expect(standingOf(behaviour({ state: 'retired' }), []).state).toBe('retired');
  });
});

describe('every way to an active behaviour asks the same', () => {
  const vague = { looksLike: 'Be more engaging.', byWhen: '' };
  const states = behaviourStates.filter(state => state !== 'active');

  it.each(states)('one that was %s becomes active only when nothing is missing', state => {
    const before = behaviour({ ...vague, state }, { by: ROB });
    expect(mayBeActive(before, [], MONDAY)).toEqual({ ok: true });
    const taken = reviseRecord(before, { ...before.body, state: 'active' }, MONDAY);
    const answer = mayBeActive(taken, [before], MONDAY);
    expect(answer).toMatchObject({ ok: false, code: 'incomplete' });
    expect(answer.ok || !('problems' in answer) ? [] : answer.problems.map(({ part }) => part)).toEqual([
      'byWhen',
      'looksLike',
    ]);
    const whole = reviseRecord(before, { ...behaviour().body, state: 'active' }, MONDAY);
    expect(mayBeActive(whole, [before], MONDAY)).toEqual({ ok: true });
  });

  it('holds for what the whole workspace works with, and for a change of what is active', () => {
    const { subjectId: _nobody, ...catalogue } = behaviour(vague);
    expect(mayBeActive(catalogue, [], MONDAY)).toMatchObject({ ok: false, code: 'incomplete' });
    const active = behaviour();
    const worse = reviseRecord(active, { ...active.body, ...vague }, MONDAY);
    expect(mayBeActive(worse, [active], MONDAY)).toMatchObject({ ok: false, code: 'incomplete' });
  });

  it('judges of what is active already only the words that change, and no limit of its person', () => {
    const old = behaviour({ looksLike: 'Be more engaging.' });
    const more = behaviour();
    const five = Array.from({ length: 5 }, () => behaviour());
    const change = (body: object) => reviseRecord(old, { ...old.body, ...body }, MONDAY);
    const records = [old, more, ...five];
    expect(mayBeActive(change({ whyItWorks: 'It shows.' }), records, MONDAY)).toEqual({ ok: true });
    expect(mayBeActive(change({ name: 'Another name' }), records, MONDAY)).toEqual({ ok: true });
    expect(mayBeActive(change({ byWhen: '' }), records, MONDAY)).toMatchObject({
      problems: [{ part: 'byWhen', code: 'missing' }],
    });
    // For somebody else it is a new one.
    const { subjectId: _nobody, ...forAll } = change({});
    expect(mayBeActive(forAll, records, MONDAY)).toMatchObject({ code: 'incomplete' });
  });

  it('reads a record of a later version, whatever its parts are', () => {
    const later = { ...behaviour(), schema: 2, body: { name: ['x'], state: 'active' } as never };
    expect(mayBeActive(later, [], MONDAY)).toMatchObject({ ok: false, code: 'incomplete' });
  });

  it('answers by the words, not by the reader: German ones are not judged by English lists', () => {
    const german = {
      when: 'Am Ende von jedem Gespräch',
      looksLike: 'Nenne den nächsten Schritt laut, bevor du auflegst.',
      soundsGood: '„Du schickst es bis Donnerstag, ja?“',
      ifItBreaks: 'Schreib es in der nächsten Stunde auf.',
      howOften: 'Bei jedem Gespräch',
      standard: 'Wer, was und bis wann sind gesagt.',
      byWhen: 'In 14 Tagen',
    };
    expect(mayBeActive(behaviour(german), [], MONDAY)).toEqual({ ok: true });
    expect(mayBeActive(behaviour({ ...german, standard: '' }), [], MONDAY)).toMatchObject({ ok: false });
  });
});

describe('the first behaviour begins with one problem', () => {
  it.each<[string, Envelope[], boolean]>([
    ['nobody has begun who has nothing', [], true],
    ['a proposal begins nothing', [behaviour({ state: 'proposed' }, { by: ROB })], true],
    ['nor does one that was taken off the list', [behaviour({ state: 'retired' }, { by: ROB })], true],
    ['nor does somebody else’s', [behaviour({}, { about: 'sam' })], true],
    ['what is practised does', [behaviour({}, { by: ROB })], false],
    ['what was parked does', [behaviour({ state: 'parked' }, { by: ROB })], false],
    ['what became automatic does', [behaviour({ state: 'automatic' }, { by: ROB })], false],
    [
      'an earlier cycle does',
      [make('cycle', { kind: 'starter', startAt: MONDAY - 40 * DAY, endAt: MONDAY - 10 * DAY })],
      false,
    ],
  ])('%s', (_name, records, asked) => {
    expect(beginsWithProblem(records, ROB)).toBe(asked);
  });
});

describe('limits across authors', () => {
  const five = Array.from({ length: MAX_ACTIVE }, () => behaviour());
  const starter = (problem?: string) =>
    make('cycle', {
      kind: 'starter',
      startAt: MONDAY,
      endAt: MONDAY + 30 * DAY,
      ...(problem === undefined ? {} : { executionProblem: { text: problem, category: 'revenue' as const } }),
    });

  it('a person cannot have a sixth active behaviour, whoever wrote the others', () => {
    const sixth = behaviour({}, { by: 'dana' });
    expect(mayBeActive(sixth, five, MONDAY)).toMatchObject({ ok: false, code: 'too-many-active', limit: 5 });
    expect(mayBeActive(sixth, five.slice(1), MONDAY)).toEqual({ ok: true });
    expect(mayBeActive({ ...sixth, body: { ...sixth.body, state: 'parked' } }, five, MONDAY)).toEqual({
      ok: true,
    });
    expect(mayBeActive(sixth, [...five.slice(1), deleteRecord(five[0] ?? sixth, MONDAY)], MONDAY)).toEqual({
      ok: true,
    });
    expect(mayBeActive(behaviour({}, { about: 'sam' }), five, MONDAY)).toEqual({ ok: true });
  });

  it('let one that became automatic make room for the next', () => {
    const [first, ...others] = five;
    if (!first) throw new Error('There are five.');
    const habit = behaviour({ state: 'automatic' }, { by: ROB });
    expect(standingOf(habit, []).state).toBe('automatic');
    expect(mayBeActive(behaviour(), [habit, ...others], MONDAY)).toEqual({ ok: true });
  });

  it('a change of an active behaviour is allowed at the limit', () => {
    const [first] = five;
    if (!first) throw new Error('There are five.');
    expect(mayBeActive({ ...first, rev: 2 }, five, MONDAY)).toEqual({ ok: true });
  });

  it('a starter cycle refuses a third behaviour, and any behaviour without its one problem', () => {
    const cycle = starter('Deals stand still after the demo');
    expect(mayBeActive(behaviour(), [cycle, ...five.slice(0, 1)], MONDAY)).toEqual({ ok: true });
    expect(mayBeActive(behaviour(), [cycle, ...five.slice(0, 2)], MONDAY)).toMatchObject({
      ok: false,
      limit: 2,
    });
    expect(mayBeActive(behaviour(), [starter()], MONDAY)).toMatchObject({
      ok: false,
      code: 'no-execution-problem',
    });
    expect(mayBeActive(behaviour(), [starter(), ...five.slice(1)], MONDAY + 40 * DAY)).toEqual({ ok: true });
  });

  it('a person gets three notes a day, not counting their own', () => {
    const today = [note(), note({ kind: 'recognition' }, { by: 'dana' }), note({}, { by: ROB })];
    const dayStart = MONDAY - 9 * 3_600_000;
    expect(mayNote(note(), today, dayStart)).toEqual({ ok: true });
    expect(mayNote(note(), [...today, note()], dayStart)).toMatchObject({
      ok: false,
      code: 'too-many-notes',
    });
    expect(mayNote(note(), [...today, note()], dayStart + DAY)).toEqual({ ok: true });
    expect(mayNote(note({}, { by: ROB }), [...today, note()], dayStart)).toEqual({ ok: true });
    // A clock that is years ahead takes no day from anybody.
    const ahead = note({}, { at: Date.UTC(2199, 0, 1) });
    expect(mayNote(note(), [ahead, ahead, ahead], dayStart)).toEqual({ ok: true });
  });
});

describe('the language check before sending', () => {
  const gate = (body: Partial<Body<'note'>>) => gateNote({ ...noteText, ...body }, 'en').send;

  it.each<[string, Partial<Body<'note'>>, string]>([
    ['lets what a camera sees pass', {}, 'yes'],
    [
      'lets an action that leaves open how much pass on record',
      { nextAction: 'Ask more questions.' },
      'override',
    ],
    ['lets the vague pass on record', { nextAction: 'Be clearer about next steps.' }, 'override'],
    ['asks to reword blame in any part', { observation: 'You clearly don’t care.' }, 'no'],
    ['asks to take discipline out', { impact: 'This is your final warning.' }, 'no'],
    [
      'lets praise be praise',
      { kind: 'recognition', impact: 'Great energy, it made them smile.', nextAction: '' },
      'yes',
    ],
    ['lets an open question pass', { kind: 'question', nextAction: 'What got in the way?' }, 'yes'],
    ['stops an accusation', { kind: 'question', nextAction: 'Why didn’t you confirm it?' }, 'no'],
  ])('the language check before sending: %s', (_name, body, send) => {
    expect(gate(body)).toBe(send);
  });
});
