import { defineContentScript } from 'wxt/utils/define-content-script';
import { startPage } from './start.ts';

/**
 * The only code of ours on every enabled page. Nothing visible, no storage, under 15 kB (the build fails above). It is
 * registered at run time for the sites that the person granted, or injected by a click on the toolbar button.
 */
export default defineContentScript({
  matches: [],
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main(ctx) {
    if (window.top !== window) return;
    startPage(ctx);
  },
});
