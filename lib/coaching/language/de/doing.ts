/** What a camera sees, and how much of it: German words and phrases, `*` for any beginning or ending of a word. */

export const visible = `
  sag, sage, sagst, sagt, sagte, sagtest, gesagt, sagen, frag*, gefragt, fragst, nachfrag*, nachgefragt,
  nenn*, genannt, nannte, schreib*, geschrieben, schrieb*, aufschreib*, aufgeschrieben, hinschreib*,
  notier*, protokollier*, dokumentier*, eintrag*, eingetragen, trag, trage, trägst, trug, trugst, getragen,
  zeig*, gezeigt, vorzeig*, schick*, geschickt, verschick*, send*, gesendet, gesandt, mail*, antwort*,
  geantwortet, beantwort*, ruf*, rief*, gerufen, anruf*, angerufen, zurückruf*, zurückgerufen, telefonier*,
  les*, lies*, las, gelesen, vorles*, vorgelesen, zitier*, wiederhol*, erwähn*, erklär*, beschreib*,
  beschrieb*, begründ*, grüß*, begrüß*, gegrüßt, bedank*, entschuldig*, vorstell*, vorgestellt, stell*,
  gestellt, leg*, gelegt, setz*, gesetzt, häng*, gehängt, anhäng*, angehängt, kleb*, pack*, nimm*, nehm*,
  nahm*, genommen, gib, gibst, gab*, geb*, gegeben, halt*, hält*, hielt*, gehalten, lass*, lässt, ließ*,
  gelassen, wart*, gewartet, abwart*, pausier*, stopp*, start*, gestartet, beginn*, begann*, begonnen,
  fang*, fing*, angefangen, anfang*, beend*, hör auf, aufgehört, schließ*, geschlossen, öffn*, mach*,
  gemacht, schalt*, stummschalt*, unterbrech*, unterbrich*, unterbrochen, reinred*, dazwischenred*, red*,
  redest, geredet, sprich*, sprech*, sprach*, gesprochen, flüster*, nusch*, schrei*, kürz*, gekürzt,
  streich*, gestrichen, strich*, lösch*, gelöscht, entfern*, schneid*, schnitt*, geschnitten, verschieb*,
  verschoben, zieh*, zog*, gezogen, rück*, tausch*, ersetz*, ergänz*, füg*, gefügt, einfüg*, eingefügt,
  verlink*, verlinkt, tagg*, mark*, markier*, unterstreich*, nummerier*, sortier*, bündel*, trenn*, teil*,
  geteilt, aufteil*, splitt*, merg*, gemergt, deploy*, commit*, push*, gepusht, revert*, rebas*, test*,
  getestet, lauf*, lief*, gelaufen, prüf*, geprüft, überprüf*, kontrollier*, zähl*, gezählt, mess*, miss,
  gemessen, wieg*, gewogen, filetier*, lad*, hochlad*, hochgeladen, herunterlad*, poste*, gepostet,
  veröffentlich*, stream*, film*, gefilmt, dreh*, gedreht, zoom*, schwenk*, blend*, einblend*, eingeblendet,
  ausblend*, untertitel*, vertont*, spiel*, gespielt, abspiel*, druck*, gedruckt, unterschreib*, stempel*,
  beschrift*, etikettier*, scann*, fotografier*, klick*, geklickt, drück*, tipp*, getippt, wisch*, gewischt,
  putz*, desinfizier*, wasch*, gewaschen, reinig*, räum*, geräumt, aufräum*, stapel*, lager*, verpack*,
  heb*, gehoben, bring*, hol*, geholt, übergeb*, übergib*, übergeben, reich*, weiterleit*, weitergeleitet,
  leit*, eskalier*, meld*, gemeldet, anmeld*, einlad*, eingeladen, lade, terminier*, vereinbar*, buch*,
  blocke*, bestätig*, fass*, zusammenfass*, zusammengefasst, liste*, aufgelistet, skizzier*, zeichn*,
  gezeichnet, mal*, präsentier*, vorführ*, vorgeführt, demonstrier*, probier*, üb*, geprobt, probe*, steh*,
  stand*, gestanden, sitz*, saß*, gesessen, setz dich, geh*, ging*, gegangen, komm*, kam*, gekommen, schau*,
  geschaut, sieh*, sah*, guck*, geguckt, blick*, lächel*, nick*, wink*, lach*, gelacht, gähn*, seufz*,
  dusch*, klopf*, klingel*, schließ ab, abgeschlossen, anzieh*, zieh an, trag handschuhe, verband*,
  verbind*, lagere, umlager*, dosier*, verabreich*, gieß*, rühr*, schmeck*, abschmeck*, serv*, servier*,
  kassier*, einräum*, einsortier*, austeil*, ausgeteilt, einsammel*, eingesammelt, korrigier*, benot*,
  abhak*, hak*, abgehakt, erinner*, biete*, angebot*, angeboten, versprich*, versprochen, zugesagt,
  überschrieb*, übersetz*, abtipp*, steck*, gesteckt, bohr*, schraub*, nagel*, isolier*, verleg*, vermess*,
  fahr*, fuhr*, gefahren, park*, brems*, parkst, schlief, aß*, iss, trink*, wechsel*, rein, raus, weg,
  fehlt, fehlen, fehlte, fehlten, steht, stehen, standen, stand, enthält, beginnt, endet, endete, läuft,
  lag, liegt, hängt, hup*, gehupt, duz*, siez*, aufkeil*, füll*, nachfüll*, nachgefüllt, bell*, fluch*,
  deck*, abdeck*, zudeck*, leuchte, beleuchte*, bind*, knot*, falt*, roll*, kipp*, schütt*, knet*, back*,
  brat*, koch*, schäl*, hack*, reib*, streu*, salz*, würz*, meisel*, feil*, säg*, schleif*, pinsel*,
  tapezier*, fliese*, verfug*, mau*, beton*, buchstabier*, zusammenleg*, verteil*, weiterreich*, anklick*,
  abspeicher*, speicher*, gespeichert, sicher*, gesichert, back up, loggen, logg*, gerechnet, rechne*,
  addier*, überschlag*, notiere, vermerk*, abstimm*, anseh*, angesehen, nachschau*, nachgeschaut, nachlesen,
  nachgelesen, verweis*, verwies*, zudreh*, aufdreh*, absperr*, abgesperrt, zusperr*, aufsperr*, sperr*,
  abgeben, gibst ab, abgegeben, aushäng*, hing, hingen, aufhäng*, abnehm*, bedien*, drangenommen, drannehm*,
  nimm dran, aufruf*, schweig*, schwieg*, geschwiegen, mitschreib*, mitgeschrieben, fegen, kehr*, gekehrt,
  saug*, polier*
`;

