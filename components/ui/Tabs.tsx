import type { KeyboardEvent, ReactNode } from 'react';

export interface Tab<T extends string> {
  id: T;
  label: ReactNode;
}

interface Props<T extends string> {
  /** The tab list's name for a screen reader. */
  name: string;
  tabs: readonly Tab<T>[];
  selected: T;
  /** The id of the element that shows the selected tab, which is `labelledBy(selected)`. */
  panelId: string;
  onSelect(id: T): void;
}

/** The id of a tab's button, for the panel's `aria-labelledby`. */
export function labelledBy(tab: string): string {
  return `tab-${tab}`;
}

/** Tabs by the ARIA pattern: one stop for Tab; arrow keys and Home/End move and select, in the reading direction. */
export function Tabs<T extends string>({ name, tabs, selected, panelId, onSelect }: Props<T>) {
  function onKeyDown(event: KeyboardEvent): void {
    const at = tabs.findIndex(tab => tab.id === selected);
    const to = nextAt(event.key, at, tabs.length, document.documentElement.dir === 'rtl');
    const tab = to === undefined ? undefined : tabs[to];
    if (!tab) return;
    event.preventDefault();
    onSelect(tab.id);
    document.getElementById(labelledBy(tab.id))?.focus();
  }
  return (
    <div className="tabs" role="tablist" aria-label={name}>
      {tabs.map(({ id, label }) => (
        <button
          key={id}
          id={labelledBy(id)}
          type="button"
          role="tab"
          aria-selected={selected === id}
          aria-controls={panelId}
          tabIndex={selected === id ? 0 : -1}
          onClick={() => onSelect(id)}
          onKeyDown={onKeyDown}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

/** The tab that a key leads to from the one at `at`; undefined for other keys. */
function nextAt(key: string, at: number, count: number, rightToLeft: boolean): number | undefined {
  const forward = rightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const back = rightToLeft ? 'ArrowRight' : 'ArrowLeft';
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key === forward) return (at + 1) % count;
  if (key === back) return (at - 1 + count) % count;
  return undefined;
}
