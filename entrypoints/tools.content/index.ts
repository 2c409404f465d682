import { defineContentScript } from 'wxt/utils/define-content-script';
import './style.css';
import { startTools } from './start.ts';

/**
 * The page tools: anchors, paint, player, the panel's frame. Injected when the artifact has notes or the panel opens;
 * at most 50 kB (the build fails above). They know where notes point, never what they say.
 */
export default defineContentScript({
  matches: [],
  registration: 'runtime',
  cssInjectionMode: 'manual',
  noScriptStartedPostMessage: true,
  main(ctx) {
    if (window.top !== window) return;
    startTools(ctx.signal);
  },
});
