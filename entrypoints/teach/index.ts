import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startTeach } from './start.ts';

const KEY = Symbol.for('sideline.teach');
type World = typeof globalThis & { [KEY]?: AbortSignal | undefined };

/**
 * The picker, with which a person teaches Sideline a site. It is injected only when they ask for it, and on the pages that
 * they go on to while they teach. If it is injected twice into one page, the first stays.
 */
export default defineUnlistedScript(() => {
  const world = globalThis as World;
  if (window.top !== window || (world[KEY] && !world[KEY].aborted)) return;
  const life = new AbortController();
  world[KEY] = life.signal;
  void startTeach(life);
});
