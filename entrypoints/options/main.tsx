import { createRoot } from 'react-dom/client';
import { applyLanguage } from '#components/language.ts';
import { openDb } from '#lib/store/db.ts';
import { Options } from './Options.tsx';

applyLanguage();
const container = document.getElementById('root');
if (!container) throw new Error('options.html has no #root');
createRoot(container).render(<Options db={openDb()} />);
