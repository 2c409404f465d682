/** The records of a coach's week, against a running server: who may answer, and one decision a review. */
import { expect, it } from 'vitest';
import { createRecord, decisionId, newId, reviewId, runId } from '#lib/records/create.ts';
import type { Body } from '#lib/records/types.ts';
import { startTeam } from '#testing/server/team.ts';
import { samples } from '../unit/records/samples.ts';

const audience = 'coaches' as const;

it('a review has one decision, whoever writes it and on whichever device', async () => {
  const team = await startTeam();
  try {
    const coach = await team.join('Carla Coach', ['coach']);
    const rep = await team.join('Ravi Rep', ['coachee']);
    await team.assign(coach, rep);
    const { workspaceId } = team;
    const about = { subjectId: rep.id, about: 'https://video.example|watch|7', authorId: coach.id };
    const review = createRecord(
      {
        id: reviewId('debrief', about),
        type: 'review',
        workspaceId,
        authorId: coach.id,
        subjectId: rep.id,
        audience,
        body: samples.review,
      },
      Date.now(),
    );
    const decision = (authorId: string, id: string, text: string) =>
      createRecord(
        {
          id,
          type: 'decision',
          workspaceId,
          authorId,
          subjectId: rep.id,
          audience,
          refs: [review.id],
          body: { ...samples.decision, text },
        },
        Date.now(),
      );
    expect(await coach.push(review)).toMatchObject([{ status: 'accepted' }]);
    expect(await coach.push(decision(coach.id, newId(), 'one more'))).toMatchObject([
      { status: 'refused', code: 'limit' },
    ]);
    const one = decision(coach.id, decisionId(review.id), 'Open with the result.');
    expect(await coach.push(one)).toMatchObject([{ status: 'accepted' }]);
    expect(await coach.push({ ...one, body: { ...one.body, text: 'from the other device' } })).toMatchObject([
      { status: 'stale' },
    ]);
    expect(await rep.push(decision(rep.id, decisionId(review.id), 'another'))).toMatchObject([
      { status: 'refused', code: 'not-yours' },
    ]);
  } finally {
    await team.stop();
  }
});

it('whoever coaches the person now holds the check-in that an earlier coach agreed on', async () => {
  const team = await startTeam();
  try {
    const before = await team.join('Carla Coach', ['coach']);
    const now = await team.join('Cosmo Coach', ['coach']);
    const rep = await team.join('Ravi Rep', ['coachee']);
    const stranger = await team.join('Sven Stranger', ['coachee']);
    await team.assign(before, rep);
    const { workspaceId } = team;
    const made = { workspaceId, subjectId: rep.id, audience };
    const routine = createRecord(
      { ...made, type: 'routine', authorId: before.id, body: samples.routine },
      Date.now(),
    );
    expect(await before.push(routine)).toMatchObject([{ status: 'accepted' }]);
    await team.assign(now, rep);
    const body: Body<'run'> = samples.run;
    const run = (authorId: string) =>
      createRecord(
        {
          ...made,
          type: 'run',
          authorId,
          id: runId(routine.id, body.occasion ?? body.day, authorId),
          refs: [routine.id],
          body,
        },
        Date.now(),
      );
    for (const each of [now, rep, before]) {
      expect(await each.push(run(each.id))).toMatchObject([{ status: 'accepted' }]);
    }
    expect(await stranger.push(run(stranger.id))).toMatchObject([{ status: 'refused', code: 'not-allowed' }]);
  } finally {
    await team.stop();
  }
});
