/** The picker's card, in a closed shadow root in the top layer, like the panel. After the first time only changes are drawn. */
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { TrialPart } from '#lib/artifacts/teach/try-definition.ts';
import type { ArtifactKind } from '#lib/records/artifact.ts';
import { shieldFocus } from '../tools/shield-focus.ts';
import { home } from '../tools/top-layer.ts';
import { build } from './build.ts';
import { type Lesson, textParts } from './lesson.ts';
import { STYLE } from './style.ts';
import { partName } from './words.ts';

/** The same as in lib/records/artifact.ts, whose schema would bring zod into the page. */
const kinds: readonly ArtifactKind[] = ['crm', 'doc', 'video'];

export interface CardActions {
  change(part: Partial<Lesson>): void;
  point(what: TrialPart): void;
  forget(what: TrialPart): void;
  save(): void;
  close(): void;
}

/** What the card shows besides the lesson itself. */
export interface CardView {
  found: Record<TrialPart, string>;
  remarks: string[];
  maySave: boolean;
  /** Set once the lesson is saved. The card stays, so that the person can try it on the next record. */
  saved: boolean;
  problems: string[];
}

export interface Card {
  show(lesson: Lesson, view: CardView): void;
  /** Hides the card while the person points at something on the page; undefined shows it again. */
  pointing(what: TrialPart | undefined): void;
  say(text: string): void;
  outline(box: DOMRect | null): void;
  contains(event: Event): boolean;
}

