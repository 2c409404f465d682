/** Wishes, qualities and figures of speech: nothing that a camera sees: German words and phrases, `*` for any beginning or ending of a word. */

export const inner = `
  sei, seid, sein, wirk*, wirkst, wirkt, wirkte, gewirkt, komm rüber, rüberkomm*, rüberkommen, kommt rüber,
  rübergekommen, fühl*, gefühlt, spür*, spürbar, wiss*, weiß*, versteh*, verstand*, verstanden, begreif*,
  verinnerlich*, denk*, gedacht, mitdenk*, nachdenk*, überleg*, glaub*, mein*, find*, empfind*, versuch*,
  bemüh*, streng dich, streb*, verbesser*, optimier*, steiger dich, entwickel*, weiterentwickel*, förder*,
  pfleg*, gestalt*, schaff*, erzeug*, vermittel*, transportier*, berühr*, begeister*, inspirier*, motivier*,
  überzeug*, abhol*, abgeholt, mitnehm*, mitgenommen, zünd*, funk*, funkelt, knall*, fetz*, rock*, strahl*,
  glänz*, leucht*, tragen, trägt, atme*, atmet, fließ*, führ*, leit*, lenk*, steuer*, manag*, handhab*,
  meister*, bewältig*, beherrsch*, kümmer*, sorg*, gewährleist*, sicherstell*, achte*, beacht*,
  konzentrier*, fokussier*, priorisier*, plan*, organisier*, koordinier*, strukturier*, kommunizier*,
  zusammenarbeit*, arbeit*, erarbeit*, unterstütz*, helf*, hilf*, begleit*, respektier*, wertschätz*,
  schätz*, vertrau*, leb*, vorleb*, verkörper*, repräsentier*, zeig haltung, verhalt*, verhalte, agier*,
  reagier*, handle, handeln, übernimm, verantwort*, bleib*, bleibe, blieb*, werd*, werde, bräucht*, brauch*,
  braucht, fehlt mir, mangel*, hapert, klemmt, hakt, holpert, schwächelt, plätschert, zerfasert, zerfällt,
  wünsch*, hoff*, lieb*, harmonier*, punkt*, überrasch*, abliefer*, liefer ab, gib alles, gib gas, hau rein,
  reiß dich, lern*, wachs*, geh in dich, reflektier*, hinterfrag*, loslass*, verkörpern, differenzier*,
  positionier*, heb dich, vermeid*, bau mehr, bau eine, bau vertrauen
`;

