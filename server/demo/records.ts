/** From the demo's plain data to records, the same ones for the same `now`. */
import { createHash } from 'node:crypto';
import { shippedRubric } from '#lib/coaching/rubrics.ts';
import { createRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { behaviourBodyOf, type DemoBehaviour, demoBehaviours } from './behaviours.ts';
import type { DemoNote } from './note-data.ts';
import { demoNotes } from './notes.ts';
import type { DemoKey } from './people.ts';
import { type DemoScore, demoScores } from './scores.ts';
import { type DemoArtifacts, workOf } from './works.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface DemoRecordsInput {
  workspaceId: string;
  memberIds: Readonly<Record<DemoKey, string>>;
  artifacts: DemoArtifacts;
  /** ms since 1970; no record is younger. */
  now: number;
}

/** All records of the demo, the oldest first; what answers a record comes after it. */
export function demoRecords(input: DemoRecordsInput): Envelope[] {
  const keys = Object.keys(demoBehaviours) as DemoBehaviour[];
  const records = [
    ...keys.map(key => behaviourRecord(input, key)),
    ...demoNotes.flatMap(note => noteRecords(input, note)),
    ...demoScores.map((score, index) => scoreRecord(input, score, index)),
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
        behaviourId: idOf(input, `behaviour ${note.behaviour}`, now - 40 * DAY),
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

/** That hour (UTC) so many days before the day of `now`; never later than half an hour before `now`. */
function instantOf(now: number, daysAgo: number, hour: number): number {
  const midnight = now - (now % DAY);
  return Math.min(midnight - daysAgo * DAY + hour * HOUR, now - 30 * MINUTE - daysAgo);
}

/** A UUIDv7 with the record's time in front, made from its name instead of chance. */
function idOf({ workspaceId }: DemoRecordsInput, name: string, at: number): string {
  const hash = createHash('sha256').update(`${workspaceId} ${name}`).digest('hex');
  const time = at.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}
