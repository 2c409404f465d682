import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startPage } from './start.ts';
import { readState } from './state.ts';

/** Chromium's, which TypeScript does not know. */
type Prerendered = Document & { prerendering?: boolean };

/**
 * The only code of ours on every enabled page. It shows nothing, stores nothing and stays under 15 kB (the build fails
 * above). It is registered at run time for the sites that the person granted, or injected by a click on the toolbar
 * button. If both happen to a page, the first stays.
 */
export default defineUnlistedScript(() => {
  if (window.top !== window) return;
  const start = () => {
    if (!readState()) startPage();
  };
  // A page that the browser prepares ahead is not what the tab shows.
  if ((document as Prerendered).prerendering) document.addEventListener('prerenderingchange', start);
  else start();
});