export const quality = `
  gut*, gute*, besser*, beste*, bestens, schlecht*, schlimm*, mies*, schwach*, stark*, super, toll*, klasse,
  prima, spitze, top, großartig*, genial*, hervorragend*, ausgezeichnet*, sauber*, ordentlich*, anständig*,
  solide*, souverän*, professionell*, unprofessionell*, amateurhaft*, klar*, unklar*, deutlich*,
  verständlich*, wirr*, konfus*, chaotisch*, durcheinander, strukturiert*, unstrukturiert*, schwammig*,
  diffus*, vage*, oberflächlich*, tief*, tiefer*, tiefgründig*, flach*, platt*, fad*, langweilig*, öde*,
  zäh*, trocken*, lahm*, müde*, lieblos*, leblos*, steif*, hölzern*, roboterhaft*, kühl*, kalt*, warm*,
  herzlich*, freundlich*, nett*, höflich*, respektvoll*, empathisch*, einfühlsam*, sensibel*, menschlich*,
  nahbar*, authentisch*, natürlich*, echt*, ehrlich*, offen*, positiv*, negativ*, konstruktiv*,
  lösungsorientiert*, kundenorientiert*, serviceorientiert*, zielorientiert*, ergebnisorientiert*,
  strategisch*, ganzheitlich*, nachhaltig*, proaktiv*, engagiert*, motiviert*, begeistert*,
  leidenschaftlich*, lebendig*, lebhaft*, spannend*, packend*, mitreißend*, fesselnd*, ansprechend*,
  attraktiv*, schön*, hübsch*, hässlich*, elegant*, frisch*, modern*, hochwertig*, wertig*, edel*, stimmig*,
  rund*, unrund*, harmonisch*, ausgewogen*, balanciert*, knackig*, knackiger*, prägnant*, griffig*,
  pfiffig*, witzig*, lustig*, humorvoll*, kreativ*, originell*, innovativ*, mutig*, selbstbewusst*,
  selbstsicher*, sicher*, locker*, entspannt*, gelassen*, cool*, ruhiger, flüssig*, geschmeidig*, holprig*,
  sperrig*, klobig*, kompliziert*, einfach*, einfacher, simpel*, schlank*, effizient*, effektiv*,
  produktiv*, wirksam*, wirkungsvoll*, überzeugend*, glaubwürdig*, seriös*, vertrauenswürdig*, relevant*,
  sinnvoll*, wertvoll*, hilfreich*, nützlich*, passend*, angemessen*, unangemessen*, richtig*, falsch*,
  korrekt*, sorgfältig*, gewissenhaft*, gründlich*, präzise*, genau*, aufmerksam*, achtsam*, konzentriert*,
  fokussiert*, präsent*, wach*, flexibel*, agil*, robust*, wartbar*, lesbar*, skalierbar*, zukunftsfähig*,
  okay, ok, passabel*, mittelmäßig*, mittel, durchwachsen*, ausbaufähig*, verbesserungswürdig*,
  ausreichend*, enttäuschend*, peinlich*, cringe, gelungen*, misslungen*, halbgar*, halbherzig*, lustlos*,
  routiniert*, abgestimmt*, konsistent*, inkonsistent*, konsequent*, verbindlich*, verlässlich*,
  zuverlässig*, partnerschaftlich*, wertschätzend*, kollegial*, inklusiv*, würdevoll*, kindgerecht*,
  altersgerecht*, zielgruppengerecht*, markant*, emotional*, persönlich*, intensiv*, kraftvoll*, dynamisch*,
  energisch*, schwungvoll*, bissig*, scharf*, schärfer*, eindringlich*, charmant*, sympathisch*,
  unsympathisch*, deeskalierend*, hammer, mega, wow, stark, beeindruckend*, imponiert, chapeau, respekt,
  kompliment, verwirrend*, motivierend*, anregend*, zukunftssicher*, pragmatisch*, überlegt*, bewusst*,
  liebevoll*, wärmer, lebendiger, ausgereift*, kundenfreundlich*, gehetzt*, vernünftig*, sinnlos*, ideal*,
  optimal*, ungenügend*, dürftig*, ruckelig*, zerfahren*, fahrig*, lasch*, schlapp*, überladen*,
  überfrachtet*, beliebig*, austauschbar*, verkopft*, bieder*, altbacken*, verstaubt*, erfrischend*,
  mitreissend*, berührend*, bewegend*, stimmungsvoll*, fabelhaft*, wunderbar*, herrlich*, fein*, nicht
  schlecht, brav*, spritzig*, schmissig*, peppig*, blutleer*, blass*, bemüht*, dröge*, gestelzt*,
  geschliffen*, geschraubt*, gekünstelt*, kantig*, knochentrocken*, staubtrocken*, konventionell*,
  langatmig*, launig*, leidenschaftslos*, lebensnah*, makellos*, mau, nüchtern*, plump*, pointiert*,
  raffiniert*, reizvoll*, saftig*, salopp*, schlüssig*, schwerfällig*, seelenlos*, spröde*, stringent*,
  tadellos*, tiefsinnig*, träge*, unaufgeregt*, unbeholfen*, undurchdacht*, durchdacht*, ungelenk*,
  unterhaltsam*, unterkühlt*, verkrampft*, vielschichtig*, wackelig*, wacklig*, zahm*, zögerlich*,
  zugewandt*, zielgerichtet*, zielstrebig*, kompetent*, versiert*, gewandt*, eloquent*, redegewandt*,
  taktvoll*, diplomatisch*, behutsam*, gefühlvoll*, bodenständig*, unkompliziert*, unverkrampft*, werblich*,
  marktschreierisch*, reißerisch*, kitschig*, pathetisch*, schwülstig*, belanglos*, nichtssagend*,
  aussagekräftig*, farblos*, verworren*, steril*, hektisch*, nervös*, unsicher*, unnatürlich*,
  unpersönlich*, unterhaltend*, unvorbereitet*, vorbereitet*, geduldig*, neugierig*, mitfühlend*,
  verständnisvoll*, rücksichtsvoll*, zuvorkommend*, feinfühlig*, klasse*, famos*, grandios*, exzellent*,
  vorbildlich*, vorzüglich*, meisterhaft*, meisterlich*, miserabel*, grottig*, grottenschlecht*,
  unterirdisch*, katastrophal*, grauenhaft*, furchtbar*, schrecklich*, zeitgemäß*, unternehmerisch*,
  visionär*, vorausschauend*, weitsichtig*, zauberhaft*, bezaubernd*, hinreißend*, einladend*,
  überraschend*, inspirierend*, ermutigend*, unvergesslich*, einprägsam*, eingängig*, sexy
`;

