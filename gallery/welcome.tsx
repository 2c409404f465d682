/** The page after the installation. */
import { inWelcome } from './shells.tsx';
import type { Story } from './story.ts';
import { alone, monthOf } from './worlds.ts';

export const stories: readonly Story[] = [
  { name: 'welcome, just installed', world: alone, show: inWelcome },
  { name: 'welcome, on my own', world: alone, show: inWelcome, press: ['welcome.aloneButton'] },
  { name: 'welcome, practising', world: alone, show: inWelcome, press: ['welcome.try'] },
  { name: 'welcome, signed in', world: monthOf('jonas'), show: inWelcome },
];
