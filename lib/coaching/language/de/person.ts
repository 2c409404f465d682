/** The person instead of the work: traits, motives, blame: German words and phrases, `*` for any beginning or ending of a word. */

export const trait = `
  faul*, faulheit, faulpelz, bequem*, bequemlichkeit, schlampig*, schlamper*, schlampereien, nachlässig*,
  schludrig*, arrogant*, arroganz, überheblich*, eingebildet*, hochnäsig*, selbstgefällig*, großspurig*,
  geschwollen*, angeber*, besserwisser*, klugscheißer*, korinthenkacker, rechthaberisch*, stur*,
  dickköpfig*, sturkopf, bockig*, trotzig*, beleidigt*, beleidigte leberwurst, mimose*, mimöschen,
  empfindlich*, dünnhäutig*, wehleidig*, zickig*, zicke, diva, launisch*, griesgrämig*, mürrisch*,
  unfreundlich*, unverschämt*, frech*, dreist*, rotzfrech, respektlos*, taktlos*, rücksichtslos*,
  egoistisch*, egoist*, egozentrisch*, selbstverliebt*, narzisst*, eitel*, gierig*, geizig*, neidisch*,
  neid, eifersüchtig*, rachsüchtig*, boshaft*, gemein*, bösartig*, hinterhältig*, hinterfotzig*, falsch wie,
  verlogen*, lügner*, lüg*, lügst, gelogen, unehrlich*, scheinheilig*, heuchler*, manipulativ*, schleimer*,
  schleim*, schleimst, einschleim*, feig*, feige*, feigling, schiss, angsthase*, memme, weichei, rückgrat,
  charakterlos*, charakterschwach*, ehrlos*, dumm*, dummheit, doof*, blöd*, bescheuert*, idiot*, depp*,
  trottel*, vollpfosten, pfeife, niete, versager*, null, flasche, unfähig*, inkompetent*, inkompetenz,
  hoffnungslos*, nutzlos*, erbärmlich*, lächerlich*, peinlich für, schande*, schäm*, kindisch*, unreif*,
  infantil*, naiv*, weltfremd*, ahnungslos*, planlos*, unbegabt*, talentfrei*, gleichgültig*,
  gleichgültigkeit, desinteressiert*, desinteresse, kaltherzig*, herzlos*, gefühlskalt*, kaltschnäuzig*,
  zynisch*, zyniker*, aggressiv*, cholerisch*, choleriker*, herrisch*, tyrann*, kontrollfreak,
  drückeberger*, faulenzer*, drückst dich, drückst du dich, schmarotzer*, trittbrettfahrer*, ballast,
  zumutung, katastrophe, witzfigur, clown, amateur*, dilettant*, dilettantisch*, stümper*, pfuscher*,
  pfusch*, wichtigtuer*, selbstdarsteller*, dampfplauderer, schwätzer*, laberbacke, heiße luft,
  unzuverlässig*, unprofessionell*, undankbar*, illoyal*, verantwortungslos*, leichtsinnig*, schusselig*,
  vergesslich*, tollpatsch*, linke hände, langsam im kopf, schwer von begriff, begriffsstutzig*,
  intelligenz, hirn, gehirn, ego, laune*, charakter, naturtalent*, talentiert*, begabt*, begabung, genie,
  held*, heldin, schatz, goldstück, engel, star, geborene*, geborener, ausnahmetalent, wunderkind,
  ehrgeizig*, fleißig*, schüchtern*, introvertiert*, extrovertiert*, ungeduldig*, nervig*, nervensäge,
  anstrengend*, schwierig*, borniert*, verbohrt*, verbittert*, frustriert*, demotiviert*, unmotiviert*,
  lustlos*, arbeitsscheu*, geltungssucht*, machtgeil*, karrieregeil*, geltungsbedürfnis, jammerlappen,
  jammer*, jammerst, gejammer, heul*, rumheul*, mecker*, querulant*, nörgel*, nörgler*, patzig*,
  schnippisch*, arschloch*, arsch, sau, schwein, hexe, macho, rassist*, sexist*, oberlehrer*, streber*,
  hochmütig*, anmaßend*, selbstherrlich*, abgehoben*, stolz*, verwöhnt*, unselbständig*, unselbstständig*,
  pedant*, kleinkariert*, spießig*, verklemmt*, humorlos*, bösartigkeit, gutmütig*, warmherzig*, tapfer*,
  klug*, schlau*, intelligent*, jähzorn*, jähzornig*, schlawiner, nachtragend*, notorisch*, geldgier*, gier,
  hochmut, dünkel, bosheit, rüpel*, flegel*, lümmel*, tölpel*, unantastbar*, würde, nerven, anstandslos*,
  heimtückisch*, intrigant*, verschlagen*, gerissen wie, mies drauf, schlecht gelaunt*, missgünstig*,
  verwöhnte*, überfordert*, unbelehrbar*, uneinsichtig*, kritikunfähig*, beratungsresistent*, engstirnig*,
  weinerlich*, selbstmitleid, selbstgerecht*, grausam*, brutal*, sadist*, herablassend*, abfällig*
`;

