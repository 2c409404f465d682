/** The browser's storage areas, in memory. */
import { createEvent, type StandInEvent } from './event.ts';

type Values = Record<string, unknown>;
type Changes = Record<string, { oldValue?: unknown; newValue?: unknown }>;

export interface Area {
  get(keys?: string | string[] | null): Promise<Values>;
  set(values: Values): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
  setAccessLevel(): Promise<void>;
  onChanged: StandInEvent<[Changes]>;
}

/** `begin` fills the area for a story, without telling anybody. */
export function createArea(): Area & { begin(values: Values): void } {
  let stored: Values = {};
  const onChanged = createEvent<[Changes]>();
  const change = (changes: Changes) => void onChanged.emit(changes);
  return {
    onChanged,
    begin(values) {
      stored = { ...values };
    },
    async get(keys) {
      const wanted = keys === undefined || keys === null ? Object.keys(stored) : [keys].flat();
      return Object.fromEntries(wanted.filter(key => key in stored).map(key => [key, stored[key]]));
    },
    async set(values) {
      const changed = Object.entries(values).map(
        ([key, newValue]) => [key, { oldValue: stored[key], newValue }] as const,
      );
      stored = { ...stored, ...values };
      change(Object.fromEntries(changed));
    },
    async remove(keys) {
      const gone = [keys].flat().filter(key => key in stored);
      const changed = gone.map(key => [key, { oldValue: stored[key] }] as const);
      stored = Object.fromEntries(Object.entries(stored).filter(([key]) => !gone.includes(key)));
      change(Object.fromEntries(changed));
    },
    setAccessLevel: async () => undefined,
  };
}
