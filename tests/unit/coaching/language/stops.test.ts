/** What stops a note: words about the person, blame and discipline, and not the words that merely sound like them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check } from '#lib/coaching/language/index.ts';
import { readSentences } from '../../../../training/language/sentences.ts';

function stops(text: string, tag: string): boolean {
  const { verdict, sure } = check(text, tag);
  return verdict === 'personal' && sure;
}

it('the guide says how many held-out sentences are judged wrongly', () => {
  const [english, german] = ['en', 'de'].map(tag => {
    const sentences = readSentences(tag).filter(({ writer, heldOut }) => writer === 's' && heldOut);
    const harmless = sentences.filter(({ label }) => label !== 'personal').map(each => each.sentence);
    const personal = sentences.filter(({ label }) => label === 'personal').map(each => each.sentence);
    return {
      stopped: `${harmless.filter(text => stops(text, tag)).length} of ${harmless.length}`,
      missed: `${personal.filter(text => !stops(text, tag)).length} of ${personal.length}`,
    };
  });
  const said = `${english?.stopped} harmless English ones and ${german?.stopped} German ones would stop a note, and ${english?.missed} and ${german?.missed} that should would not`;
  expect(readFileSync('docs/coaching.md', 'utf8')).toContain(said);
});

describe.each(['en', 'de'])('held-out sentences with words that could stop, in %s', tag => {
  const sentences = readSentences(tag).filter(({ writer, heldOut }) => writer === 's' && heldOut);
  const share = (personal: boolean, wrong: (text: string) => boolean) => {
    const texts = sentences.filter(({ label }) => (label === 'personal') === personal);
    return texts.filter(({ sentence }) => wrong(sentence)).length / texts.length;
  };

  // What is reached; the goal is two and five in a hundred. Of the two mistakes a wrong stop is the worse.
  it('harmless ones seldom stop a note', () => {
    expect(share(false, text => stops(text, tag))).toBeLessThanOrEqual(0.02);
  });

  it('blame, traits and threats mostly do', () => {
    expect(share(true, text => !stops(text, tag))).toBeLessThanOrEqual(0.2);
  });
});

it.each([
  ['en', 'Attach the landlord’s written warning to the case.'],
  ['en', 'Put the disciplinary policy on the agenda for Monday.'],
  ['en', 'The invoice was marked as a final warning.'],
  ['en', 'Everybody knows when to look again.'],
  ['en', 'You always greet by name.'],
  ['en', 'You handled a rude caller calmly.'],
  ['en', 'Strike three lines from the second paragraph.'],
  ['en', 'You are fired up about the demo, start it at nine.'],
  ['en', 'Tell HR by Friday on which day you start.'],
  ['en', 'At 3:10 the customer said "you are lazy liars", and you asked for the order number.'],
  ['de', 'Frau Berger hat eine Abmahnung vom Vermieter erhalten, leg sie in den Ordner.'],
  ['de', 'Setz die Vorlage für Abmahnungen auf die Tagesordnung.'],
  ['de', 'Du begrüßt immer mit Namen.'],
  ['de', 'Du bist mit einem frechen Anrufer ruhig umgegangen.'],
  ['de', 'Gib den Zettel bis Freitag in der Personalabteilung ab.'],
  ['de', 'Schreib das Datum dazu, sonst kommt die Kündigung des Kunden zu spät an.'],
  ['de', 'Bei 3:10 sagte der Kunde „ihr seid faule Lügner“, und du hast nach der Nummer gefragt.'],
])('in %s, %j does not stop a note', (tag, text) => {
  expect(stops(text, tag)).toBe(false);
});

it.each([
  ['en', 'You will get a written warning for this.'],
  ['en', 'We will take disciplinary action against you.'],
  ['en', 'If it happens again there will be consequences for you.'],
  ['en', 'I am putting you on a performance improvement plan.'],
  ['en', 'That is strike two.'],
  ['en', 'Why do you never call back?'],
  ['de', 'Dafür bekommst du eine Abmahnung.'],
  ['de', 'Beim nächsten Mal gibt es eine Verwarnung.'],
  ['de', 'Das hat Konsequenzen für dich.'],
  ['de', 'Das kommt in deine Personalakte.'],
  ['de', 'Warum rufst du nie zurück?'],
])('in %s, %j stops a note', (tag, text) => {
  expect(stops(text, tag)).toBe(true);
});
