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
  weinerlich*, selbstmitleid, selbstgerecht*, grausam*, brutal*, sadist*, herablassend*, abfällig*, blender,
  dummkopf, dünkelhaft*, eigensinnig*, einfältig*, feindselig*, fies*, gehässig*, geltungsdrang,
  größenwahn*, hinterlistig*, hysterisch*, ignorant*, ignoranz, kriecher*, kratzbürst*, labertasche,
  lahmarsch, loser, maulheld*, miesepeter*, mitläufer*, neider*, neidhammel, opportunist*, plappermaul,
  prahl*, rechthaber*, rotzlöffel, ruppig*, scheusal, schlafmütze*, schlaftablette*, schnösel*,
  selbstsüchtig*, skrupellos*, snob*, sonnenschein, spaßbremse, spinner*, tratschtante, treulos*, tussi,
  übergeschnappt*, unaufrichtig*, unbeherrscht*, unbarmherzig*, undiszipliniert*, ungehobelt*, ungezogen*,
  unverbesserlich*, verachtung, vorlaut*, wankelmütig*, waschlappen, wichtigmacher*, windbeutel, würdelos*,
  zimperlich*, treue seele, gute seele, frohnatur, organisationstalent, verkaufstalent, sprachtalent,
  rampensau, teamplayer*, führungspersönlichkeit, macher, macherin, arbeitstier, workaholic, pedantisch*,
  penibel*, hochnäsigkeit, sturheit, eitelkeit, überheblichkeit, feigheit, boshaftigkeit, gehässigkeit,
  nachlässigkeit, unfähigkeit, unreife, unverschämtheit, dreistigkeit, respektlosigkeit,
  rücksichtslosigkeit, gedankenlos*, gedankenlosigkeit, herzlosigkeit, egoismus, narzissmus, größenwahn,
  starallüren, allüren, gewissenlos*, verlogenheit, falschheit, scheinheiligkeit, heuchelei,
  speichellecker*, duckmäuser*, blindgänger, totalausfall, rindvieh, hornochse, dumpfbacke, knallkopf,
  schwachkopf, hohlkopf, nichtsnutz*, taugenichts, faulpelze, penner*, rohrkrepierer, dilettantismus,
  plaudertasche, zicken, kindskopf, muttersöhnchen, jasager*, ja-sager, bürokrat*, erbsenzähler*,
  pfennigfuchser*, tyrannisch*, despot*, diktator*, sadistisch*, boshafte*, verkommen*, verdorben*
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
  hellste, der hellste, hellste kerze, zu fein für, hältst du dich, wer so schreibt, wer so redet, jeder
  lehrling hätte, jedes kind hätte, ein kind hätte, hätte ein blinder, ein profi hätte, ein echter, auf dich
  ist kein, mit dir will keiner, mit dir kann man nicht, dir fehlt der, dir ist nichts, dir ist alles,
  fliegst du, sachen packen, leidtun, wirst es bereuen, folgen für dich, in der probezeit bist,
  personalgespräch, ermahnung, verwarnung bekommst, bist du taub, bist du blind, kannst du nicht lesen, hast
  du keine augen, schämst du dich, schämen sie sich, große klappe, nichts dahinter, auf deine kappe, an
  deine eigene nase, an die eigene nase, hintern hoch, finger raus, zähne auseinander, zusammenreißen,
  wichtigmachen, dich wichtig, nimm dich nicht so, spiel dich nicht, spielst dich auf, aufspielen, führst
  dich auf, aufführst, den beruf verfehlt, über den weg, für klüger gehalten, im stich gelassen, in die
  pfanne, in die pfanne gehauen, fällst uns in den rücken, in den rücken gefallen, das messer, gib's doch
  zu, gib es doch zu, einen auf, auf dicke hose, dicke hose, den dicken, machst dich lustig, machst dich
  wichtig, machst auf, kotzt mich an, gehst mir auf, auf die nerven, auf den geist, hab genug von dir, hab
  die nase voll, habe die nase voll, die nase voll, bin enttäuscht von dir, von dir enttäuscht, als mensch,
  keinen charakter, kein herz, kein gewissen, kein mitgefühl, null respekt, null anstand, null mitgefühl,
  null empathie, ein dorn im auge, neidisch auf, eifersüchtig auf, aus faulheit, aus feigheit, aus
  eitelkeit, aus rache, aus gehässigkeit, aus trotz, aus bequemlichkeit, vor lauter stolz, vor lauter ego,
  erwachsen werden, benehmen wie, führ dich auf, menschlich enttäuscht, charakterlich
`;
