/** German patterns over a text in lower case, with straight apostrophes and its quotations blanked out. */
import type { Patterns } from '../types.ts';

/** German letters beside the ones that `\b` knows. */
const START = '(?<![\\p{L}\\p{N}])';
const END = '(?![\\p{L}\\p{N}])';
const whole = (source: string) => new RegExp(`${START}(?:${source})${END}`, 'u');

export const patterns: Patterns = {
  discipline: [
    whole(
      'abmahnung|abmahnen|abgemahnt|mahne ich (?:dich|sie) ab|(?:letzte|schriftliche|mündliche|offizielle) (?:verwarnung|warnung)',
    ),
    whole(
      '(?:arbeitsrechtliche|disziplinarische) \\p{L}+|personelle (?:konsequenzen|schritte|maßnahmen|massnahmen)|disziplinar\\p{L}*|personalakte',
    ),
    whole(
      '(?:hat|haben|wird|gibt) (?:das )?(?:noch )?(?:ernste )?konsequenzen(?! für (?!dich|sie))|konsequenzen für (?:dich|sie)',
    ),
    whole(
      '(?:letzte|allerletzte) chance|(?<!mit )(?:dir|ihnen) (?:wird )?(?:fristlos )?(?:gekündigt|kündigen wir|kündige ich)|fliegst du (?:hier )?raus|du fliegst (?:hier )?raus|sonst fliegst du|bist du (?:deinen job|gefeuert)|du bist gefeuert',
    ),
    whole(
      '(?:melde|meld) ich (?:dich|sie|das) (?:der |bei der )?personalabteilung|(?:zur|mit der) personalabteilung',
    ),
  ],
  accusation: [
    whole(
      '(?:warum|wieso|weshalb) (?:hast|kannst|machst|bist|willst|konntest|warst) du (?:\\p{L}+ ){0,3}(?:nicht|nie|kein\\p{L}*)',
    ),
    whole(
      '(?:warum|wieso|weshalb) (?:haben|können|machen|sind|wollen|konnten|waren) sie (?:\\p{L}+ ){0,3}(?:nicht|nie|kein\\p{L}*)',
    ),
    whole(
      'wie (?:kannst|konntest) du (?:nur|bloß|so)|wie (?:können|konnten) sie (?:nur|bloß|so)|was (?:ist|stimmt) (?:bloß |nur )?(?:los |nicht )?mit (?:dir|ihnen)(?: nicht| los)?|was hast du dir dabei gedacht|was haben sie sich dabei gedacht',
    ),
  ],
  absolute: [
    whole(
      'du (?:\\p{L}+ )?(?:immer|nie|niemals|ständig|dauernd)|sie (?:\\p{L}+ )?(?:immer|nie|niemals|ständig|dauernd)',
    ),
    whole('wie (?:immer|üblich|eh und je)|(?:mal )?wieder typisch|typisch (?:du|sie)'),
  ],
  hedge: [
    whole(
      'vielleicht|eventuell|möglicherweise|irgendwie|ich glaube|ich denke|ich finde|ich würde sagen|könntest du (?:vielleicht|eventuell)|wenn du magst|wenn sie mögen',
    ),
  ],
  frequency: [
    whole(
      'immer|oft|meistens|meist|ständig|dauernd|regelmäßig|regelmässig|häufig|gelegentlich|manchmal|selten|in letzter zeit|normalerweise|ab und zu|hin und wieder|von zeit zu zeit',
    ),
  ],
};
