import { i18n } from '#i18n';
import { listFields } from '#lib/anchors/field/field.ts';
import type { SiteDefinition } from '#lib/artifacts/definition/definition.ts';
import { identify } from '#lib/artifacts/identify/identify.ts';
import { fieldPatternFor, readersFor } from '#lib/artifacts/teach/describe-element.ts';
import { guessAddresses } from '#lib/artifacts/teach/guess-definition.ts';
import { type TrialPart, tryDefinition } from '#lib/artifacts/teach/try-definition.ts';
import { ask } from '#lib/messages/ask.ts';
import { type CardView, createCard } from './card.ts';
import { followPage } from './follow-page.ts';
import { beginLesson, type Lesson, textParts, toDefinition } from './lesson.ts';
import { pointAt } from './point.ts';
import { type LessonRemark, wordsFor } from './words.ts';

/** How many fields the card names. */
const SHOWN_FIELDS = 4;

/** Opens the picker if somebody asked for it, and takes it along from record to record. */
export async function startTeach(life: AbortController): Promise<void> {
  const { signal } = life;
  const session = await ask('teach.open', null).catch(() => undefined);
  if (!session) {
    life.abort();
    return;
  }
  const { today, known } = session;
  const page = () => ({ url: location.href, document });
  let lesson: Lesson = beginLesson(session, page());
  let lastUrl = location.href;
  let saved = false;
  let problems: string[] = [];
  /** What was read on each record so far, by the record's key. */
  const read = new Map<string, Record<(typeof textParts)[number], string>>();
  let fieldsFor = '';
  let fieldsText = '';

  const card = createCard(
    lesson,
    {
      change(part) {
        if (part.chosen !== undefined) {
          const type = lesson.choices[part.chosen]?.type;
          if (type && typeof lesson.type === 'string') part = { ...part, type };
        }
        touch({ ...lesson, ...part });
      },
      point,
      forget(what) {
        if (what === 'fields') touch({ ...lesson, fieldPattern: undefined });
        else {
          const { [what]: _gone, ...texts } = lesson.texts;
          touch({ ...lesson, texts });
        }
      },
      save: () => void save(),
      close,
    },
    signal,
  );

  function close(): void {
    // If the extension was updated meanwhile, there is nobody left to tell.
    ask('teach.end', null).catch(() => undefined);
    life.abort();
  }

  /** The lesson has changed, so it is kept for the next page of this tab, and tried at once. */
  function touch(next: Lesson): void {
    lesson = next;
    saved = false;
    problems = [];
    read.clear();
    const draft = toDefinition(lesson, page(), today);
    if (draft) ask('teach.keep', { draft }).catch(close);
    look();
  }

  function point(what: TrialPart): void {
    card.pointing(what);
    pointAt({
      outline: card.outline,
      say: card.say,
      isOurs: card.contains,
      signal,
      onDone(element) {
        card.pointing(undefined);
        if (!element) return;
        if (what === 'fields') {
          const fieldPattern = fieldPatternFor(element);
          if (fieldPattern) touch({ ...lesson, fieldPattern });
          else {
            problems = [i18n.t('sites.teach.noPattern')];
            look();
          }
          return;
        }
        const readers = readersFor(element);
        if (readers.length > 0) touch({ ...lesson, texts: { ...lesson.texts, [what]: readers } });
        else {
          problems = [i18n.t('sites.teach.noSelector')];
          look();
        }
      },
    });
  }

  async function save(): Promise<void> {
    const definition = toDefinition(lesson, page(), today);
    if (!definition) return;
    try {
      const answer = await ask('teach.save', { definition });
      saved = answer.ok;
      problems = answer.ok ? [] : [i18n.t('sites.teach.refused'), ...answer.problems];
      look();
    } catch {
      close();
    }
  }

  /** The next record of the same kind has its id in the same part of the address. */
  function follow(): void {
    if (location.href === lastUrl) return;
    lastUrl = location.href;
    const chosen = JSON.stringify(lesson.choices[lesson.chosen]?.address);
    const guesses = guessAddresses(lastUrl).map(guess => ({ ...guess, address: [guess.address] }));
    const same = guesses.findIndex(({ address }) => JSON.stringify(address) === chosen);
    if (same >= 0) lesson = { ...lesson, choices: guesses, chosen: same };
    else if (lesson.choices.length === 0) lesson = beginLesson({ today, known }, page());
  }

  function look(): void {
    follow();
    const definition = toDefinition(lesson, page(), today);
    const trial = definition && tryDefinition(definition, page());
    const fits = !!trial && !trial.remarks.some(({ code }) => code === 'address');
    const remarks: LessonRemark[] = trial?.remarks ?? [];
    if (fits && trial.artifact) {
      const { key } = trial.artifact;
      const same = textParts.find(
        what => what === 'title' && trial.found[what] && isSame(what, key, trial.found[what]),
      );
      if (same) remarks.push({ code: 'same', what: same });
      if (known && movesKey(known, key)) remarks.push({ code: 'moved' });
      read.set(key, trial.found);
    }
    const view: CardView = {
      found: { title: '', owner: '', stage: '', ...trial?.found, fields: fields(definition) },
      remarks: remarks.map(wordsFor),
      maySave: definition !== undefined,
      saved,
      problems,
    };
    card.show(lesson, view);
  }

  const isSame = (what: (typeof textParts)[number], key: string, text: string) =>
    [...read].some(([other, texts]) => other !== key && texts[what] === text);

  function movesKey(before: SiteDefinition, key: string): boolean {
    const then = identify(before, page());
    return then !== null && then.site !== 'page' && then.key !== key;
  }

  /** Names the first few fields. Since a record may have hundreds, we look again only for another page or pattern. */
  function fields(definition: SiteDefinition | undefined): string {
    const now = JSON.stringify([location.href, document.title, lesson.fieldPattern]);
    if (now === fieldsFor && fieldsText !== '') return fieldsText;
    fieldsFor = now;
    const pattern = definition?.fieldPattern;
    const all = listFields(document, pattern ? { fieldPattern: pattern } : undefined);
    const names = all.filter(({ key }) => !pattern?.key || key !== undefined).map(({ label }) => label);
    const shown = names.slice(0, SHOWN_FIELDS).join(', ') + (names.length > SHOWN_FIELDS ? ' …' : '');
    fieldsText = names.length === 0 ? '' : i18n.t('sites.teach.fieldsFound', [String(names.length), shown]);
    return fieldsText;
  }

  look();
  followPage(look, signal);
}
