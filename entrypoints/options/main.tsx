import { createRoot } from 'react-dom/client';
import { Boundary } from '#components/ui/Boundary.tsx';
import { applyLanguage } from '#components/ui/document-language.ts';
import { UnlessPrivate } from '#components/ui/PrivateWindow.tsx';
import { openDb } from '#lib/store/db.ts';
import { OptionsTabs } from './OptionsTabs.tsx';

applyLanguage();
const container = document.getElementById('root');
if (!container) throw new Error('options.html has no #root');
createRoot(container).render(
  <Boundary part="page">
    <UnlessPrivate>{() => <OptionsTabs db={openDb()} />}</UnlessPrivate>
  </Boundary>,
);
