/** What Sideline ships to begin with, by the people it is for: nothing of it gets lost. */
import { describe, expect, it } from 'vitest';
import {
  behavioursOf,
  levelTexts,
  shippedBehaviour,
  shippedBehaviours,
} from '#lib/coaching/behaviours/library/index.ts';
import { type BehaviourRole, behaviourRoles } from '#lib/records/kinds/behaviour.ts';

const MATRIX = ['decision-owner', 'concern-first', 'next-step-written', 'joint-session', 'friday-progress'];

const shipped: [what: string, role: BehaviourRole, names: string[]][] = [
  [
    'sales and service',
    'sales',
    [
      'next-step-aloud',
      'ask-next-step',
      'cold-reason',
      'updates-before-end',
      'same-day-follow-up',
      'response-time',
      'escalation-accuracy',
      'follow-up-completion',
    ],
  ],
  [
    'whoever is on camera',
    'creator',
    ['opening-structure', 'voice-pace', 'eye-line', 'segment-transitions', 'cta-placement'],
  ],
  ['whoever presents or teaches', 'creator', ['audience-outcome', 'retrieval-question']],
  ['editors and producers', 'editor', ['turnaround-time', 'version-accuracy', 'notes-implemented']],
  [
    'leaders, their rhythm',
    'leader',
    ['daily-huddle', 'two-coaching-conversations', 'field-observation', 'obstacle-question'],
  ],
  ['leaders, their work', 'leader', ['one-on-ones', 'priority-decisions']],
  ['leaders, the five of the behaviour matrix', 'leader', MATRIX],
  [
    'whoever leads creators',
    'creatorLead',
    ['coaching-frequency', 'response-quality', 'follow-up-reliability'],
  ],
  [
    'everybody, small habits',
    'everyone',
    [
      'next-day-priorities',
      'walk-after-lunch',
      'outreach-messages',
      'opening-lines-aloud',
      'rehearsal-video',
      'ask-for-feedback',
    ],
  ],
  [
    'everybody, the working day',
    'everyone',
    [
      'morning-planning',
      'logged-before-lunch',
      'difficult-conversation',
      'no-email-shutdown',
      'meeting-preparation',
    ],
  ],
];

describe('the library has behaviours for', () => {
  it.each(shipped)('%s', (_what, role, names) => {
    const offered = behavioursOf(role).map(({ id }) => id);
    expect(offered).toEqual(expect.arrayContaining(names.map(name => `library:${name}`)));
    for (const name of names) expect(shippedBehaviour(`library:${name}`)?.body.role).toBe(role);
  });
});

describe('for leaders', () => {
  it.each([
    ['decision-owner', /cycle time.*handoffs/i],
    ['concern-first', /engagement.*feedback/i],
    ['next-step-written', /held out of those planned.*next steps.*results/i],
    ['joint-session', /joint initiatives.*value/i],
    ['friday-progress', /progress updates.*same aim/i],
  ])('%s says which figures it should move, apart from why it works', (name, figures) => {
    const { watch, whyItWorks } = shippedBehaviour(`library:${name}`)?.body ?? {};
    expect(watch).toMatch(figures);
    expect(whyItWorks).toMatch(/\.$/);
    expect(whyItWorks).not.toMatch(/watch/i);
  });

  it('what is done once with each person is counted by person', () => {
    const each = shippedBehaviours.filter(({ body }) =>
      /\b(?:a person|a creator) a week\b/.test(body.howOften),
    );
    expect(each.map(({ id }) => id)).toHaveLength(3);
    for (const { id, body } of each) {
      expect([id, body.measure]).toEqual([id, { kind: 'frequency', target: 1, per: 'week', people: 1 }]);
    }
  });

  it('each of three levels is asked for something else, and nobody besides is', () => {
    expect(new Set(Object.values(levelTexts('leader') ?? {})).size).toBe(3);
    for (const role of behaviourRoles) expect([role, !!levelTexts(role)]).toEqual([role, role === 'leader']);
  });
});