export function createCard(lesson: Lesson, actions: CardActions, signal: AbortSignal): Card {
  const host = document.createElement('div');
  host.style.cssText = 'all:initial;position:fixed;inset:0 auto auto 0;width:0;height:0;z-index:2147483647';
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = STYLE;

  const addresses = build('div');
  const noAddress = build('p', { class: 'banner warn' }, i18n.t('sites.teach.noAddress'));
  const remarks = build('ul', { class: 'remarks', role: 'status' });
  const problems = build('ul', { class: 'remarks', role: 'alert' });
  const saved = build('p', { class: 'banner good', role: 'status' });
  const said = build('p', { class: 'banner said', role: 'status', hidden: true });
  const hint = build('p', { class: 'point', hidden: true });
  const values = new Map<TrialPart, HTMLElement>();
  const forgets = new Map<TrialPart, HTMLButtonElement>();
  const points = new Map<TrialPart, HTMLButtonElement>();
  const save = build(
    'button',
    { class: 'primary', type: 'button', onclick: trusted(actions.save) },
    i18n.t('sites.teach.save'),
  );
  const close = build('button', { class: 'quiet', type: 'button', onclick: trusted(actions.close) });
  const kindNames: Record<ArtifactKind, string> = {
    crm: i18n.t('artifactCrm'),
    doc: i18n.t('artifactDoc'),
    video: i18n.t('artifactVideo'),
  };
  const kindInputs = kinds.map(kind =>
    build('input', { type: 'radio', name: 'kind', value: kind, onchange: () => actions.change({ kind }) }),
  );
  const type = build('input', {
    type: 'text',
    id: 'type',
    maxlength: '64',
    spellcheck: 'false',
    oninput: () => actions.change({ type: type.value.trim() || 'record' }),
  });
  const name = build('input', {
    type: 'text',
    id: 'name',
    maxlength: '100',
    oninput: () => actions.change({ name: name.value }),
  });

  const card = build(
    'div',
    {
      class: 'card',
      role: 'dialog',
      'aria-labelledby': 'heading',
      // Our words may have another language and direction than the page.
      lang: i18n.t('language'),
      dir: browser.i18n.getMessage('@@bidi_dir'),
      onkeydown: onKey,
    },
    hint,
    said,
    build(
      'div',
      { class: 'row' },
      build('h2', { id: 'heading', class: 'grow', tabindex: '-1' }, i18n.t('sites.teach.heading')),
      icon(i18n.t('composer.otherSide'), '⇄', () => card.classList.toggle('left')),
      icon(i18n.t('composer.close'), '✕', actions.close),
    ),
    build('p', { class: 'hint' }, i18n.t('sites.teach.why')),
    build('label', {}, build('span', { class: 'label' }, i18n.t('sites.teach.name')), name),
    build(
      'fieldset',
      {},
      build('legend', {}, i18n.t('sites.teach.kind')),
      build(
        'div',
        { class: 'choices' },
        ...kinds.map((kind, i) =>
          build('label', { class: 'choice' }, kindInputs[i] ?? '', build('span', {}, kindNames[kind])),
        ),
      ),
    ),
    build('label', {}, build('span', { class: 'label' }, i18n.t('sites.teach.type')), type),
    build('fieldset', {}, build('legend', {}, i18n.t('sites.teach.named')), addresses, noAddress),
    build(
      'fieldset',
      {},
      build('legend', {}, i18n.t('sites.teach.found')),
      build('div', { class: 'parts' }, ...[...textParts, 'fields' as const].map(part)),
    ),
    remarks,
    problems,
    saved,
    build('div', { class: 'row' }, save, close),
  );

  function part(what: TrialPart): HTMLElement {
    const label = partName(what);
    const value = build('span', { class: 'value', dir: 'auto' });
    const point = build(
      'button',
      {
        class: 'quiet',
        type: 'button',
        'aria-label': i18n.t('sites.teach.pointAt', [label]),
        onclick: trusted(() => actions.point(what)),
      },
      i18n.t('sites.teach.point'),
    );
    const forget = build(
      'button',
      {
        class: 'icon',
        type: 'button',
        'aria-label': i18n.t('sites.teach.forget', [label]),
        title: i18n.t('sites.teach.forget', [label]),
        onclick: trusted(() => actions.forget(what)),
      },
      '✕',
    );
    values.set(what, value);
    points.set(what, point);
    forgets.set(what, forget);
    return build(
      'div',
      { class: 'part', role: 'group', 'aria-label': label },
      build('span', { class: 'label' }, label),
      value,
      build('span', { class: 'acts' }, point, forget),
    );
  }

  function onKey(event: Event): void {
    if ((event as KeyboardEvent).key === 'Escape') actions.close();
  }

  function drawAddresses({ choices, chosen }: Lesson): void {
    const focused = (root.activeElement as HTMLInputElement | null)?.name === 'address';
    addresses.replaceChildren(
      ...choices.map(({ shown }, i) => {
        const input = build('input', {
          type: 'radio',
          name: 'address',
          onchange: () => actions.change({ chosen: i }),
        });
        input.checked = i === chosen;
        return build(
          'label',
          { class: 'address' },
          input,
          build('span', {}, shown.before, build('mark', {}, shown.id), shown.after),
        );
      }),
    );
    if (focused) (addresses.querySelectorAll('input')[chosen] as HTMLInputElement | undefined)?.focus();
  }

  let drawn = '';
  const outline = build('div', { class: 'outline', hidden: true });
  root.append(style, card, outline);
  name.value = lesson.name;
  host.popover = 'manual';
  home().append(host);
  host.showPopover();
  shieldFocus(host, signal);
  for (const key of ['keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'change']) {
    host.addEventListener(key, event => event.stopPropagation(), { signal });
  }
  signal.addEventListener('abort', () => host.remove());
  card.querySelector<HTMLElement>('#heading')?.focus();

  return {
    show(next, view) {
      const addressKey = JSON.stringify([next.choices.map(({ shown }) => shown), next.chosen]);
      if (addressKey !== drawn) drawAddresses(next);
      drawn = addressKey;
      noAddress.hidden = next.choices.length > 0;
      for (const input of kindInputs) input.checked = input.value === next.kind;
      const isPlain = typeof next.type === 'string';
      if (isPlain && root.activeElement !== type) type.value = String(next.type);
      if (type.parentElement) type.parentElement.hidden = !isPlain;
      for (const [what, value] of values) setText(value, view.found[what]);
      for (const [what, button] of forgets) {
        button.hidden = what === 'fields' ? !next.fieldPattern : what === 'title' || !next.texts[what];
      }
      setList(remarks, view.remarks);
      setList(problems, view.problems);
      saved.hidden = !view.saved;
      setText(saved, view.saved ? i18n.t('sites.teach.saved') : '');
      save.disabled = !view.maySave;
      const isJustSaved = view.saved && !save.hidden;
      save.hidden = view.saved;
      setText(close, view.saved ? i18n.t('sites.teach.done') : i18n.t('sites.teach.notNow'));
      // The button that had the focus is gone, but Escape and Enter must still work.
      if (isJustSaved) close.focus();
    },
    pointing(what) {
      card.classList.toggle('pointing', what !== undefined);
      hint.hidden = what === undefined;
      said.hidden = true;
      if (what) {
        hint.textContent = i18n.t('sites.teach.pointing', [partName(what)]);
        hint.tabIndex = -1;
        hint.focus();
        hint.dataset.what = what;
      } else points.get(hint.dataset.what as TrialPart)?.focus();
    },
    say(text) {
      said.hidden = text === '';
      setText(said, text);
    },
    outline(box) {
      outline.hidden = box === null;
      if (!box) return;
      const { style } = outline;
      for (const side of ['left', 'top'] as const) style[side] = `${box[side] - 3}px`;
      for (const side of ['width', 'height'] as const) style[side] = `${box[side] + 6}px`;
    },
    contains: event => event.composedPath().includes(host),
  };
}

/** Listens only to what a person did. A page can make events too, but not trusted ones. */
function trusted(act: () => void): (event: Event) => void {
  return event => {
    if (event.isTrusted) act();
  };
}

function icon(label: string, sign: string, act: () => void): HTMLElement {
  const props = { class: 'icon', type: 'button', 'aria-label': label, title: label, onclick: trusted(act) };
  return build('button', props, sign);
}

/** Sets a text only if it changed, because a screen reader reads a live region aloud whenever it is written. */
function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function setList(list: HTMLElement, texts: string[]): void {
  if ([...list.children].map(item => item.textContent).join('\n') === texts.join('\n')) return;
  list.replaceChildren(...texts.map(text => build('li', { class: 'banner warn' }, text)));
}
