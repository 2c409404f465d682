/** Results, and the people who decide them: German words and phrases, `*` for any beginning or ending of a word. */

export const result = `
  umsatz*, *umsatz, quote, *quote, quota, marge*, *marge, deckungsbeitrag*, gewinn*, ertrag*, rendite,
  wachstum*, marktanteil*, abschluss, abschlüsse, *abschlüsse, *abschluss, auftrag*, aufträge*, *auftrag,
  *aufträge, *auftragseingang, win-rate, abschlussrate, conversion*, *rate, rate, churn, kündigung*,
  kündigungen, verlängerung*, renewal*, upsell*, nps, csat, zufriedenheit*, kundenzufriedenheit, bewertung*,
  *bewertung, *bewertungen, sterne*, noten*, schnitt, durchschnitt*, durchschnittlich*, aufruf*, *aufrufe,
  klick*, *klicks, klickrate, views, zuschauer*, zuschauerzahl*, abo, abos, *abos, abonnent*, follower*,
  likes, shares, reichweite*, impressions, ctr, watchtime, wiedergabe*, wiedergabedauer, absprung*,
  absprungrate, absprünge, bounce*, öffnungsrate, öffnungen, downloads, anmeldung*, *anmeldungen,
  registrierung*, leads, pipeline*, opps, erstgespräche, neukunde*, neukunden*, kundenzahl*, bestellung*,
  bestellungen, *bestellungen, bestellwert, warenkorb*, durchschnittsbon, kundschaft, frequenz,
  besucherzahl*, einschaltquote*, spende*, spenden, spendenziel, besuchsrate, teilnahmequote,
  teilnehmerzahl*, bestehensquote, notenschnitt, vera, prüfung*, punktzahl*, platz, rang, ranking*, preis
  gewonnen, wettbewerb*, auszeichnung*, velocity, durchsatz, verfügbarkeit, uptime, latenz*, fehlerquote*,
  fehlerrate, abstürze, absturzrate, ausfall*, ausfälle*, incidents, störung*, backlog*, ticketzahl*,
  ticketaufkommen, rückstand, reaktionszeit*, antwortzeit*, bearbeitungszeit*, lösungsquote, erstlösung*,
  sla, slas, eskalation*, beschwerde*, reklamation*, retoure*, *retouren, rücksendung*, schwund, ausschuss*,
  abfall*, fehlzeit*, krankenstand*, krankheitstage, krankentage, fluktuation*, kosten*, *kosten, budget*,
  einsparung*, euro, franken, chf, millionen, million, prozent, %, ziele, zielwert, *ziel, monatsziel,
  quartalsziel, jahresziel, zahlen, *zahlen, kennzahl*, kpi*, okr*, soll, plan erfüllt, auflage, leserzahl*,
  leserschaft, anzeigenkunde*, seitenaufrufe, traffic, verweildauer, sponsor*, sponsoring*, kooperation*,
  provision*, einnahme*, *einnahmen, erlös*, gehaltserhöhung, sturz*, stürze, infektion*, unfälle,
  unfallzahl*, auslastung*, belegung*, wartezeit*, warteliste*, liefertreue, termintreue, lieferquote,
  fehlmenge*, mailadressen, unterschrift*, verlängerungen, deal*, anteil, stau, quartal*, rekord*, trend*,
  negativtrend, zuwachs*, rückgang*, einbruch, erfolg*, erfolge, ergebnis*, zahl der, bestseller*,
  punktestand, zuschlag, ausschreibung*, absage*, absagen, zusage*, zusagen, bewerbung*, bewerber*,
  besetzung*, stammkunde*, arbeitsunfall*, arbeitsunfälle, sturz, fünfer, einser, matheschnitt,
  spiegel-liste, kundenausfall*, rollback, verkäufe, verkaufszahlen, bestellzahlen, warenverlust, dekubitus,
  befund, spitzenreiter, schlusslicht, fehltage, leerstand, tourismus, wiederkehr*, wiederholer, mandate,
  mandanten, inserent*, inserenten, anzeigen, weiterempfehlung, promotoren, budget, wachstum, score, *score,
  prozentpunkte, jede fünfte, jeder vierte, jeder fünfte, jede vierte, doppelt so viele, halb so viele,
  dreimal so viele, so viele wie, weniger leute, kundenstamm, klickzahl*, zugriffszahl*, zugriffe, abrufe,
  abrufzahl*, hörerzahl*, quoten, verkaufsrang, stückzahl*, ausstoß, durchlaufzeit*, rüstzeit*, nacharbeit,
  fehlerzahl*, außenstände, forderungsausfall, liquidität, cashflow, gewinnspanne, stornoquote, storno,
  stornos, wiederkaufsrate, rückläufer, zustellquote, hauptpreis, fördergeld*, baugenehmigung, mängelliste,
  testsieger, publikumspreis, platzierung*, marktführer*, marktposition, wettbewerbsvorteil,
  jahresabschluss, verlust*, vorquartal, vormonat, planziel, planzahl*, planwert, überstundenquote,
  personalkosten, fehlbestand, lagerumschlag, umschlag, haltequote, haltedauer, abbruchquote, abbruchrate,
  abbrecher, aussteiger, beitritte, testabos, probeabos, testphase, kundenverlust, empfehlungsrate,
  empfehlungen, rezension*, verriss*, kritiken, presseecho, einschaltquoten, marktanteile, sichtbarkeit,
  leseranteil, anruferzahl*, anrufvolumen, fallzahl*, heilungsrate, rückfallquote, sterblichkeit,
  wiederaufnahme*, durchfallquote, abiturschnitt, durchschnittsnote, versetzung*, abbrecherquote
`;

