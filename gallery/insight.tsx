/** The full page's lines: one's own, and the team's. */
import { addDays, dayOf, weekOf } from '#lib/coaching/calendar.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { DAY } from '#lib/time.ts';
import { answer, behaviour, commitment, log, make, note, ruling, verdict } from '#testing/records.ts';
import { inDashboard } from './shells.tsx';
import type { Story } from './story.ts';
import { alone, artifacts, LONG_NAME, monthOf, now, onlyWith, UNBROKEN, UNBROKEN_NAME } from './worlds.ts';

const show = inDashboard;
const me = ['#tab-me'] as const;
const team = ['#tab-team'] as const;
const monday = weekOf(dayOf(now));

/** Ten entries a week, so many of them done, for the weeks before the current one and at its beginning. */
function entries(about: string, behaviourId: string, done: readonly number[]): Envelope[] {
  return done.flatMap((count, i) => {
    const week = addDays(monday, 7 * (i - done.length));
    return Array.from({ length: 10 }, (_, n) => {
      const day = addDays(week, n % 5);
      const at = Date.parse(`${day}T08:00:00Z`) + n * 1000;
      return log({ behaviourId, day, result: n < count ? 'done' : 'notDone' }, { by: about, about, at });
    });
  });
}

function agreed(name: string, id: string, about: string): Envelope[] {
  const made = behaviour({ name }, { id, by: 'ines', about, at: now - 85 * DAY });
  return [made, answer(made, {}, { by: about, about: 'ines', at: now - 84 * DAY })];
}

const rising = [2, 3, 2, 3, 2, 3, 8, 9, 8, 9];
const fell = [6, 6, 6, 6, 6, 6, 6, 6, 6, 0];
const steady = [5, 6, 4, 5, 6, 5, 4];
const decision = make(
  'decision',
  { changes: 'behaviour', text: 'Say the next step first, then the price.', ownerId: 'jonas', dueAt: now },
  { by: 'jonas', about: 'jonas', at: now - 30 * DAY },
);
const ruled = ruling(
  { key: 'pattern|jonas|next-step', behaviourId: 'next-step', cause: 'brief', remedy: 'brief' },
  { by: 'ines', about: 'jonas', at: now - 12 * DAY },
);
const jonas = [
  ...agreed('Next step said aloud', 'next-step', 'jonas'),
  ...entries('jonas', 'next-step', rising),
  ...agreed('Follow-up on the same day', 'follow-up', 'jonas'),
  ...entries('jonas', 'follow-up', steady),
  decision,
  ruled,
];
const leila = [...agreed('Price after the plan', 'price', 'leila'), ...entries('leila', 'price', fell)];

/** Eight weeks of notes by one coach, each answered, promised, and looked at again. */
const coached = Array.from({ length: 8 }, (_, i) => {
  const at = now - (52 - 6 * i) * DAY;
  const sent = note(
    {
      artifact: artifacts.crm,
      momentAt: at - 5 * 3_600_000,
      kind: i % 3 === 0 ? 'recognition' : 'correction',
    },
    { by: 'ines', about: 'jonas', at },
  );
  const said = answer(sent, {}, { by: 'jonas', about: 'ines', at: at + DAY / 2 });
  const promised = commitment(sent, { dueAt: at + 3 * DAY }, { by: 'jonas', about: 'ines', at: at + DAY });
  const found = verdict(promised, {}, { by: 'ines', about: 'jonas', at: at + 4 * DAY });
  return [sent, said, promised, found];
}).flat();

const long = [
  ...agreed(UNBROKEN_NAME, 'long', 'jonas'),
  ...entries('jonas', 'long', steady),
  { ...decision, body: { ...decision.body, text: UNBROKEN } },
];
const longNames = [
  { id: 'ines', name: LONG_NAME, roles: ['coach' as const], coachIds: [] },
  { id: 'jonas', name: UNBROKEN_NAME, roles: ['coachee' as const], coachIds: ['ines'] },
];

export const stories: readonly Story[] = [
  { name: 'me, nothing yet', world: onlyWith('jonas', []), show, press: me },
  { name: 'me, alone', world: alone, show, press: me },
  { name: 'me, a month', world: monthOf('jonas'), show, press: me },
  {
    name: 'me, a line that rises and one without limits yet',
    world: onlyWith('jonas', [...jonas, ...coached]),
    show,
    press: me,
    until: '.run-picture svg',
  },
  {
    name: 'me, few weeks',
    world: onlyWith('jonas', [
      ...agreed('Next step said aloud', 'next-step', 'jonas'),
      ...entries('jonas', 'next-step', [3, 5]),
    ]),
    show,
    press: me,
    until: '.run-picture svg',
  },
  {
    name: 'me, too long to break',
    world: onlyWith('jonas', long, longNames),
    show,
    press: me,
    until: '.run-picture svg',
  },
  { name: 'team, nothing yet', world: onlyWith('ines', []), show, press: team },
  { name: 'team, a month', world: monthOf('ines'), show, press: team },
  {
    name: 'team, what stands out',
    world: onlyWith('ines', [...jonas, ...leila, ...coached]),
    show,
    press: team,
    until: '.remarks article',
  },
  {
    name: 'team, too long to break',
    world: onlyWith('ines', [...long, ...coached], longNames),
    show,
    press: [...team, '.team-people summary'],
  },
];
