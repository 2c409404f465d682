/** Makes records of the demo's plain data, always the same ones for the same `now`. */
import { createHash } from 'node:crypto';
import { shippedRubric } from '#lib/coaching/rubrics/rubrics.ts';
import { createRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Body, RecordType } from '#lib/records/types.ts';
import { HOUR, MINUTE } from '#lib/time.ts';
import { behaviourBodyOf, type DemoBehaviour, demoBehaviours } from './behaviours.ts';
import type { DemoNote } from './note-data.ts';
import { demoNotes } from './notes.ts';
import type { DemoKey } from './people.ts';
import { type DemoPractice, demoPractice, isOwn, logResultOf } from './practice.ts';
import { type DemoScore, demoScores } from './scores.ts';
import { type DemoSteps, demoSteps } from './steps.ts';
import { type DemoArtifacts, workOf } from './works.ts';

const DAY = 24 * HOUR;

export interface DemoRecordsInput {
  workspaceId: string;
  memberIds: Readonly<Record<DemoKey, string>>;
  artifacts: DemoArtifacts;
  /** ms since 1970; no record is newer. */
  now: number;
}

/** All records of the demo, the oldest first. Answers come after what they answer. */
export function demoRecords(input: DemoRecordsInput): Envelope[] {
  const keys = Object.keys(demoBehaviours) as DemoBehaviour[];
  const records = [
    ...keys.map(key => behaviourRecord(input, key)),
    ...demoNotes.flatMap(note => noteRecords(input, note)),
    ...demoSteps.flatMap(steps => stepRecords(input, steps)),
    ...demoScores.map((score, index) => scoreRecord(input, score, index)),
    ...demoPractice.flatMap(practice => practiceRecords(input, practice)),
  ];
  return records.sort((a, b) => a.createdAt - b.createdAt);
}

function behaviourRecord(input: DemoRecordsInput, key: DemoBehaviour): Envelope {
  const at = input.now - 40 * DAY;
  return createRecord(
    {
      id: idOf(input, `behaviour ${key}`, at),
      type: 'behaviour',
      workspaceId: input.workspaceId,
      authorId: input.memberIds.ines,
      audience: 'workspace',
      body: behaviourBodyOf(key),
    },
    at,
  );
}

function noteRecords(input: DemoRecordsInput, note: DemoNote): Envelope[] {
  const { now, workspaceId, memberIds } = input;
  const at = instantOf(now, note.daysAgo, note.hour);
  const { kind, observation, impact, nextAction, affirmation, anchor, checkIn, answer } = note;
  const record = createRecord(
    {
      id: idOf(input, `note ${note.name}`, at),
      type: 'note',
      workspaceId,
      authorId: memberIds[note.author],
      subjectId: memberIds[note.subject],
      audience: 'coaches',
      body: {
        kind,
        artifact: workOf(note.work, input.artifacts),
        anchor,
        behaviourId: behaviourIdOf(input, note.subject, note.behaviour),
        observation,
        impact,
        nextAction,
        ...(affirmation === undefined ? {} : { affirmation }),
        ...(checkIn === undefined ? {} : { checkInAt: at + checkIn * DAY }),
        momentAt: at - 3 * HOUR,
        openedAt: at - 26_000,
      },
    },
    at,
  );
  if (!answer) return [record];
  const acknowledgement = createRecord(
    {
      id: idOf(input, `answer ${note.name}`, at),
      type: 'acknowledgement',
      workspaceId,
      authorId: memberIds[note.subject],
      subjectId: memberIds[note.author],
      audience: 'coaches',
      refs: [record.id],
      body: { answer: answer.answer, sentence: answer.sentence },
    },
    Math.min(at + answer.hoursLater * HOUR, now),
  );
  return [record, acknowledgement];
}

