/** Elements by hand: the picker lives in foreign pages, where no framework is worth its weight. */

type Props = Record<string, string | boolean | ((event: Event) => void) | undefined>;

/** An element; a prop that is a function listens (`onclick`), a boolean switches an attribute. */
export function build<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (typeof value === 'string') element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}
