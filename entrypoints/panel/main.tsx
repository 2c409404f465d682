import { createRoot } from 'react-dom/client';
import { Boundary } from '#components/ui/Boundary.tsx';
import { applyLanguage } from '#components/ui/document-language.ts';
import { greet } from './greet.ts';
import { NoPanel, Panel } from './Panel.tsx';

applyLanguage();
const container = document.getElementById('root');
if (!container) throw new Error('panel.html has no #root');
const root = createRoot(container);
greet(
  link =>
    root.render(
      <Boundary part="page">
        <Panel link={link} />
      </Boundary>,
    ),
  () => root.render(<NoPanel />),
);
