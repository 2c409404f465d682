import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startTeach } from './start.ts';

const KEY = Symbol.for('sideline.teach');
type World = typeof globalThis & { [KEY]?: AbortSignal | undefined };

/**
 * The picker that teaches Sideline a site: injected only when a person asks for it, and again on the pages that they go
 * on to while they teach. Injected twice into one page, the first stays.
 */
export default defineUnlistedScript(() => {
  const world = globalThis as World;
  if (window.top !== window || (world[KEY] && !world[KEY].aborted)) return;
  const life = new AbortController();
  world[KEY] = life.signal;
  void startTeach(life);
});
