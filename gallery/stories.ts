/** Every story, from each file beside this one that exports some. */
import type { Story } from './story.ts';

const files = import.meta.glob<{ stories?: readonly Story[] }>('./*.tsx', { eager: true });

const all = Object.values(files).flatMap(({ stories = [] }) => stories);

/** What breaks on purpose comes last: damaged rows are counted for as long as the page is open. */
export const stories: readonly Story[] = [
  ...all.filter(({ mayComplain }) => !mayComplain),
  ...all.filter(({ mayComplain }) => mayComplain),
];