export const abstract = `
  energie*, *energie, schwung, elan, begeisterung, leidenschaft, präsenz*, *präsenz, ausstrahlung, charisma,
  charme, wärme, empathie, einfühlungsvermögen, fingerspitzengefühl, gespür, gefühl*, feingefühl, herz,
  herzblut, seele, geist, persönlichkeit, charakter, profil, kante, haltung, einstellung, mindset,
  leadership, führung*, führungsstärke, verantwortung, eigenverantwortung, ownership, eigeninitiative,
  initiative, einsatz, engagement, motivation, disziplin, fokus, klarheit, struktur*, roter faden, rote
  faden, roten faden, faden, ordnung, chaos, qualität*, tiefe, tiefgang, substanz, relevanz, mehrwert*,
  nutzen, nutzenargumentation, wert, werte, sinn, botschaft, kern, essenz, identität, image, stil, tonfall,
  tonalität, stimmung, atmosphäre, klima, vibe*, flair, pep, pfiff, biss, punch, power, kraft, dynamik,
  rhythmus, flow, fluss, dramaturgie, spannung, spannungsbogen, magie, zauber, leichtigkeit, lockerheit,
  gelassenheit, ruhe, souveränität, sicherheit, selbstvertrauen, selbstbewusstsein, mut, kreativität,
  originalität, humor, witz, emotion*, gänsehaut, authentizität, glaubwürdigkeit, vertrauen, beziehung*,
  kundenbeziehung*, bindung, nähe, distanz, verbindung, draht, chemie, miteinander, zusammenhalt, teamgeist,
  teamspirit, teamwork, zusammenarbeit, zusammenspiel, kommunikation, kooperation, kultur*, *kultur,
  fehlerkultur, feedbackkultur, respekt, wertschätzung, höflichkeit, freundlichkeit, servicegedanke*,
  gastlichkeit, kundenorientierung, kundenfokus, professionalität, sorgfalt, gründlichkeit, genauigkeit,
  präzision, aufmerksamkeit, achtsamkeit, konzentration, geduld, verständnis, bewusstsein,
  problembewusstsein, wissen, kompetenz*, *kompetenz, skills, *skills, fähigkeit*, können, talent,
  potenzial, potential, entwicklung, niveau, level, nächste level, standards, anspruch, ansprüche,
  erwartungen, vision, strategie*, *strategie, gesamtbild, große ganze, grosse ganze, überblick, weitblick,
  balance, balanceakt, harmonie, flexibilität, agilität, resilienz, einfachheit, komplexität, lesbarkeit,
  wartbarkeit, architektur, technische schulden, einheitsbrei, floskeln im kopf, umgang, auftreten, wirkung,
  eindruck, vorbild, beraters, berater, verkäufers, lernumgebung, lernklima, lernatmosphäre,
  unterrichtsklima, gastgeber, partner auf augenhöhe, augenhöhe, extrameile, zug zum tor, a-game, vollgas,
  handbremse, einwandbehandlung, bedarfsanalyse, gesprächsführung, verhandlungsgeschick, rhetorik,
  körpersprache, dranbleiben, durchhaltevermögen, hunger, drive, drang, wille, willen, ehrgeiz, grundlagen,
  basics, prioritäten, storytelling, stress, würde, augenmaß, liebe, hingabe, stolz, freude, spaß, lust,
  sexyness, pfeffer, feuer, aha-erlebnis, scheuklappen, strang, zukunft, wandel, veränderung,
  digitalisierung, größe, genuss, farbe in der sprache, sensibilität, bewusstheit, hochglanz,
  menschlichkeit, mündigkeit, verbindlichkeit, überzeugung, überzeugungskraft, schlagfertigkeit, neugier*,
  offenheit, selbstreflexion, reife, wahrnehmung, außenwirkung, außenauftritt, eigenständigkeit,
  selbstständigkeit, selbständigkeit, zuverlässigkeit, verlässlichkeit, ernsthaftigkeit, seriosität,
  natürlichkeit, lebendigkeit, eleganz, finesse, raffinesse, prägnanz, stringenz, konsequenz, kontinuität,
  konstanz, beharrlichkeit, zielstrebigkeit, entschlossenheit, tatkraft, schaffenskraft, inspiration,
  fantasie, phantasie, ideenreichtum, aura, esprit, temperament, tiefenschärfe, seelenlosigkeit,
  herzlichkeit, warmherzigkeit, gastfreundschaft, mitgefühl, anteilnahme, sympathie, zuwendung, fürsorge,
  kundennähe, praxisnähe, bodenhaftung, fairness, gerechtigkeit, transparenz, loyalität, solidarität,
  gemeinschaft, wir-gefühl, zugehörigkeit, sinnhaftigkeit, handschrift, facette*, nuancen, feinschliff,
  schliff, politur, strahlkraft, leuchtkraft, wucht, schmackes, schmiss, pepp, karacho, verve, pathos,
  ironie, leichtfüßigkeit, komfortzone, wohlfühlfaktor, wow-faktor, wow-effekt
`;

