import { createRoot } from 'react-dom/client';
import { applyLanguage } from '#components/ui/language.ts';
import { openDb } from '#lib/store/db.ts';
import { OptionsTabs } from './OptionsTabs.tsx';

applyLanguage();
const container = document.getElementById('root');
if (!container) throw new Error('options.html has no #root');
createRoot(container).render(<OptionsTabs db={openDb()} />);