export const thing = `
  folie*, *folie, folien, präsentation, bildschirm, kamera*, objektiv, mikro*, mikrofon, headset,
  untertitel, thumbnail*, titel, überschrift*, *überschrift, zwischentitel, vorspann, teaser, absatz*,
  absätze, satz, sätze, wort, wörter, zeile*, seite, fußnote*, fussnote*, zitat*, quelle*, link*, url,
  button, feld*, *feld, datensatz, crm, ticket*, *ticket, mail*, *mail, betreff*, betreffzeile, postfach,
  kalender*, einladung, termin*, meeting*, anruf*, telefonat*, mailbox, notiz*, protokoll*, dokument*, doku,
  tabelle*, spalte*, zeile, diagramm*, achse*, legende, logo*, schrift*, farbe*, foto*, bild*, grafik*,
  video*, clip*, schnitt, tonspur, musik*, skript, branch*, commit*, pull request*, pr, prs, test*, *test,
  log*, funktion*, variable*, endpunkt*, flag*, migration*, readme, changelog, config, datenbank*, query,
  index, build*, deployment*, release*, rollback, alarm*, runbook, whiteboard, tafel*, arbeitsblatt*, heft*,
  klassenbuch, sitzplan, tür*, fenster, stuhl, ordner*, datei*, formular*, rechnung*, beleg*, kassenbon,
  angebot*, preis*, preisliste, preisschild, regal*, kasse, tablett, teller, messer, handschuh*, schürze,
  verband*, bett, rollstuhl, leiter, gurt*, helm*, stapler, palette*, paket*, schlüssel*, ausweis, etikett*,
  schild*, name*, datum, uhrzeit, adresse, telefonnummer, nummer*, deadline, frist*, agenda, tagesordnung,
  checkliste*, vorlage*, beispiel*, frage*, antwort*, hashtag*, beschreibung*, videobeschreibung,
  kommentar*, emoji*, story, reel*, timestamp*, zeitstempel*, kapitel*, abspann, einspieler, referenz*,
  lebenslauf, zeugnis, zwischenzeugnis, materialliste, lieferschein*, dosis, dosierung, medikament*,
  blutdruck, pflegebericht, übergabe*, tisch*, glas, gläser, pfanne, topf, wunde*
`;

