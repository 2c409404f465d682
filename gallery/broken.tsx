/** What one sees when a view breaks, and that its neighbours go on. */

import { Boundary } from '#components/ui/Boundary.tsx';
import { NoPanel } from '../entrypoints/panel/Panel.tsx';
import type { Story } from './story.ts';
import { alone } from './worlds.ts';

function Breaks(): never {
  throw new Error('This card breaks on purpose.');
}

export const stories: readonly Story[] = [
  {
    name: 'broken, one card between two',
    world: alone,
    mayComplain: true,
    show: () => (
      <main className="sidebar">
        <h1>Notes</h1>
        <div className="content stack">
          <Boundary part="thing">
            <article className="note">The card before</article>
          </Boundary>
          <Boundary part="thing">
            <Breaks />
          </Boundary>
          <Boundary part="thing">
            <article className="note">
              <button type="button" className="button">
                The card after
              </button>
            </article>
          </Boundary>
        </div>
      </main>
    ),
  },
  ...(['view', 'page'] as const).map(
    (part): Story => ({
      name: `broken, the whole ${part}`,
      world: alone,
      mayComplain: true,
      show: () => (
        <main className="sidebar">
          <h1>Sideline</h1>
          <Boundary part={part}>
            <Breaks />
          </Boundary>
        </main>
      ),
    }),
  ),
  {
    name: 'no panel here',
    world: alone,
    show: () => (
      <main className="panel">
        <h1>Sideline</h1>
        <NoPanel />
      </main>
    ),
  },
];
