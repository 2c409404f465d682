import { createRoot } from 'react-dom/client';
import { Boundary } from '#components/ui/Boundary.tsx';
import { applyLanguage } from '#components/ui/document-language.ts';
import { UnlessPrivate } from '#components/ui/PrivateWindow.tsx';
import { requestSync } from '#lib/actions/save.ts';
import { openDb } from '#lib/store/db.ts';
import { Sidebar } from './Sidebar.tsx';

applyLanguage();
const container = document.getElementById('root');
if (!container) throw new Error('sidepanel.html has no #root');
createRoot(container).render(
  <Boundary part="page">
    <UnlessPrivate>{() => <Sidebar db={openDb()} />}</UnlessPrivate>
  </Boundary>,
);
// Opening the sidebar is a wake-up: it fetches whatever a lost poke left behind. So is the network that comes back, of
// which a background that sleeps hears nothing.
requestSync();
addEventListener('online', requestSync);