export const idiom = `
  extrameile, über den tellerrand, tellerrand, um die ecke denken, um die ecke, zwischen den zeilen, am
  ball, bleib dran, bleib am ball, den ball, gas geben, gib gas, vollgas, gib alles, alles geben, 110
  prozent, 110 %, hundert prozent, hundertprozentig, voller einsatz, klotzen, nicht kleckern, reinhängen,
  häng dich rein, hau rein, zieh durch, zieh das durch, das ding durch, das ding, nimm's sportlich, nimms
  sportlich, mit herz, von herzen, aus dem bauch, in die schuhe, in den schuhen, in die lage,
  hineinversetzen, hineinzuversetzen, abholen, holt mich nicht ab, holt nicht ab, nimmt mich nicht mit,
  reißt mich nicht mit, da geht mehr, da geht noch was, luft nach oben, noch luft, nicht ganz rund, läuft
  rund, noch nicht rund, noch nicht ganz, ein stück weit, auf augenhöhe, nächstes level, nächste level, aufs
  nächste, eine schippe drauf, schippe, in die vollen, in die tiefe, zum tor, den draht, die chemie, ton
  angeben, ton stimmt, punkt bringen, auf den punkt, das große ganze, das grosse ganze, großes ganzes, blick
  fürs, gespür für, ein händchen, sei mutig, sei präsent, sei du selbst, du selbst, bleib dir treu, dir
  treu, steh dazu, stell dich, steig ein, mehr sein, ernst nehmen, nimm ernst, gute arbeit, tolle arbeit,
  super arbeit, guter job, super job, gut gemacht, toll gemacht, weiter so, mach weiter, nur weiter, daumen
  hoch, hut ab, alle achtung, chapeau, hat mir gefallen, gefällt mir, gefiel mir, hat gepasst, passt so,
  passt schon, stimmt noch nicht, passt noch nicht, trägt nicht, zündet nicht, funktioniert nicht, greift
  nicht, sitzt noch nicht, sitzt nicht, kommt nicht rüber, kommt gut rüber, nicht optimal, nicht ideal, so
  lala, geht so, ging so, war ok, war okay, war gut, war super, war schwach, fand ich gut, fand ich super,
  in der summe, unterm strich, im großen und ganzen, insgesamt, es geht um, geht es um, es kommt auf, darauf
  an, weniger ist mehr, von innen, in sich, ruhmesblatt, wie aus einem guss, bring dich ein, bringen sie
  sich ein, übernimm verantwortung, verantwortung übernehmen, vorbild, lebe vor, mach's lebendig, mach es
  lebendig, soll leben, knallen, aus der ruhe, selbstverständlich sein, lass dich nicht, reiß mit, mehr du
  selbst, muss sitzen, mehr aus, knoten platzen, leichte schulter, auf die leichte, heißer nadel, heisser
  nadel, fahrt auf, nimmt fahrt, mehr pfeffer, pfeffer, mauern in, karten auf den tisch, tür aufstossen, tür
  aufstoßen, fuss drin, am kragen, zu viel gewollt, zu wenig gezeigt, sieht nach nix, sieht nach nichts,
  nach nix aus, aha-erlebnis, aha-effekt, am selben strang, an einem strang, gemeinsam an einem, spiel nach
  vorne, spiel dein spiel, mit offenen augen, offenen augen, näher am menschen, aushängeschild, mit stolz,
  mit würde, mit augenmaß, mit hingabe, mit liebe, mit mehr liebe, mit leidenschaft, sprechen lassen, lass
  die architektur, fahne hoch, in den mittelpunkt, in den köpfen, aus dem ruder, ruder aus der hand, ein
  genuss, hör stark auf, stark aufgehört, stark angefangen, ganz bei der sache, bei der sache, im griff, im
  blick, im kopf behalten, im kopf, vor augen, zwei gänge, einen gang, bremst sich, plätschert, plätscherte
  so, vorbeigeredet, am publikum vorbei, verliert sich, verpufft, zieht nicht, ziehen nicht, packt mich
  nicht, macht keine lust, macht lust, lust auf, das gewisse etwas, gewisse etwas, schritt in die richtige
  richtung, richtige richtung, visitenkarte sein, ist eine visitenkarte, wie ein roboter, mit auf die reise,
  gutem beispiel, guten beispiel, mit gutem, geh voran, hab den mut, zeig mut, zeig profil, zeig kante, zeig
  größe, zeig einsatz, zeig verantwortung, als wären es, vom kunden her, vom ergebnis her, in systemen, an
  morgen, auf draht, auf zack, in schwung, kam nicht in schwung, so halb, eher meh, meh, nicht toll, nicht
  so toll, nicht besonders, eher so, nicht ausgereift, unausgereift, da fehlt was, fehlt noch was, irgendwas
  fehlt, fehlt mir, hat mir gefehlt, gefehlt hat, hinter der entscheidung, hinter der sache, dahinter
  stehen, zukunftssicher, breiter auf, neu denken, groß denken, anders denken, quer denken, über sich
  hinaus, raus aus der komfortzone, komfortzone, sitzen wie, muss brennen, in flammen, feuer in, mehr feuer,
  vollblut, ganz oder gar nicht, wie aus der pistole, maßstäbe, leben einhauchen, hauch ihm leben ein,
  funke, funken, springt nicht über, in den bann, aus der deckung, an deine grenzen, ins kalte wasser, ball
  flach, eis brechen, brich das eis, nägel mit köpfen, kurve kriegen, großes kino, hand und fuß, auf
  wackligen beinen, vom fleck, unter die haut, ans herz, zu herzen, an die hand, den druck raus, aus dir
  raus, aus sich raus, aus dem rahmen, den rahmen, an die wurzel, bei der wurzel, den kopf frei, kopf hoch,
  auf der höhe, am puls, puls der zeit, mit der zeit, mit dem herzen, die kuh, über den berg, auf den grund,
  die messlatte, latte höher, neue maßstäbe, das zepter, zügel, die fäden, zieh die fäden, laune, gute
  laune, macht laune, spaß gemacht, eine freude, war ein genuss, top leistung, klasse leistung, starke
  leistung, tolle leistung, super leistung, reife leistung, respekt dafür, bin begeistert, bin beeindruckt,
  sehr zufrieden, mehr davon, nur mut, trau dich, wag was, wag dich, probier dich aus, lass dich fallen,
  lass dich ein, sei ganz bei, ganz bei dir, ganz im moment, im hier und jetzt, auf wellenlänge, gleicher
  wellenlänge, nah dran, halbe sache*, halben sachen, schöne worte, warme worte, große bühne, raum geben,
  raum einnehmen, in die pflicht, rede und antwort, brücke schlagen, schlag eine brücke, bogen spannen,
  spann den bogen, spannungsbogen, den bogen, aus einem guss, gewinnend*, setz akzente, akzente setzen, setz
  ein zeichen, zeichen setzen, zeig flagge, farbe bekennen, bekenn farbe, wachs über
`;
