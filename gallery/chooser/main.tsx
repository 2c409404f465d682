/**
 * The gallery's page. Without `?story=` it lists the stories and frames the chosen one at a width; with it, it is the
 * story alone: `?story=…&scheme=dark&language=de&direction=rtl`.
 */
import { createRoot } from 'react-dom/client';
import { stage } from '../stage.tsx';
import { stories } from '../stories.ts';
import { Chooser } from './Chooser.tsx';
import { lookIn } from './look.ts';

const container = document.getElementById('root');
if (!container) throw new Error('index.html has no #root');
const asked = new URLSearchParams(location.search);
const name = asked.get('story');
if (name === null) createRoot(container).render(<Chooser stories={stories} />);
else {
  const story = stories.find(each => each.name === name);
  if (!story) throw new Error(`There is no story ${name}.`);
  document.title = name;
  const staged = await stage(container, story, lookIn(asked));
  // Its database goes with it.
  window.addEventListener('pagehide', () => void staged.takeOff());
  await staged.atRest();
  // For whoever takes a picture.
  document.documentElement.dataset.atRest = '';
}
