/** What a clip's file is called on every visit and in every quality. Pure. Part of the page script. */
import { pathWithoutSessions } from '../identify/sessions.ts';

/** A picture size, a bit rate or a word for them: `-720p`, `_1280x720`, `.hd`, `/high`. */
const QUALITY =
  /[-_.]?(?<![a-z0-9])(\d{3,4}p|[248]k|\d+x\d+|\d{3,5}k(bps)?|u?hd|sd|low|medium|high)(?![a-z0-9])/gi;

/** The path of a clip's file without tokens and picture size. */
export const clipName = (path: string) => pathWithoutSessions(path).replace(QUALITY, '');