export const resultVerb = `
  gewinn*, gewonnen, gewann, verlier*, verlor*, verloren, unterschreib*, unterschrieben, unterschrieb,
  unterzeichn*, abschließ*, abgeschlossen, abzuschließen, abschliess*, close, closest, closen, geclosed,
  verlänger*, kündig*, gekündigt, abspring*, abgesprungen, springt ab, springen ab, abgewandert, wandern ab,
  abwander*, wechsel zur konkurrenz, gewechselt, gekauft, kauf*, kaufen, bestell*, bestellt, bestellten,
  gebucht, buch*, bucht, buchten, abonnier*, abonniert, abgemeldet, beschwert*, beschweren, zurückgegeben,
  zurückgeschickt, abgesagt, absag*, zugesagt, storniert*, widerrufen, wegklick*, weggeklickt,
  weitergeklickt, wegwisch*, ausgestiegen, aussteig*, steigen aus, dranbleib*, dranbleiben, drangeblieben,
  bleiben dran, weiterempf*, empfohlen, geteilt, geliked, viral, ging viral, trendet, erreich*, erreicht,
  erreichten, verfehl*, verfehlt, übertroffen, übertriff*, schaff*, geschafft, knack*, geknackt, reiß*,
  gerissen, hol*, geholt, hereingeholt, reingeholt, reinhol*, bring*, brachte, brachten, gebracht,
  eingebracht, einbring*, eingespielt, einspiel*, erwirtschaft*, verdien*, verdient, gekostet, kostete,
  gespart, eingespart, verdoppel*, verdoppelt, verdreifach*, verdreifacht, halbier*, halbiert, steiger*,
  gesteigert, steig*, steigt, stieg, stiegen, gestiegen, ansteig*, angestiegen, sink*, sinkt, sank, sanken,
  gesunken, senk*, gesenkt, fällt, fielen, gefallen, einbrech*, eingebrochen, brach ein, brachen ein,
  zurückgegangen, zurückgehen, zurückging, geht zurück, gingen zurück, gewachsen, wachs*, wuchs, wächst,
  erhöh*, erhöht, reduzier*, reduziert, drück*, drück die, gedrückt, runter, rauf, hoch, runterbring*,
  runterkommen, raufgehen, hochgehen, liegt bei, lag bei, liegen bei, lagen bei, steht bei, stehen bei,
  stand bei, kam auf, kamen auf, landet bei, landete, gelandet, belegt, belegte, platz eins, nummer eins,
  auf platz, bestanden, besteh*, durchgefallen, durchgekommen, durchfall*, versetzt, qualifiziert,
  ausgezeichnet, nominiert, verkauf*, verkauft, verkauften, ausverkauft, abgesetzt, absetz*, zugenommen,
  abgenommen, zunehm*, abnehm*, eingebüßt, eingestellt, dazugewonnen, hinzugewonnen, dazugekommen, kamen
  nur, kamen leider, gekommen, abgelaufen, verfallen, geworden, beauftragt, erteilt, ausgeschrieben,
  aufgelöst, aufgegeben, abgelehnt, entschieden, angefragt, anfragen, verlassen, ausgetreten, ferngeblieben,
  zurückgekommen, wiederkommen, wiedergekommen, zieh*, überzeug den, rausgehen, besser abgeschnitten,
  abgeschnitten, abschneid*, entfolgt, entfolgen, vergriffen, verschwunden, durchläuft, läuft fehlerfrei,
  gemeldet hat, angeklickt, angeklickt haben, gegangen, in der probezeit, ging an, ging dann doch an, wurde
  einer, übernommen, klar machen, mach klar, füll*, gefüllt, voll, leer sein, unter dem budget, im haus
  halten, gaben dem, gab uns, bewertet, bewerteten, raus aus dem, angemeldet, meldet sich wieder, melden
  sich, rufen an, weniger an, schlechter, nachbestellt, nachgefragt haben, recht bekommen, zugestimmt,
  genehmigt, freigegeben bekommen, verklagt, aufgesprungen, abgebrochen, brechen ab, bricht ab, geöffnet,
  geöffnet haben, geguckt, geschaut haben, gelesen, wurde kaum gelesen, gesehen, dabei geblieben, den
  letzten platz, aufgestiegen, abgestiegen, abgeworben, abwerben, abspenstig, eingefahren, eingeheimst,
  geschrumpft, schrumpf*, geschmolzen, hochgeschnellt, eingesackt, nachgegeben, stagnier*, purzel*,
  explodier*, vervielfach*, vervierfach*, zugelegt, zulegen, abgehängt, überflügelt, verprell*, vergraul*,
  weggeschnappt, angebissen, durchgewunken, abgenickt, bewilligt, ausgelistet, prämier*, zertifizier*,
  durchgerasselt, sitzengeblieben, eingeschrieben, immatrikuliert, abgestürzt, dümpel*, aufgeholt, gesichert
  haben, eingeworben, akquirier*, reaktivier*, zurückgewonnen, zurückgewinn*, zurückhol*, dazugeholt,
  weggebrochen, brechen weg, brach weg, läuft davon, laufen davon, davongelaufen, in die höhe, in den
  keller, im keller, durch die decke, aus dem rennen, auf   rang, hinter plan, über plan, unter plan, im
  minus, im plus, über dem vorjahr, unter dem vorjahr, lohnt sich, gelohnt, rentier*, ausgezahlt,
  amortisier*, den zuschlag, zuschlag bekommen, zuschlag erteilt, für uns entschieden, gegen uns
  entschieden, bei der konkurrenz, zur konkurrenz, zum   mitbewerber, zum wettbewerb
`;

export const others = `
  kunde, kunden, kundin, kundinnen, käufer*, interessent*, zuschauer*, leser*, publikum, leute, fans,
  abonnent*, follower*, patient*, bewohner*, angehörige*, familien, eltern, schüler*, kinder, gäste, gast,
  bewerber*, kandidat*, sponsor*, partner*, investor*, vorstand, markt, konkurrenz, wettbewerber*,
  mitbewerber, nutzer*, user, niemand, keiner, alle, hälfte, mieter*, spender*, mitglieder, hörer*, viewer,
  team, klasse, jahrgang
`;
