/** The pages' one style sheet: the extension's own tokens, so that both look alike, then the pages' rules. */
import { readFileSync } from 'node:fs';

const files = ['../../components/ui/tokens.css', './pages.css'];

export const style = files.map(file => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n');

/** The one script: it hands a passkey from the browser to a form. */
export const passkeyScript = readFileSync(new URL('./passkey.js', import.meta.url), 'utf8');
