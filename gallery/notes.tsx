/** The sidebar's first tab: the notes on the page, their threads, and the places that they have lost. */
import type { Body } from '#lib/records/types.ts';
import { DAY, HOUR } from '#lib/time.ts';
import { answer, behaviour, commitment, evidence, make, note, verdict } from '#testing/records.ts';
import { inSidebar } from './shells.tsx';
import type { Story } from './story.ts';
import { alone, artifacts, beside, LONG_NAME, monthOf, now, onlyWith, UNBROKEN } from './worlds.ts';

const { crm, video } = artifacts;
const show = inSidebar;
const onCrm = { artifact: crm };
const nextStep = behaviour({}, { id: 'next-step', by: 'ines' });
nextStep.audience = 'workspace';
delete nextStep.subjectId;

const mine = { by: 'ines', about: 'jonas', at: now - DAY };
const sent = note(onCrm, { id: 'note-1', by: 'ines', about: 'jonas', at: now - 3 * DAY });
const accepted = answer(sent, {}, { by: 'jonas', about: 'ines', at: now - 2 * DAY });
const disputed = answer(
  sent,
  { answer: 'dispute', sentence: 'The field was filled in the mobile app; it had not synced yet.' },
  { by: 'jonas', about: 'ines', at: now - 2 * DAY },
);
const promised = commitment(sent, { dueAt: now + DAY }, { by: 'jonas', about: 'ines', at: now - DAY });
/** One green pixel. */
const picture =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const proof = evidence(promised, { picture }, { by: 'jonas', about: 'ines', at: now - 5 * HOUR });
const judged = verdict(
  promised,
  { finding: 'partly', sentence: 'The date was there, the owner was not.' },
  { by: 'ines', about: 'jonas', at: now - HOUR },
);

const placed = [
  note(
    { ...onCrm, anchor: { kind: 'words', quote: { exact: 'An hour a day', prefix: '', suffix: '' } } },
    { id: 'lost', by: 'ines', about: 'jonas', at: now - DAY },
  ),
  note(onCrm, { id: 'unsure', by: 'ines', about: 'jonas', at: now - 2 * DAY }),
];
const changed = note(
  { ...onCrm, anchor: { kind: 'field', label: 'Stage', value: UNBROKEN } },
  { id: 'changed', by: 'ines', about: 'jonas', at: now - DAY },
);
const stretch = note(
  {
    artifact: video,
    anchor: { kind: 'moment', start: 11, end: 21, duration: 51, caption: 'Good question.' },
  },
  { by: 'tom', about: 'sam', at: now - DAY },
);
const scores = make(
  'scorecard',
  {
    artifact: crm,
    anchor: { kind: 'whole' },
    rubric: { id: 'three-minute', version: 1 },
    scores: [{ criterion: 'hook', level: 2 }],
  },
  { by: 'ines', about: 'jonas', at: now - DAY },
);

const endless = note(
  {
    artifact: { ...crm, title: UNBROKEN, owner: LONG_NAME, stage: UNBROKEN },
    anchor: { kind: 'field', label: UNBROKEN, value: UNBROKEN },
    observation: UNBROKEN,
    impact: UNBROKEN,
    nextAction: UNBROKEN,
    affirmation: UNBROKEN,
  },
  { by: 'ines', about: 'jonas', at: now - DAY },
);
const endlessAnswer = answer(endless, { sentence: UNBROKEN }, { by: 'jonas', about: 'ines', at: now - HOUR });

const looked = (
  kind: 'debrief' | 'afterAction' | 'finish',
  more: Partial<Body<'review'>>,
  about: string = crm.key,
) =>
  make(
    'review',
    {
      kind,
      about,
      artifact: crm,
      questionSet: { id: kind, version: 1 },
      answers: [],
      evidence: [],
      noteIds: [],
      ...more,
    },
    { by: 'ines', about: 'jonas', at: now - HOUR },
  );
