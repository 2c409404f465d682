/** The sidebar's second tab: one's own day. */
import { shippedBehaviour } from '#lib/coaching/behaviours/library/index.ts';
import { deleteRecord } from '#lib/records/create.ts';
import { DAY, HOUR } from '#lib/time.ts';
import { answer, behaviour, commitment, log, note } from '#testing/records.ts';
import { inSidebar } from './shells.tsx';
import type { Story } from './story.ts';
import { alone, artifacts, monthOf, now, onlyWith, UNBROKEN, UNBROKEN_NAME } from './worlds.ts';

const { crm } = artifacts;
const today = ['#tab-today'] as const;
const show = inSidebar;
const ownRecord = { by: 'jonas', about: 'jonas' };
const dayAt = (at: number) => new Date(at).toISOString().slice(0, 10);

const own = behaviour({}, { ...ownRecord, id: 'own', at: now - 20 * DAY });
const endless = behaviour(
  { name: UNBROKEN_NAME, looksLike: UNBROKEN, when: UNBROKEN, standard: UNBROKEN },
  { ...ownRecord, id: 'endless', at: now - 20 * DAY },
);
const missed = [1, 2, 3].map(days =>
  log(
    { behaviourId: 'own', result: 'notDone', day: dayAt(now - days * DAY) },
    { ...ownRecord, at: now - days * DAY },
  ),
);
const justMissed = log({ behaviourId: 'own', result: 'notDone', day: dayAt(now) }, { ...ownRecord, at: now });
const explained = log(
  { behaviourId: 'own', result: 'notDone', day: dayAt(now), missReason: 'schedule' },
  { ...ownRecord, at: now },
);
const withEach = behaviour(
  { measure: { kind: 'frequency', target: 1, per: 'week', people: 3 } },
  { by: 'ines', about: 'ines', id: 'with-each', at: now - 20 * DAY },
);
const proposed = behaviour(
  { ...shippedBehaviour('library:cold-reason')?.body, state: 'proposed' },
  { by: 'ines', about: 'jonas', at: now - DAY },
);

const sent = note(
  { artifact: crm, behaviourId: 'own', nextAction: UNBROKEN },
  { by: 'ines', about: 'jonas', at: now - 6 * DAY },
);
const accepted = answer(sent, {}, { by: 'jonas', about: 'ines', at: now - 5 * DAY });
const promised = commitment(
  sent,
  { behaviourId: 'own', dueAt: now + 6 * HOUR },
  { by: 'jonas', about: 'ines', at: now - 4 * DAY },
);

const lookedAt = note(
  { artifact: crm, behaviourId: 'own', checkInAt: now - HOUR },
  { by: 'ines', about: 'jonas', at: now - 6 * DAY },
);
const kept = commitment(
  lookedAt,
  { behaviourId: 'own', dueAt: now - 2 * DAY },
  { by: 'jonas', about: 'ines', at: now - 5 * DAY },
);
const takenBack = deleteRecord(
  note({ artifact: crm }, { by: 'ines', about: 'jonas', at: now - 2 * DAY, id: 'taken-back' }),
  now - DAY,
);
const stands = answer(takenBack, {}, { by: 'jonas', about: 'ines', at: now - DAY });

export const stories: readonly Story[] = [
  { name: 'today, alone, nothing yet', world: alone, show, press: today },
  { name: 'today, a rep', world: monthOf('jonas'), show, press: today },
  { name: 'today, a rep with two coaches', world: monthOf('leila'), show, press: today },
  { name: 'today, a coach', world: monthOf('ines'), show, press: today },
  {
    name: 'today, missed three times',
    world: onlyWith('jonas', [own, ...missed, justMissed]),
    show,
    press: today,
  },
  {
    name: 'today, what would make it easier',
    world: onlyWith('jonas', [own, explained]),
    show,
    press: today,
  },
  {
    name: 'today, once with each person',
    world: onlyWith('ines', [withEach]),
    show,
    press: today,
  },
  {
    name: 'today, the day to look again',
    world: onlyWith('jonas', [own, lookedAt, kept]),
    show,
    press: today,
  },
  {
    name: 'today, a note was taken back',
    world: onlyWith('jonas', [takenBack, stands]),
    show,
    press: today,
  },
  { name: 'today, a proposal', world: onlyWith('jonas', [own, proposed]), show, press: today },
  {
    name: 'today, a promise is due',
    world: onlyWith('jonas', [own, endless, sent, accepted, promised]),
    show,
    press: today,
  },
];
