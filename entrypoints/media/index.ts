import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOverMedia } from '../tools/media.ts';
import { createMedia } from './start.ts';

/**
 * The media tools: player, timeline, regions of a picture. The page tools ask for them where there is a player or a
 * picture to draw on; a CRM record pays for none of this. Injected twice, the first stay.
 */
export default defineUnlistedScript(() => handOverMedia(createMedia));
