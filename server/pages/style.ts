/** The pages' only style sheet: the extension's design tokens, so that both look alike, and then the pages' rules. */
import { readFileSync } from 'node:fs';

const files = ['../../components/ui/tokens.css', './pages.css'];

export const style = files.map(file => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n');

/** The only script: it passes a passkey from the browser to a form. */
export const passkeyScript = readFileSync(new URL('./passkey.js', import.meta.url), 'utf8');