/** The steps after a note, each after the one that it answers. None is newer than `now`. */
function stepRecords(input: DemoRecordsInput, steps: DemoSteps): Envelope[] {
  const { now, workspaceId, memberIds } = input;
  const note = demoNotes.find(each => each.name === steps.note);
  if (!note) throw new Error(`The demo has no note ${steps.note}.`);
  const start = instantOf(now, note.daysAgo, note.hour);
  const noteId = idOf(input, `note ${note.name}`, start);
  const answerId = idOf(input, `answer ${note.name}`, start);
  const [coach, coachee] = [memberIds[note.author], memberIds[note.subject]];
  function made<T extends RecordType>(
    type: T,
    after: number,
    authorId: string,
    refs: string[],
    body: Body<T>,
  ) {
    const at = Math.min(start + after * DAY, now);
    const id = idOf(input, `${type} ${note?.name} ${after}`, at);
    const subjectId = authorId === coach ? coachee : coach;
    return createRecord({ id, type, workspaceId, authorId, subjectId, audience: 'coaches', refs, body }, at);
  }
  const records: Envelope[] = [];
  const { reply, commitment, evidence, verdict } = steps;
  if (reply) {
    const { outcome, sentence, accepted } = reply;
    const said = made('reply', reply.after, coach, [noteId, answerId], { outcome, sentence });
    const again = { answer: 'accept' as const, sentence: accepted };
    records.push(said);
    records.push(made('acknowledgement', reply.after + 0.2, coachee, [noteId, said.id], again));
  }
  if (!commitment) return records;
  const { cue, size, successCondition } = commitment;
  const promise = made('commitment', commitment.after, coachee, [noteId], {
    behaviourId: behaviourIdOf(input, note.subject, note.behaviour),
    cue,
    size,
    successCondition,
    dueAt: start + commitment.due * DAY,
  });
  records.push(promise);
  if (evidence) {
    const { kind, context, text } = evidence;
    records.push(made('evidence', evidence.after, coachee, [promise.id], { kind, context, text }));
  }
  if (verdict) {
    const { finding, sentence } = verdict;
    records.push(made('verdict', verdict.after, coach, [promise.id], { finding, sentence }));
  }
  return records;
}

/** A person's own copy of a behaviour from the catalogue, and its logs. */
function practiceRecords(input: DemoRecordsInput, { person, behaviour, days }: DemoPractice): Envelope[] {
  const { now, workspaceId, memberIds } = input;
  const memberId = memberIds[person];
  const common = { workspaceId, authorId: memberId, subjectId: memberId, audience: 'coaches' as const };
  const began = now - 39 * DAY;
  const id = behaviourIdOf(input, person, behaviour);
  const own = createRecord({ id, type: 'behaviour', ...common, body: behaviourBodyOf(behaviour) }, began);
  const signs = [...days.replaceAll(' ', '')];
  const worked = workingDaysBefore(now, signs.length);
  const logs = signs.flatMap((sign, index) => {
    const result = logResultOf(sign);
    const at = (worked[index] ?? now) + 16 * HOUR;
    if (!result) return [];
    const body = { behaviourId: id, result, day: new Date(at).toISOString().slice(0, 10) };
    const logId = idOf(input, `log ${person} ${behaviour} ${index}`, at);
    return [createRecord({ id: logId, type: 'log', ...common, refs: [id], body }, at)];
  });
  return [own, ...logs];
}

/** The midnights (UTC) of the last `count` working days before the day of `now`, the oldest first. */
function workingDaysBefore(now: number, count: number): number[] {
  const days: number[] = [];
  for (let at = now - (now % DAY) - DAY; days.length < count; at -= DAY) {
    if (new Date(at).getUTCDay() % 6 !== 0) days.unshift(at);
  }
  return days;
}

/** The person's own copy if they work on this behaviour, otherwise the catalogue's. */
function behaviourIdOf(input: DemoRecordsInput, person: DemoKey, key: DemoBehaviour): string {
  return isOwn(person, key)
    ? idOf(input, `behaviour ${key} of ${person}`, input.now - 39 * DAY)
    : idOf(input, `behaviour ${key}`, input.now - 40 * DAY);
}

function scoreRecord(input: DemoRecordsInput, score: DemoScore, index: number): Envelope {
  const { workspaceId, memberIds, artifacts, now } = input;
  const at = instantOf(now, score.daysAgo, score.hour) + 2 * MINUTE;
  return createRecord(
    {
      id: idOf(input, `score ${index}`, at),
      type: 'scorecard',
      workspaceId,
      authorId: memberIds[score.author],
      subjectId: memberIds[score.subject],
      audience: 'coaches',
      body: {
        artifact: workOf(score.work, artifacts),
        anchor: { kind: 'whole' },
        rubric: { id: shippedRubric.id, version: shippedRubric.version },
        scores: shippedRubric.criteria.map(({ id }, at) => ({
          criterion: id,
          level: score.levels[at] ?? null,
        })),
      },
    },
    Math.min(at, now),
  );
}

/** This hour (UTC), that many days before the day of `now`; at the latest half an hour before `now`. */
function instantOf(now: number, daysAgo: number, hour: number): number {
  const midnight = now - (now % DAY);
  return Math.min(midnight - daysAgo * DAY + hour * HOUR, now - 30 * MINUTE - daysAgo);
}

/** A UUIDv7 with the record's time in front. It is derived from the name instead of being random. */
function idOf({ workspaceId }: DemoRecordsInput, name: string, at: number): string {
  const hash = createHash('sha256').update(`${workspaceId} ${name}`).digest('hex');
  const time = at.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}
