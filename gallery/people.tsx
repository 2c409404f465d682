/** The coach's tab: what waits, patterns and stalls, the people, one of them. */
import { DAY, HOUR } from '#lib/time.ts';
import { answer, behaviour, commitment, note, ruling, verdict } from '#testing/records.ts';
import { inSidebar } from './shells.tsx';
import type { Story } from './story.ts';
import { artifacts, LONG_NAME, monthOf, now, onlyWith, UNBROKEN_NAME } from './worlds.ts';

const { crm } = artifacts;
const people = ['#tab-people'] as const;
const show = inSidebar;

const nextStep = behaviour({ name: UNBROKEN_NAME }, { id: 'next-step', by: 'ines', about: 'jonas' });
const repeated = [9, 7, 5, 3].map(days =>
  note(
    { artifact: { ...crm, key: `${crm.key}-${days}` } },
    { by: 'ines', about: 'jonas', at: now - days * DAY },
  ),
);
const late = note({ artifact: crm }, { by: 'ines', about: 'jonas', at: now - 20 * DAY });
const accepted = answer(late, {}, { by: 'jonas', about: 'ines', at: now - 19 * DAY });
const promised = commitment(
  late,
  { dueAt: now - 9 * DAY },
  { by: 'jonas', about: 'ines', at: now - 18 * DAY },
);
/** Due an hour ago, and its coach has said since that it was not there. */
const unseenPromise = commitment(
  late,
  { dueAt: now - HOUR, behaviourId: 'next-step' },
  { by: 'jonas', about: 'ines', at: now - 2 * DAY },
);
const unseen = verdict(unseenPromise, { finding: 'not' }, { by: 'ines', about: 'jonas', at: now - HOUR / 2 });

const longNames = [
  { id: 'ines', name: LONG_NAME, roles: ['coach' as const], coachIds: [] },
  { id: 'jonas', name: LONG_NAME, roles: ['coachee' as const], coachIds: ['ines'] },
  { id: 'leila', name: UNBROKEN_NAME, roles: ['coachee' as const], coachIds: ['ines'] },
];

const decided = ruling(
  { key: 'pattern|jonas|next-step', behaviourId: 'next-step', cause: 'brief', remedy: 'brief' },
  { by: 'ines', about: 'jonas', at: now - 2 * DAY, refs: repeated.map(({ id }) => id) },
);

export const stories: readonly Story[] = [
  { name: 'people', world: monthOf('ines'), show, press: people },
  {
    name: 'people, what came back before',
    world: onlyWith('ines', [nextStep, ...repeated, decided]),
    show,
    press: people,
  },
  { name: 'people, nothing yet', world: onlyWith('ines', []), show, press: people },
  { name: 'people, long names', world: onlyWith('ines', repeated, longNames), show, press: people },
  {
    name: 'people, a pattern to decide on',
    world: onlyWith('ines', [nextStep, ...repeated]),
    show,
    press: [...people, 'coach.decide'],
  },
  {
    name: 'people, a stall to decide on',
    world: onlyWith('ines', [nextStep, late, accepted, promised]),
    show,
    press: [...people, 'coach.decide'],
  },
  {
    name: 'people, a miss that the coach saw',
    world: onlyWith('ines', [nextStep, late, accepted, unseenPromise, unseen]),
    show,
    press: people,
  },
  {
    name: 'people, something smaller to propose',
    world: onlyWith('ines', [nextStep, late, accepted, promised]),
    show,
    press: [...people, 'coach.proposeSmaller'],
  },
  {
    name: 'person',
    world: monthOf('ines'),
    show,
    press: [...people, '.people li:nth-child(1) button'],
  },
  {
    name: 'person, nothing yet',
    world: onlyWith('ines', []),
    show,
    press: [...people, '.people li:nth-child(2) button'],
  },
];
