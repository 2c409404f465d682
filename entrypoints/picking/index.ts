import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOver } from '../tools/parts.ts';
import { pickField } from './pick-field.ts';

/** Pointing at a field. The page tools ask for it when somebody wants to. Injected twice, the first stays. */
export default defineUnlistedScript(() => handOver('picking', host => onDone => pickField(host, onDone)));
