import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOver } from '../tools/parts.ts';
import { createSight } from './sight.ts';

/**
 * What can be seen of the things that notes lie on. The page tools ask for it where a field, a player or a picture is
 * marked: painted words need none of it. Injected twice, the first stays.
 */
export default defineUnlistedScript(() => handOver('sight', createSight));
