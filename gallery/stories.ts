/** Every story, from each file beside this one that exports some. */
import type { Story } from './story.ts';

const files = import.meta.glob<{ stories?: readonly Story[] }>('./*.tsx', { eager: true });

export const stories: readonly Story[] = Object.values(files).flatMap(({ stories = [] }) => stories);
