import { createRoot } from 'react-dom/client';
import { Boundary } from '#components/ui/Boundary.tsx';
import { applyLanguage } from '#components/ui/document-language.ts';
import { UnlessPrivate } from '#components/ui/PrivateWindow.tsx';
import { openDb } from '#lib/store/db.ts';
import { Dashboard } from './Dashboard.tsx';

applyLanguage();
const container = document.getElementById('root');
if (!container) throw new Error('dashboard.html has no #root');
createRoot(container).render(
  <Boundary part="page">
    <UnlessPrivate>{() => <Dashboard db={openDb()} />}</UnlessPrivate>
  </Boundary>,
);
