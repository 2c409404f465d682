/** A lesson: what the person has pointed at so far, and the definition that comes out of it. */
import type { FieldPattern, PageRule, Reader, SiteDefinition } from '#lib/artifacts/definition/definition.ts';
import { matchAddress } from '#lib/artifacts/identify/match-address.ts';
import {
  type AddressGuess,
  guessAddresses,
  guessDefinition,
  guessKind,
} from '#lib/artifacts/teach/guess-definition.ts';
import type { TeachSession } from '#lib/messages/contract.ts';
import type { ArtifactKind } from '#lib/records/artifact.ts';

export const textParts = ['title', 'owner', 'stage'] as const;
export type TextPart = (typeof textParts)[number];

/** A part of an address that may name the record. It has a `rule` if an earlier lesson says so. */
export interface AddressChoice extends Omit<AddressGuess, 'address'> {
  address: PageRule['address'];
}

export interface Lesson {
  /** The host's definition that this lesson changes, and its page; none for a new site. */
  rule?: PageRule | undefined;
  name: string;
  kind: ArtifactKind;
  /** What a record of this kind is called, such as `deal`. */
  type: PageRule['type'];
  choices: AddressChoice[];
  chosen: number;
  texts: Partial<Record<TextPart, Reader[]>>;
  fieldPattern?: FieldPattern | undefined;
}

interface Page {
  url: string;
  document: Document;
}

/** Begins with what the person pointed at before, else with what is known, else with a guess for them to confirm. */
export function beginLesson({ draft, known, today }: TeachSession, page: Page): Lesson {
  const before = draft ?? known;
  const address = new URL(page.url);
  const rule =
    before?.pages.find(({ address }) => matchAddress(new URL(page.url), address)) ?? draft?.pages[0];
  const guesses: AddressChoice[] = guessAddresses(page.url).map(guess => ({
    ...guess,
    address: [guess.address],
  }));
  if (before && rule) {
    const same = guesses.findIndex(guess => JSON.stringify(guess.address) === JSON.stringify(rule.address));
    const groups = (rule.key ?? ['type', 'id']).filter(group => group !== 'type');
    const id = matchAddress(address, rule.address)?.id ?? '';
    const kept: AddressChoice = {
      address: rule.address,
      type: '',
      groups,
      shown: { before: '', id, after: '' },
    };
    const { title, owner, stage } = rule;
    return {
      rule,
      name: before.name,
      kind: rule.kind ?? before.kind,
      type: rule.type,
      choices: same < 0 ? [kept, ...guesses] : guesses,
      chosen: Math.max(same, 0),
      texts: { ...(title && { title }), ...(owner && { owner }), ...(stage && { stage }) },
      fieldPattern: before.fieldPattern,
    };
  }
  const kind = guessKind(page);
  const guess = guessDefinition(page, kind, today, guessAddresses(page.url)[0])?.pages[0];
  return {
    name: known?.name ?? new URL(page.url).host,
    kind,
    type: guesses[0]?.type ?? 'record',
    choices: guesses,
    chosen: 0,
    texts: {
      title: guess?.title ?? [{ css: 'title' }],
      ...(guess?.owner && { owner: guess.owner }),
      ...(guess?.stage && { stage: guess.stage }),
    },
  };
}

/** The definition so far; undefined while the page's address names no record. */
export function toDefinition(lesson: Lesson, page: Page, today: string): SiteDefinition | undefined {
  const choice = lesson.choices[lesson.chosen];
  if (!choice) return undefined;
  const [guess] = guessAddresses(page.url);
  const frame = guess && guessDefinition(page, lesson.kind, today, guess);
  if (!frame) return undefined;
  const { title: _t, owner: _o, stage: _s, ...rule } = lesson.rule ?? ({} as PageRule);
  return {
    ...frame,
    name: lesson.name.trim() || frame.name,
    pages: [
      {
        ...rule,
        type: lesson.type,
        address: choice.address,
        key: ['type', ...choice.groups],
        ...lesson.texts,
      },
    ],
    ...(lesson.fieldPattern && { fieldPattern: lesson.fieldPattern }),
  };
}
