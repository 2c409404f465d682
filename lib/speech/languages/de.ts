import type { SpeechLanguage } from './language.ts';

export const de: SpeechLanguage = {
  // Without “er”, “eh” and “ah”, which are words, and “mhm”, which agrees.
  filler: /^(?:ä+h+m*|ä+m+|ö+h+m*|ö+m+|e+h+m+|h+m+|m+h+|m{2,})$/,
  discourse: [
    /\bsozusagen\b/,
    /\bquasi\b/,
    /\birgendwie\b/,
    /\bim grunde\b/,
    /\b(?:ich sag(?:e)?|sag(?:e)? ich)(?: jetzt)? mal\b/,
    /\b(?:weißt du|wissen sie)(?=$|[,.!?])/,
  ],
  hook: [
    {
      type: 'contrast',
      patterns: [
        /\b(?:statt|anstatt|stattdessen)\b/,
        /\bdie meisten\b.*\b(?:aber|doch)\b/,
        /\bnicht\b.*\bsondern\b/,
        /\b(?:vorher|davor)\b.*\b(?:nachher|danach)\b/,
        /\b(?:gegen|versus|vs)\b/,
      ],
    },
    {
      type: 'outcome',
      patterns: [
        /\b(?:am ende (?:dieses|des|vom)|danach (?:kannst|weißt) du|so (?:bekommst|gewinnst|sparst|machst|schaffst|lernst|kannst) du)\b/,
        /\b(?:du|ihr|sie) (?:lernst|lernt|lernen|bekommst|bekommt|bekommen|sparst|spart|sparen|erfährst|erfahrt|erfahren|wirst|werdet|werden)\b/,
        /\bwie (?:du|ihr|man|sie)\b/,
        /\b\d+\s?(?:%|prozent|euro|minuten|kunden|mal)(?!\p{L})/u,
      ],
    },
    {
      type: 'tension',
      patterns: [
        /\b(?:aber|fehler|falsch|problem|probleme|stopp|niemals|nie|niemand|keiner|scheitern|scheitert|verlierst|verliert|verlieren|hör auf|hört auf)\b/,
      ],
    },
  ],
  greeting:
    /^(?:hi|hey|hallo|servus|moin|grüß|guten (?:morgen|tag|abend)|willkommen|herzlich willkommen|was geht|mein name ist|ich bin (?:der|die)|ich heiße)(?!\p{L})/u,
  callToAction: [
    /\babonnier(?:t|e|en)?\b/,
    /\bfolg(?:t|e|en sie)? (?:mir|uns)\b/,
    /\b(?:lass|lasst|lassen sie)\b.*\b(?:like|abo|kommentar|daumen)\b/,
    /\b(?:kommentier(?:t|e)?|schreib(?:t|e)?\b.*\bin die kommentare)\b/,
    /\blink(?:s)?(?: ist| sind| steht| findest du| findet ihr)? (?:in|unter) (?:der|die|dem|den) (?:bio|beschreibung|videobeschreibung|kommentaren)\b/,
    /\b(?:klick|klickt|klicken sie|tippt|tippe|tipp) \p{L}+/u,
    /\bmeld(?:e|et|en sie) (?:dich|euch|sich)\b.*\ban\b/,
    /\blad(?:e|et|en sie)?\b.*\bherunter\b/,
    /\b(?:buch(?:e|t)|buchen sie) (?:dir |euch |sich )?(?:ein|eine|einen|jetzt|deinen|euren|ihren)\b/,
    /\bprobier(?:e|t|en sie)?\b.*\b(?:aus|mal)\b/,
    /\bnutz(?:e|t|en sie)? (?:den|meinen|unseren) code\b/,
    /\bschreib(?:t|e)? mir\b/,
    /\bschau(?:t|e)? (?:dir|euch)\b.*\b(?:als nächstes|an)\b/,
  ],
  nextStep: [
    /\bnächste(?:r|n)? schritt\b/,
    /\b(?:ich schick(?:e)?|schick(?:e)? ich|ich sende|sende ich|ich werde\b.*\b(?:schicken|senden))\b/,
    /\b(?:lass uns|lassen sie uns|wollen wir)\b.*\b(?:treffen|telefonieren|sprechen|termin|ausmachen|vereinbaren)\b/,
    /\bbis (?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|morgen|heute abend|ende der woche)\b/,
  ],
  reminder: /^(?:vergiss|vergesst|vergessen|versäum(?:e|t)?|verpass(?:e|t)?)$/,
  negation: /^(?:nicht|nie|niemals|kein|keine|keinen|ohne)$/,
};
