import { createRoot } from 'react-dom/client';
import { Boundary } from '#components/ui/Boundary.tsx';
import { applyLanguage } from '#components/ui/document-language.ts';
import { UnlessPrivate } from '#components/ui/PrivateWindow.tsx';
import { Welcome } from '#components/welcome/Welcome.tsx';
import { openDb } from '#lib/store/db.ts';

applyLanguage();
const container = document.getElementById('root');
if (!container) throw new Error('welcome.html has no #root');
createRoot(container).render(
  <Boundary part="page">
    <UnlessPrivate>{() => <Welcome db={openDb()} />}</UnlessPrivate>
  </Boundary>,
);
