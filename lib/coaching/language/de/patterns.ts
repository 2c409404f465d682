/** German patterns over a text in lower case, with straight apostrophes and its quotations blanked out. */
import type { Patterns } from '../types.ts';

/** German letters beside the ones that `\b` knows. */
const START = '(?<![\\p{L}\\p{N}])';
const END = '(?![\\p{L}\\p{N}])';
const whole = (source: string) => new RegExp(`${START}(?:${source})${END}`, 'u');

/** What one threatens with; a landlord's “Abmahnung” is a thing to write about, so each pattern says to whom. */
const SANCTION =
  '(?:abmahnung|verwarnung|kündigung|rauswurf|konsequenzen|disziplinar\\p{L}*)(?! (?:vom|von|der|des|für die|wegen))';
const AGAIN = '(?:noch einmal|noch mal|nochmal|noch so (?:ein|eine|einen)|(?:beim )?nächste[sn]? mal)';

export const patterns: Patterns = {
  discipline: [
    whole(
      `(?:${AGAIN}[^.!?]{0,60}|(?:dafür|das|es|sonst|andernfalls) (?:gibt|setzt|hagelt)(?: es)? (?:\\p{L}+ ){0,3})(?:${SANCTION})`,
    ),
    whole(
      `(?:bekommst|kriegst|kassierst|riskierst|erhältst) du (?:\\p{L}+ ){0,3}(?:${SANCTION})|du (?:bekommst|kriegst|kassierst|riskierst|erhältst) (?:\\p{L}+ ){0,3}(?:${SANCTION})|(?:bekommen|erhalten|riskieren) sie (?:von (?:mir|uns) )(?:\\p{L}+ ){0,3}(?:${SANCTION})|(?:dir|ihnen) (?:droht|eine|steht) (?:eine )?(?:${SANCTION})`,
    ),
    whole(
      'mahne? (?:ich )?(?:dich|sie) (?:\\p{L}+ )?ab|(?:du wirst|wirst du|werden sie) (?:\\p{L}+ ){0,2}abgemahnt',
    ),
    whole(
      '(?:das|dies) (?:ist|war) (?:die|deine|ihre|eine) (?:(?:aller)?letzte|erste|zweite|schriftliche|mündliche|offizielle|förmliche) (?:ab|ver)?(?:warnung|mahnung)|(?:als|deine) (?:aller)?(?:letzte|erste|zweite) (?:ver)?warnung(?! (?:vor|vom|von|der|des))',
    ),
    whole(
      '(?:arbeitsrechtliche|disziplinarische|rechtliche) \\p{L}+ (?:gegen|für) (?:dich|sie)|(?:behalte ich mir|ich behalte mir) (?:\\p{L}+ ){0,3}(?:schritte|maßnahmen|massnahmen|konsequenzen) vor|personelle (?:konsequenzen|schritte)|disziplinar(?:sache|verfahren|maßnahme\\p{L}*|massnahme\\p{L}*) (?:gegen (?:dich|sie)|ein|ans)',
    ),
    whole(
      '(?:(?:das|dies|es|sonst) (?:hat|haben|wird|gibt)(?: es)?|wird das) (?:für (?:dich|sie) )?(?:noch )?(?:ernste |persönliche )?(?:konsequenzen|folgen haben)(?! für (?!dich|sie))|(?:konsequenzen|folgen) für dich|für dich (?:\\p{L}+ )?(?:folgen|konsequenzen)',
    ),
    whole(
      '(?:deine|das (?:ist|war) (?:die|deine|ihre)) (?:aller)?letzte chance|(?<!mit )(?:dir|ihnen) (?:wird )?(?:fristlos )?(?:gekündigt|kündigen wir|kündige ich)|fliegst du (?:hier )?raus|du fliegst (?:hier )?raus|sonst fliegst du|bist du (?:deinen job|gefeuert)|du bist (?:gefeuert|entlassen|freigestellt)|wirst du (?:gefeuert|entlassen|freigestellt|versetzt)|trennen wir uns(?! von)|trennen sich unsere wege',
    ),
    whole(
      '(?:melde|meld) ich (?:dich|sie|das) (?:der |bei der )?personalabteilung|(?:das|es|die sache) (?:geht|kommt|liegt) (?:\\p{L}+ )?(?:zur|vor die|an die|bei der) personalabteilung|gehe? ich (?:damit )?(?:\\p{L}+ )?zur personalabteilung|(?:(?:dann|sonst) (?:erfährt|weiß)|und) die personalabteilung (?:erfährt|weiß|wird)|(?:dann|sonst) (?:\\p{L}+ ){1,4}(?:mit der|zur) personalabteilung',
    ),
    whole(
      '(?:das|dies|es) (?:kommt|wandert|geht|landet) (?:\\p{L}+ )?in (?:deine|die|ihre) (?:personal)?akte|(?:dein|ihr) vertrag (?:\\p{L}+ ){0,3}nicht verlängert|(?:leite|eröffne) ich (?:das|ein) \\p{L}* ?verfahren ein',
    ),
  ],
  accusation: [
    whole(
      '(?:warum|wieso|weshalb) \\p{L}+st du (?:\\p{L}+ ){0,3}(?:nicht|nie|niemals|kein\\p{L}*|immer|ständig|dauernd)(?! (?:von|zu|am) beginn)',
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
