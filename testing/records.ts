/** Makes records of a coach, Cora, and a coachee, Rob, for the tests of the coaching rules. */
import { createRecord } from '#lib/records/create.ts';
import type { Body, RecordOf, RecordType } from '#lib/records/types.ts';

export const CORA = 'cora';
export const ROB = 'rob';
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Monday 2 November 2026, 09:00 UTC. */
export const MONDAY = Date.UTC(2026, 10, 2, 9);

export interface Made {
  id?: string;
  by?: string;
  about?: string;
  at?: number;
  refs?: string[];
}

let serial = 0;

export function make<T extends RecordType>(type: T, body: Body<T>, made: Made = {}): RecordOf<T> {
  serial += 1;
  return createRecord(
    {
      id: made.id ?? `${type}-${String(serial).padStart(6, '0')}`,
      type,
      workspaceId: 'team',
      authorId: made.by ?? CORA,
      subjectId: made.about ?? ROB,
      audience: 'coaches',
      refs: made.refs ?? [],
      body,
    },
    made.at ?? MONDAY,
  );
}

export const noteText: Body<'note'> = {
  kind: 'correction',
  artifact: {
    kind: 'crm',
    site: 'page',
    key: 'https://crm.example|opportunity|17',
    url: 'https://crm.example/opportunity/17',
    title: 'Brightwater, 40 seats',
  },
  anchor: { kind: 'field', label: 'Next step', value: '' },
  behaviourId: 'next-step',
  observation: 'The call ended at 31:10 with “talk soon” and the next-step field is empty.',
  impact: 'Nobody knows who moves first, and the deal has stood still for nine days.',
  nextAction: 'Confirm the next step aloud before you close the call.',
  checkInAt: MONDAY + 7 * DAY,
};

export function note(body: Partial<Body<'note'>> = {}, made: Made = {}): RecordOf<'note'> {
  return make('note', { ...noteText, ...body }, made);
}

export function answer(
  to: { id: string },
  body: Partial<Body<'acknowledgement'>> = {},
  made: Made = {},
): RecordOf<'acknowledgement'> {
  return make(
    'acknowledgement',
    { answer: 'accept', sentence: 'I try it on Tuesday.', ...body },
    { by: ROB, at: MONDAY + HOUR, ...made, refs: [to.id, ...(made.refs ?? [])] },
  );
}

export function commitment(
  to: { id: string },
  body: Partial<Body<'commitment'>> = {},
  made: Made = {},
): RecordOf<'commitment'> {
  return make(
    'commitment',
    {
      behaviourId: 'next-step',
      cue: 'When the customer says goodbye',
      size: 'One sentence, on the next two calls',
      successCondition: 'The customer answers “yes” to the date',
      dueAt: MONDAY + 4 * DAY,
      ...body,
    },
    { by: ROB, at: MONDAY + 2 * HOUR, ...made, refs: [to.id, ...(made.refs ?? [])] },
  );
}

export function evidence(
  to: { id: string },
  body: Partial<Body<'evidence'>> = {},
  made: Made = {},
): RecordOf<'evidence'> {
  return make(
    'evidence',
    { kind: 'workSample', context: 'real', text: 'Call with Brightwater, 28:40', ...body },
    { by: ROB, at: MONDAY + 3 * DAY, ...made, refs: [to.id, ...(made.refs ?? [])] },
  );
}

export function verdict(
  to: { id: string },
  body: Partial<Body<'verdict'>> = {},
  made: Made = {},
): RecordOf<'verdict'> {
  return make(
    'verdict',
    { finding: 'implemented', ...body },
    { at: MONDAY + 5 * DAY, ...made, refs: [to.id, ...(made.refs ?? [])] },
  );
}

export function log(body: Partial<Body<'log'>> = {}, made: Made = {}): RecordOf<'log'> {
  return make(
    'log',
    { behaviourId: 'next-step', result: 'done', day: '2026-11-02', ...body },
    { by: ROB, refs: [body.behaviourId ?? 'next-step'], ...made },
  );
}

export function behaviour(body: Partial<Body<'behaviour'>> = {}, made: Made = {}): RecordOf<'behaviour'> {
  return make(
    'behaviour',
    {
      name: 'Next step said aloud',
      when: 'At the end of every call',
      looksLike: 'Confirm the next step aloud, with owner and date, before closing the call.',
      soundsGood: '“You send the draft by Thursday, right?”',
      ifItBreaks: 'Send it in writing within an hour.',
      howOften: 'Every customer call.',
      standard: 'Owner, action and date are spoken.',
      byWhen: 'Within 14 days.',
      state: 'active',
      ...body,
    },
    made,
  );
}

export function ruling(body: Partial<Body<'ruling'>> & { key: string }, made: Made = {}): RecordOf<'ruling'> {
  return make('ruling', { on: 'pattern', sentence: 'The brief never says who closes.', ...body }, made);
}
