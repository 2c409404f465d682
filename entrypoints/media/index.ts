import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOver } from '../tools/parts.ts';
import { createMedia } from './start.ts';

/**
 * The media tools: player, timeline. The page tools ask for them where there is a player; a CRM record pays for
 * none of this. Injected twice, the first stay.
 */
export default defineUnlistedScript(() => handOver('media', createMedia));
