import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readState } from '../page/state.ts';
import { startTools } from './start.ts';

/**
 * The page tools: anchors, paint, the panel's frame. They are injected when the artifact has notes or the panel opens,
 * and have at most 50 kB (the build fails above). They know where notes point, never what the notes say. They live as
 * long as the page script; when they are injected twice, the first stay.
 */
export default defineUnlistedScript(() => {
  const state = readState();
  if (state && !state.tools) startTools(state);
});
