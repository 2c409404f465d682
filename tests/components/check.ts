/** What every view must keep, however it is looked at. */
import axe from 'axe-core';
import { userEvent } from 'vitest/browser';

/** What axe finds on the page: what has no name, bad contrast, roles, landmarks. Or only by some of its rules. */
export async function axeProblems(...rules: string[]): Promise<string[]> {
  const { violations } = await axe.run(document, rules.length > 0 ? { runOnly: rules } : {});
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/** What reaches over the edge of the window. What is cut off with dots, or for eyes invisible, does not. */
export function tooWide(): string[] {
  const width = document.documentElement.clientWidth;
  const over = [...document.body.querySelectorAll('*')].filter(element => {
    const { left, right } = element.getBoundingClientRect();
    return (left < -0.5 || right > width + 0.5) && !isCut(element);
  });
  const scrolls = document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : [];
  const innermost = over.filter(element => !over.some(other => other !== element && element.contains(other)));
  return [...scrolls, ...innermost.map(describe)];
}

function isCut(element: Element): boolean {
  for (let each = element.parentElement; each && each !== document.body; each = each.parentElement) {
    if (getComputedStyle(each).overflowX !== 'visible') return true;
  }
  return element.matches('.visually-hidden');
}

const INTERACTIVE =
  'a[href], button, input, select, textarea, summary, [tabindex="0"], [role="tab"], [contenteditable="true"]';

/** What one can press or write in, but not get to by Tab alone. Of a group with arrow keys, one is enough. */
export async function notReachedByTab(container: HTMLElement): Promise<string[]> {
  const wanted = [...container.querySelectorAll<HTMLElement>(INTERACTIVE)].filter(
    each => !each.matches(':disabled') && each.checkVisibility({ visibilityProperty: true }),
  );
  const missing = new Set(wanted);
  container.tabIndex = -1;
  container.focus();
  // A field for a date or a time has a stop for each of its parts.
  for (let presses = wanted.length + 3 * wanted.filter(isInParts).length; presses >= 0; presses--) {
    await userEvent.tab();
    const at = document.activeElement;
    if (!at || at === document.body) break;
    for (const each of wanted) if (each === at || groupOf(each) === groupOf(at)) missing.delete(each);
  }
  container.removeAttribute('tabindex');
  return [...missing].map(describe);
}

function isInParts(element: Element): boolean {
  return element instanceof HTMLInputElement && ['date', 'time'].includes(element.type);
}

/** Radio buttons of one name, tabs of one list: the browser, or we, move in it by arrow keys. */
function groupOf(element: Element): unknown {
  if (element instanceof HTMLInputElement && element.type === 'radio') return `radio ${element.name}`;
  return element.role === 'tab' ? element.closest('[role="tablist"]') : element;
}

function describe(element: Element): string {
  const { left, right } = element.getBoundingClientRect();
  const words = element.textContent?.trim().slice(0, 60);
  return `<${element.localName} class="${element.className}"> ${Math.round(left)} to ${Math.round(right)}: ${words}`;
}