export const attack = `
  ist dir egal, ist ihnen egal, dir egal, ihnen egal, scheißegal, völlig egal, wurscht, schnuppe,
  interessiert dich nicht, interessiert sie nicht, nicht interessiert, kein interesse, null interesse, keine
  lust, null bock, keinen bock, kein bock, lustlos, innerlich gekündigt, schon aufgegeben, aufgegeben,
  dienst nach vorschrift, es nicht ernst, nicht ernst, nimmst das nicht ernst, reiß dich zusammen, reißen
  sie sich zusammen, stell dich nicht so an, stellen sie sich nicht so an, werd erwachsen, hör auf zu, hör
  endlich auf, hören sie auf, lass das, spar dir, sparen sie sich, zu hause, dein ego, ihr ego, deine laune,
  schlechte laune, deine art, ihre art, deine einstellung, ihre einstellung, dein verhalten, dein problem,
  ihr problem, dein fehler, deine schuld, ihre schuld, schuld, selber schuld, selbst schuld, wegen dir,
  wegen ihnen, dank dir, deinetwegen, du bist einfach, du bist so, du bist zu, du bist eine, du bist ein,
  sie sind einfach, sie sind so, sie sind ein, sie sind eine, bist du eigentlich, sind sie eigentlich, bist
  du zu, hast du überhaupt, kannst du überhaupt, können sie überhaupt, denkst du überhaupt, hörst du
  überhaupt, glaubst du eigentlich, glauben sie eigentlich, was glaubst du, was bildest, bildest du dir, für
  wen hältst, wer glaubst du, was ist los mit dir, was stimmt nicht mit, ist das dein ernst, dein ernst, ihr
  ernst, typisch, wieder typisch, wie immer, wie üblich, mal wieder, immer du, immer nur du, nur an dich,
  nur an sich, dich selbst, sich selbst, hinter dem rücken, versteckst dich, verstecken sie sich, drückst
  dich, drücken sich, ausrede*, ausreden, ausred, ich habe das gefühl, ich hab das gefühl, das gefühl, den
  eindruck, kommt mir vor, kommen mir vor, kommst mir vor, ich glaube, gib es zu, gibs zu, gib's zu, geben
  sie zu, warum kannst du nicht, warum können sie nicht, warum hast du nicht, warum haben sie nicht, wieso
  hast du nicht, wieso haben sie nicht, wieso kannst du nicht, warum machst du nie, kannst du nicht einfach,
  können sie nicht einfach, wie kann man nur, wie kann man, würde es dich umbringen, würde es sie umbringen,
  zu blöd, zu faul, zu dumm, zu feige, zu fein, zu stolz, zu schade, zu bequem, fehl am platz, falschen
  beruf, falschen job, beruf verfehlt, nicht gemacht für, nicht geeignet, ungeeignet, nicht geschaffen,
  taugst, taugen sie, nichts verloren, letzte chance, letzte warnung, konsequenzen, abmahnung, abmahnen,
  personalabteilung, sonst fliegst, sonst sind sie, sonst bist du, nachspiel, ein letztes mal, sonst kracht,
  das wars dann, schämen, schäm dich, im stich, lässt uns hängen, lässt alle hängen, in den rücken, ans
  bein, blamiert, blamierst, blamage, ruiniert, kaputt gemacht, versaut, verbockt, verkackt, keine ahnung,
  null ahnung, kein plan, keinen plan, keinen funken, kein funken, kein rückgrat, kein anstand, anstand,
  kein respekt, keinen respekt, kein benehmen, ein mensch der, jemand der, jemand, der, leute wie du, leute
  wie sie, solche wie du, man merkt, man merkt dir an, hauptsache du, hauptsache ihr, im mittelpunkt, reden
  hören, gern reden, naturtalent, im blut, liegt dir, geboren für, wie geschaffen, zum verlieben, du liebst
  es, hältst dich für, halten sich für, meinst wohl, meinen wohl, denkst wohl, glaubst wohl, bist wohl,
  willst du uns, willst du mich, wollen sie mich, verarschen, veräppeln, für dumm, na, herr künstler, der
  herr, die dame, gnädige frau, prinzessin, majestät, hinter der tür, lästern, lästerst, lässt tief blicken,
  bezeichnend, absichtlich, mit absicht, mit fleiß, aus bosheit, reiner bosheit, aus neid, weil du, weil
  dir, weil sie sich, weil ihnen, frauen nichts zutraust, jedes mittel recht, ins offene messer, messer
  laufen, keinen finger, rührst nie, kein wunder, mögen dich, mag dich, über den tisch gezogen, geldgeil,
  such dir halt, such dir was, verdorben, ein schwein, wie ein schwein, gell, hauptsache, ausflüchte, hohen
  ross, hohes ross, zu kopf gestiegen, unter deiner würde, unter ihrer würde, ins gesicht gelogen, gelogen,
  geklaut, herz aus gold, engelsgeduld, starqualität, brillanter kopf, brillant*, geborene erzählerin,
  natürliche wärme, aus gold, wie ein kleinkind, wie ein kind, wie ein könig, benimm dich, benehmen,
  verschon uns, verschone uns, jammern, schmollen, lass das schmollen, sich nicht getraut, nicht getraut,
  magst, nicht ausstehen, ausstehen kannst, egal ist, sind dir egal, sind die leute egal, nichts bedeutet,
  dir nichts bedeutet, wie eh und je, tust nur so, tun so, tu nicht so, tun sie nicht so, nicht mal die
  mühe, keine mühe, zu weich, zu hart, nicht der typ, bist du nicht, sind sie nicht, bist wirklich, hast du
  getrunken, betrunken, besoffen, neidisch bist, nicht gönnst, gönnst, wer so, wär dir, wäre dir, die
  hellste, der hellste, hellste kerze
`;
