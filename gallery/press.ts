/** Presses what a story names, once it is there. */
import { browser } from './stand-in/browser.ts';

const PRESSABLE = 'button, a, summary, label';
/** How long a view may take until it shows something, in ms. */
const PATIENCE = 5000;

export async function press(container: Element, what: string): Promise<void> {
  const found = await appeared(container, () => pressable(container, what));
  if (!found) throw new Error(`There is nothing to press that is called ${what}.`);
  found.click();
}

/** Waits until there is an element that the selector names. */
export async function seen(container: Element, selector: string): Promise<void> {
  const found = await appeared(container, () => container.querySelector(selector) ?? undefined);
  if (!found) throw new Error(`There is no ${selector}.`);
}

function pressable(container: Element, what: string): HTMLElement | undefined {
  if (/^[#.[]/.test(what)) return container.querySelector<HTMLElement>(what) ?? undefined;
  const words = browser.i18n.getMessage(what.replaceAll('.', '_'));
  if (!words) throw new Error(`locales have no ${what}.`);
  return [...container.querySelectorAll<HTMLElement>(PRESSABLE)].find(
    each => (each.getAttribute('aria-label') ?? each.textContent)?.trim() === words && each.checkVisibility(),
  );
}

/** Looks again whenever something in the container changes. */
function appeared<T>(container: Element, look: () => T | undefined): Promise<T | undefined> {
  const { promise, resolve } = Promise.withResolvers<T | undefined>();
  const check = () => {
    const found = look();
    if (found) resolve(found);
  };
  const observer = new MutationObserver(check);
  observer.observe(container, { childList: true, subtree: true, attributes: true, characterData: true });
  const late = setTimeout(resolve, PATIENCE, undefined);
  check();
  return promise.finally(() => {
    observer.disconnect();
    clearTimeout(late);
  });
}
