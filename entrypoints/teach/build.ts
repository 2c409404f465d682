/** Builds elements by hand: the picker runs in other people's pages, where a framework would be too heavy. */

type Props = Record<string, string | boolean | ((event: Event) => void) | undefined>;

/** An element. A function as a prop is a listener (`onclick`), a boolean sets or removes an attribute. */
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
