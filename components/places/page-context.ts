import { createContext } from 'react';
import type { ActivePage } from './active-page.ts';

/** The page beside the sidebar, for forms that take something from it: a picture, an address. */
export const PageBeside = createContext<ActivePage | undefined>(undefined);
