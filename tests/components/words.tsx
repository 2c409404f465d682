/** What a story shows, as text, for tests of sentences. */
import '#components/ui/tokens.css';
import '#components/ui/controls.css';
import '#components/people/PeopleView.tsx';
import '#components/today/TodayView.tsx';
import { type Staged, stage } from '../../gallery/stage.tsx';
import type { Story } from '../../gallery/story.ts';

export interface Shown {
  container: HTMLElement;
  staged: Staged;
  /** The text of what is shown, once nothing changes any more. */
  text(): Promise<string>;
  takeOff(): Promise<void>;
}

export async function show(story: Omit<Story, 'name'>, language: 'en' | 'de' = 'en'): Promise<Shown> {
  const container = document.body.appendChild(document.createElement('div'));
  const staged = await stage(
    container,
    { name: '', ...story },
    { scheme: 'light', language, direction: 'ltr' },
  );
  return {
    container,
    staged,
    async text() {
      await staged.atRest();
      for (const details of container.querySelectorAll('details')) details.open = true;
      await staged.atRest();
      return container.innerText;
    },
    async takeOff() {
      await staged.takeOff();
      container.remove();
    },
  };
}
