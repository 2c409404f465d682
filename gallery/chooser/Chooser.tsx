/** Lists the stories, and shows the chosen one in a frame. The address after `#` holds the choice. */
import { useEffect, useState } from 'react';
import type { Story } from '../story.ts';
import './chooser.css';
import { LOOKS } from './look.ts';

const WIDTHS = { '320': '320px', '400': '400px', full: '100%' };

export function Chooser({ stories }: { stories: readonly Story[] }) {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const done = new AbortController();
    window.addEventListener('hashchange', () => setHash(location.hash), { signal: done.signal });
    return () => done.abort();
  }, []);
  const chosen = new URLSearchParams(hash.slice(1));
  const story = chosen.get('story') ?? stories[0]?.name ?? '';
  const width = WIDTHS[chosen.get('width') as keyof typeof WIDTHS] ?? WIDTHS['320'];
  const choose = (key: string, value: string) => {
    chosen.set(key, value);
    location.hash = chosen.toString();
  };
  const shown = new URLSearchParams(chosen);
  shown.set('story', story);
  shown.delete('width');
  return (
    <div className="chooser">
      <nav aria-label="Stories">
        {stories.map(({ name }) => (
          <button
            key={name}
            type="button"
            aria-current={name === story ? 'true' : undefined}
            onClick={() => choose('story', name)}
          >
            {name}
          </button>
        ))}
      </nav>
      <main>
        <div className="row wrap">
          {Object.entries({ ...LOOKS, width: Object.keys(WIDTHS) }).map(([key, values]) => (
            <label key={key} className="row">
              {key}
              <select
                value={chosen.get(key) ?? values[0]}
                onChange={event => choose(key, event.target.value)}
              >
                {values.map(value => (
                  <option key={value}>{value}</option>
                ))}
              </select>
            </label>
          ))}
          <a href={`?${shown}`} target="_blank" rel="noreferrer">
            alone
          </a>
        </div>
        {/* A frame of its own: a story has its own width, direction and database. */}
        <iframe key={`${shown}`} title={story} src={`?${shown}`} style={{ width }} />
      </main>
    </div>
  );
}
