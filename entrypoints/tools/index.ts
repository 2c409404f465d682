import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readState } from '../page/state.ts';
import { startTools } from './start.ts';

/**
 * The page tools: anchors, paint, player, the panel's frame. Injected when the artifact has notes or the panel opens;
 * at most 50 kB (the build fails above). They know where notes point, never what they say. They live as long as the
 * page script; injected twice, the first stay.
 */
export default defineUnlistedScript(() => {
  const state = readState();
  if (state && !state.tools) startTools(state);
});