const answered = ['worked', 'dropped'].map(id => ({ id, text: UNBROKEN, savedAt: now }));
const sitting = ['first', 'second'].map((id, at) =>
  note(onCrm, { id, by: 'ines', about: 'jonas', at: now - HOUR + at }),
);
const resumed = ['[data-testid="review-here"] .row.wrap .button'];

/** As an earlier version stored it. */
const kept: typeof sent = { ...note({ ...onCrm, observation: 'You are lazy.' }, mine), audience: 'author' };

export const stories: readonly Story[] = [
  { name: 'page, nothing yet', world: { ...alone }, show },
  { name: 'page, a month of notes, coach', world: monthOf('ines'), show },
  { name: 'page, on a clip', world: { ...monthOf('tom'), tab: beside(video, { hasVideo: true }) }, show },
  { name: 'page, a stretch of a clip', world: { ...onlyWith('tom', [stretch]), tab: beside(video) }, show },
  {
    name: 'page, nothing to write about',
    world: { ...alone, tab: { url: 'https://news.example/', artifact: null } },
    show,
  },
  { name: 'page, between two records', world: { ...alone, tab: beside(crm, { moving: true }) }, show },
  {
    name: 'page, switched off by an administrator',
    world: { ...alone, policy: { blockedSites: ['*'] } },
    show,
  },
  {
    name: 'page, places lost and unsure',
    world: {
      ...onlyWith('ines', [nextStep, ...placed]),
      tab: beside(crm, { places: { lost: { status: 'orphan' }, unsure: { status: 'unsure' } } }),
    },
    show,
    press: ['[data-note="lost"] .row.wrap > button:nth-child(2)'],
  },
  {
    name: 'page, a field that says something else now',
    world: {
      ...onlyWith('ines', [changed]),
      tab: beside(crm, { places: { changed: { status: 'same', value: 'Won' } } }),
    },
    show,
    until: '[data-testid="then-and-now"]',
  },
  { name: 'page, a scorecard', world: onlyWith('jonas', [scores]), show },
  {
    name: 'page, kept from its person, about the person',
    world: onlyWith('ines', [kept]),
    show,
    press: ['[data-note] .banner .button'],
  },
  { name: 'page, words without an end', world: onlyWith('jonas', [endless, endlessAnswer]), show },
  {
    name: 'page, to look back on',
    world: onlyWith('ines', sitting),
    show,
    press: ['reviews.here'],
  },
  {
    name: 'page, a clip that came out',
    world: {
      ...onlyWith('ines', [looked('debrief', { publishedAt: now - HOUR })]),
    },
    show,
    until: '[data-testid="review-here"][open]',
  },
  {
    name: 'page, a debrief before its end',
    world: onlyWith('ines', [endless, looked('debrief', { answers: answered, publishedAt: now - HOUR })]),
    show,
    press: resumed,
    until: '.review',
  },
  {
    name: 'page, the one ask of a sitting',
    world: onlyWith('ines', [...sitting, looked('finish', { noteIds: ['first', 'second'] }, 'second')]),
    show,
    press: resumed,
    until: '.review',
  },
  { name: 'page, writing', world: monthOf('ines'), show, press: ['sidebar.write'] },
  {
    name: 'page, writing where no script may go',
    world: { ...monthOf('ines'), tab: beside(crm, { outOfReach: true }) },
    show,
    press: ['sidebar.write'],
  },
  { name: 'thread, to be answered', world: onlyWith('jonas', [nextStep, sent]), show },
  { name: 'thread, disputed, to be replied to', world: onlyWith('ines', [nextStep, sent, disputed]), show },
  { name: 'thread, to be promised', world: onlyWith('jonas', [nextStep, sent, accepted]), show },
  {
    name: 'thread, to be shown',
    world: onlyWith('jonas', [nextStep, sent, accepted, promised]),
    show,
  },
  {
    name: 'thread, to be judged',
    world: onlyWith('ines', [nextStep, sent, accepted, promised, proof]),
    show,
  },
  {
    name: 'thread, judged',
    world: onlyWith('jonas', [nextStep, sent, accepted, promised, proof, judged]),
    show,
  },
];