export const degree = `
  mehr, weniger, öfter, öfters, häufiger, häufig, oft, seltener, selten, manchmal, gelegentlich, regelmäßig,
  regelmässig, ab und zu, ab und an, hin und wieder, von zeit zu zeit, immer wieder, immer mal, ständig,
  dauernd, meistens, meist, früher, eher, später, schneller, langsamer, länger, kürzer, lauter, leiser,
  näher, weiter, größer, grösser, kleiner, höher, niedriger, tiefer, breiter, enger, heller, dunkler,
  dicker, dünner, stärker, schwächer, gründlicher, ausführlicher, knapper, genauer, ein bisschen, bisschen,
  bissl, bisserl, bissel, ein wenig, etwas, ein paar, paar, einige, einiges, mehrere, viele, viel, vieles,
  zu viel, zu viele, zu lang, zu lange, zu kurz, zu schnell, zu langsam, zu spät, zu früh, zu oft, zu
  selten, zu wenig, zu wenige, zu laut, zu leise, zu groß, zu klein, sehr lang, ziemlich lang, recht lang,
  ziemlich, recht spät, reichlich, genug, ausreichend, kaum, wenig, wenige, lange, lang, kurz, kurze, bald,
  demnächst, zeitnah, rechtzeitig, zügig, schnell, rasch, flott, langsam, früh, spät, ewig, ewigkeit, halbe
  ewigkeit, gefühlte ewigkeit, überlänge, zu gegebener, bei gelegenheit, wann immer, sobald es geht, wenn
  möglich, möglichst, so bald wie, so früh wie, nach bedarf, bei bedarf, je nachdem, ruhig mal, ruhig, öfter
  mal, mal, großzügig, grosszügig, sparsam, sparsamer, dezenter, reduzier*, verkürz*, verlänger*, straff*,
  zieht sich, zurückhalten, fahr runter, runterfahren, zurücknehmen, zurückfahren, erhöh*, verring*,
  ausführlich, gebündelt, ein stück, stück, eine spur, einen tick, tick, spur, nuance, deutlich mehr,
  deutlich weniger, halbwegs, ungefähr, ganz schön, relativ, vermehrt, verstärkt, zunehmend, abwechslung,
  variier*, ein gutes stück, recht lange, furchtbar lang*, etliche, ziemlich viel, zu umfangreich,
  umfangreich*, zu knapp, verzögert, zu häufig, flotter, ausbauen, großen teil, einen teil, überzogen,
  überziehen, zieht sich hin, hinziehen, zu voll, voller, gründlich, ruhiger, deutlicher, milder,
  intensiver, runterdrehen, aufdrehen, runter damit, irgendwo, irgendwann, zwischendurch, nach und nach, so
  nach und nach, grad, eher jemanden, nochmal, noch mal, noch öfter, nicht so oft, nicht so viel, nicht so
  lang, nicht immer, nicht so schnell, zeitlich, arg, allzu, spärlich*, vereinzelt, stellenweise, teils,
  teilweise, zeitweise, paarmal, ein paarmal, häppchenweise, ausgiebig*, beizeiten, auf den letzten drücker,
  letzter minute, in letzter zeit, eine weile, ganze weile, zeit lang, eine zeitlang, zeit gelassen, lässt
  dir zeit, zu weit, zu dicht, zu hoch, zu tief, zu nah, zu breit, zu eng, zu dunkel, zu hell, zu dick, zu
  dünn, zu schwer, zu eilig, zu hastig, gehört gekürzt, gestutzt, kürzere, kürzeren, längere, längeren,
  kleinere, kleineren, größere, größeren, frühere, häufigere, mehrfach, periodisch, in kürzeren abständen,
  in größeren abständen, ein klein wenig, klein wenig, bisserl   mehr, bissl mehr, weitaus, erheblich,
  merklich, spürbar mehr, wesentlich mehr, gelegentlich mal, alle   paar, immer wieder mal, wenigstens
  manchmal, schräger, straffer, dichter, lockerer, schärfer gestellt, sanfter
`;
