import { describe, expect, it } from 'vitest';
import { applied, matching, phraseChoices } from '#components/composer/fields/phrase-choices.ts';
import { newDraft } from '#components/composer/state/draft-content.ts';
import { shippedBehaviours } from '#lib/coaching/behaviours/library/index.ts';
import { check } from '#lib/coaching/language/index.ts';
import { sentencesOf } from '#lib/coaching/language/sentences.ts';
import { phrasesIn } from '#lib/coaching/notes/phrases/index.ts';
import { questionsIn } from '#lib/coaching/notes/question-set.ts';
import { canSend } from '#lib/coaching/notes/requirements.ts';
import type { ComposerContext, ComposerDraft, TemplateChoice } from '#lib/messages/contract.ts';
import { noteText } from '#testing/records.ts';

const TEMPLATE: TemplateChoice = {
  id: 't1',
  name: 'Owner and date',
  kind: 'correction',
  behaviourId: 'b1',
  observation: 'The call ended with no date.',
  nextAction: 'Say owner and date before you hang up.',
};
const CONTEXT: ComposerContext = {
  me: { id: 'ines', name: 'Ines', roles: ['coach'] },
  workspaceName: 'Team',
  solo: false,
  audience: 'coaches',
  lateAfter: 86_400_000,
  members: [],
  behaviours: [
    { id: 'b1', name: 'Next step', standard: '', looksLike: 'Confirm the next step aloud before closing.' },
  ],
  templates: [TEMPLATE],
  rubrics: [],
  lexicon: { phrases: [], verbs: [] },
};
const ARTIFACT = { kind: 'crm', site: 'page', key: 'k', url: '', title: 'Deal' } as const;
const draft = (change: Partial<ComposerDraft> = {}): ComposerDraft => ({
  ...newDraft(CONTEXT, ARTIFACT, 0),
  ...change,
});

describe('what / offers', () => {
  it('the list of / starts with what the behaviour looks like, then one’s own templates', () => {
    const [first, second] = phraseChoices('nextAction', draft({ behaviourId: 'b1' }), CONTEXT, 'en');
    expect(first?.text).toBe('Confirm the next step aloud before closing.');
    expect(second?.text).toBe('Owner and date');
  });

  it('the list of / finds a template by any of its words', () => {
    const all = phraseChoices('observation', draft(), CONTEXT, 'en');
    expect(matching(all, 'ended no').map(({ id }) => id)).toContain('t1');
    expect(matching(all, 'zebra')).toEqual([]);
  });

  it('a template fills empty fields and leaves what its author wrote', () => {
    const now = draft({ observation: '/own', nextAction: 'Mine.' });
    const choice = { id: 't1', text: TEMPLATE.name, template: TEMPLATE };
    expect({ ...now, ...applied(choice, 'observation', now) }).toMatchObject({
      observation: 'The call ended with no date.',
      nextAction: 'Mine.',
      behaviourId: 'b1',
    });
  });
});

describe('the shipped phrases', () => {
  it('the shipped phrases are as many for the same fields in each language', () => {
    const places = (locale: string) => phrasesIn(locale).map(({ part, kind }) => `${part} ${kind ?? ''}`);
    expect(places('de-AT')).toEqual(places('en'));
    expect(phrasesIn('da')).toBe(phrasesIn('en'));
  });

  it.each(['en', 'de'])(
    'in %s, each shipped phrase asks one thing or is a set of questions, and passes the language check',
    locale => {
      const judged = phrasesIn(locale).map(phrase => ({ ...phrase, ...check(phrase.text, locale) }));
      for (const { part, kind, text } of judged) {
        const isSet = kind === 'question' && text.includes('\n');
        if (part === 'nextAction' && !isSet) expect(sentencesOf(text), text).toHaveLength(1);
        if (isSet) expect(canSend({ ...noteText, kind: 'question', nextAction: text }), text).toBe(true);
      }
      const actions = judged.filter(({ part, kind }) => part === 'nextAction' && kind === 'correction');
      expect(actions.filter(({ verdict }) => verdict !== 'observable')).toEqual([]);
      const behaviours =
        locale === 'en' ? shippedBehaviours.map(({ body }) => check(body.looksLike, 'en')) : [];
      const all = [...judged, ...behaviours];
      const passed = all.filter(({ verdict }) => ['observable', 'needs-standard'].includes(verdict));
      expect(passed.length / all.length).toBeGreaterThanOrEqual(0.97);
      expect(judged.filter(({ verdict }) => verdict === 'personal')).toEqual([]);
    },
  );

  it('have the questions after a moment, and those before a clip, in their order', () => {
    const questions = phrasesIn('en').flatMap(({ kind, text }) => (kind === 'question' ? [text] : []));
    for (const inOrder of [
      ['What happened?', 'What did you notice?', 'What will you do differently next time?'],
      [
        'What is the one idea?',
        'Where is the proof?',
        'What is the most likely drop-off point?',
        'What should the viewer do next?',
      ],
    ]) {
      expect(questions.filter(text => inOrder.includes(text))).toEqual(inOrder);
    }
  });

  it.each(['en', 'de'])('have two sets of questions to send at once, in %s', locale => {
    const sets = phrasesIn(locale).flatMap(({ text }) => (text.includes('\n') ? [questionsIn(text)] : []));
    expect(sets.map(set => set.length)).toEqual([3, 4]);
    const single = phrasesIn(locale).map(({ text }) => text);
    expect(single).toEqual(expect.arrayContaining(sets.flat()));
  });

  it('have three corrections to learn from', () => {
    const actions = phrasesIn('en').flatMap(({ part, kind, text }) =>
      part === 'nextAction' && kind === 'correction' ? [text] : [],
    );
    expect(actions).toEqual([
      expect.stringContaining('pause one beat before the headline'),
      expect.stringContaining('one concrete example before the theory'),
      expect.stringContaining('one proof point in the first response'),
    ]);
  });
});
