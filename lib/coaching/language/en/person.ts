/** The person instead of the work: traits, motives, blame: English words and phrases, `*` for any beginning or ending of a word. */

export const trait = `
  lazy, idle, careless, sloppy, slapdash, arrogant, cocky, smug, snide, snotty, snobbish, rude, nasty,
  vicious, spiteful, petty, cruel, mean, selfish, self-centred, self-centered, egoistic, egotistical,
  narcissist, narcissistic, vain, stubborn, pig-headed, bloody-minded, immature, childish, juvenile,
  defensive, touchy, thin-skinned, oversensitive, moody, grumpy, sulky, bitter, jealous, envious, greedy,
  dishonest, liar, lying, two-faced, fake, phoney, phony, manipulative, sneaky, sly, shifty, untrustworthy,
  unreliable, flaky, clueless, incompetent, useless, hopeless, pathetic, stupid, thick, dense, dim, dumb,
  idiot, idiotic, moron, fool, foolish, clown, joke, amateur, amateurish, disgrace, disgraceful,
  embarrassment, embarrassing, coward, cowardly, spineless, gutless, wimp, weakling, pushover, doormat,
  bully, bullying, tyrant, control freak, micromanager, diva, drama queen, prima donna, princess, snowflake,
  hooligan, thug, slob, pig, cow, snake, rat, parasite, sponger, freeloader, slacker, skiver, shirker,
  passenger, dead weight, liability, waste of space, ignorant, ungrateful, entitled, disrespectful,
  disloyal, unprofessional, unmotivated, demotivated, disengaged, indifferent, apathetic, uncaring,
  heartless, cold-hearted, cold fish, negative, toxic, hostile, aggressive, passive-aggressive,
  condescending, patronising, patronizing, sarcastic, sarcasm, cynical, bossy, pushy, needy, clingy,
  desperate, timid, shy, introvert, naive, gullible, impatient, impulsive, reckless, negligent,
  irresponsible, disorganised, scatterbrained, forgetful, absent-minded, gifted, natural, genius, star,
  legend, hero, angel, gem, treasure, rock star, superstar, born, talented, talent, wired, personality, ego,
  temper, laziness, arrogance, ignorance, stupidity, carelessness, incompetence, cowardice, vanity,
  jealousy, attitude problem, attitude, chip on your shoulder, grudge, whining, whinging, moaning, sulking,
  strop, tantrum, snob, know-it-all, know-all, show-off, smart-arse, bluffer, chancer, fraud, cheat, slimy,
  sleazy, creepy, weird, odd, mad, insane, crazy, barmy, lunatic, monster, sadist, racist, sexist, ageist,
  brat, baby, madam, old dog, dinosaur, yes-man, lapdog, charlatan, hothead, blockhead, muppet, wally,
  numpty, plonker, prat, div, dimwit, oaf, clod, tosser, bonehead, selfishness, spite, malice, unfit, cut
  out for, not cut out, too old, too young, big-headed, vindictive, resentful, insecure, paranoid, obsessed,
  obsessive, humourless, joyless, tactless, thoughtless, shameless, dignified, humble, brave, modest, loyal,
  sweet, kind-hearted, conscientious, fearless, patient soul, mature for your age, switched-on, bright
  spark, sharp cookie, wise, ambitious, driven, cold, callous, brusque, haughty, pompous, sanctimonious,
  precious, snobbery, greed, cruelty, cruel streak, clumsy, conceited, filthy, dirty mind, nutcase,
  hypocrite, hypocritical, sulk, spine, backbone, guts, pride, proud, martyr, ashamed, sour, grand,
  invincible, untouchable, threatened, two left hands, mind, saint, heart, self-pity, lies, braggart,
  bratty, bigmouth, bootlicker, brown-noser, buffoon, busybody, catty, chatterbox, cheapskate, conceit,
  crybaby, despot, devious, dimwitted, dolt, dullard, dunce, egomaniac, fibber, fickle, fink, fusspot,
  gasbag, gossipmonger, grouch, grouchy, grump, halfwit, hateful, hot-headed, hysterical, ignoramus,
  imbecile, immoral, impolite, impudent, insolent, insufferable, jerk, killjoy, lackey, layabout, loafer,
  loudmouth, lout, malicious, malingerer, mardy, martinet, meanie, megalomaniac, mollycoddled, mouthy,
  neurotic, nitwit, obnoxious, obstinate, opportunist, overbearing, pedant, petulant, pighead, pipsqueak,
  prig, primadonna, quitter, ruthless, scatterbrain, schemer, scrounger, self-absorbed, self-obsessed,
  self-righteous, shirk, sissy, smarmy, smartarse, smart aleck, snarky, snooty, sourpuss, spoilsport,
  spoilt, spoiled, stroppy, stuck-up, sycophant, thick-headed, tightwad, timewaster, toady, traitor,
  unhinged, unscrupulous, upstart, whiner, whiney, whiny, whinger, wimpish, windbag, work-shy, workshy, yes
  man, trooper, trouper, go-getter, people person, born leader, born teacher, sweetheart, good egg,
  rudeness, insolence, envy, hypocrisy
`;

export const attack = `
  don't care, doesn't care, do not care, couldn't care less, can't be bothered, couldn't be bothered, can't
  be arsed, couldn't be arsed, not bothered, don't give a, you don't want to, no interest in, not interested
  in, checked out, given up, gave up on, mailing it in, phoning it in, phoned it in, hiding behind, hide
  behind, only in it for, in it for the, only care, only think about yourself, anyone but yourself, number
  one, think you're better, think you know, think you're, who do you think, pull your weight, pull your
  finger out, get your act together, grow up, grow a pair, get over yourself, man up, get a grip, stop
  whining, quit whining, stop moaning, stop sulking, stop being, don't be so, would it kill you, were you
  asleep, are you even, do you even, did you even, have you ever once, what's wrong with you, what is wrong
  with you, what were you thinking, typical of you, typical you, so typical, as usual, as always, your
  fault, you're to blame, blame, because of you, thanks to you, let everyone down, let us down, let the side
  down, let me down, ashamed, shame on, you ruined, you wrecked, ruined it, you've no idea, haven't a clue,
  no clue, not got a clue, no pride, any pride, no shame, no respect, no backbone, a backbone, you people,
  your kind, people like you, someone like you, for someone who, a proper, lost cause, waste of, out of your
  depth, not up to it, not up to the job, not cut out, cut out for this, wrong job, the wrong career, sort
  yourself out, your problem is, the problem is you, problem with you, suck up, sucking up, kiss up,
  brown-nose, playing the victim, play the victim, throw under the bus, thrown under the bus, stab in the
  back, behind my back, chip on, high horse, holier than thou, too good for, too proud, too posh, too lazy,
  too stupid, too scared, scared of, afraid of, allergic to, you enjoy, you love the sound, sound of your
  own voice, like to hear yourself, you like hearing yourself, look like you don't, i get the feeling, i get
  the impression, it feels like you, it seems like you, i don't think you want, want this job, do you want
  this, do you actually want, last chance, or else, or you're out, you'll be out, i'll be having words,
  watch yourself, mark my words, you'll regret, consequences, warning, looking for someone else, replace
  you, hr, disciplinary, written up, write-up, capability, pip, you always, you never, born to, natural at,
  a natural, gift for, made for this, you're a star, you're a legend, you're such, you are such, what sort
  of, what kind of person, how dare, how hard can it, honestly can't, can't you, couldn't you just, why
  can't you, why don't you, why didn't you, why do you always, why must you, sick of you, sick of your, fed
  up with you, fed up with your, tired of your, had enough of, your attitude, your ego, your temper, your
  laziness, your mood, your sarcasm, what sort, what a, such a, such arrogance, no spine, full of yourself,
  love yourself, in love with yourself, can't stand, cannot stand, could not care, does your head in,
  despise, despises, hate, hates, ashamed of yourself, feel sorry for yourself, sorry for yourself, playing
  the martyr, being a martyr, quit being, quit moaning, stop behaving, stop acting, stop pretending, stop
  feeling, behave like, behaving like, acting like, act like you, like a child, like a toddler, like a
  teenager, like a baby, like a king, because you think, because you hate, because you don't, because you
  can't, because you're, beneath you, above you, too grand, too good, too conceited, have you no, did nobody
  teach, nobody ever taught, who raised you, who taught you, out of spite, pure spite, out of malice, pure
  laziness, on purpose, deliberately, you lied, you're lying, you stole, you cheated, drunk, were you drunk,
  love blocking, just love, you only, you favour, you'd sell, you would sell, the brightest, not the
  brightest, not the sharpest, knife in the drawer, i suspect, drawing my own conclusions, power has gone,
  gone to your head, to your head, rules are for others, rules don't apply, one more, last time i, i'll be
  taking, taking it to, spare us, spare me, leave the sulking, at home, your high horse, never lift a
  finger, lift a finger, nothing but excuses, excuses, excuse, heart of gold, star quality, brilliant mind,
  patience of a saint, biggest heart, you're lovely, lovely way about you, born storyteller, good soul,
  suited to, not suited, right for this job, in the wrong, no offence, between you and me, with all due
  respect, with respect, i mean it well, have you no shame, no decency, no conscience, no manners, too
  precious, what is wrong with you, what planet, get off your, off your backside, off your high, look in the
  mirror, save your excuses, pack your things, clear your desk, find someone who, find somebody who,
  somebody who can, out of your depth, cut out for, in the wrong job, wrong line of, wrong profession, wrong
  business, out of envy, out of jealousy, out of laziness, out of cowardice, out of vanity, just to spite,
  just to punish, just to humiliate, to look good, to look clever, to look big, show off, showing off, throw
  your weight, under the bus, stabbed in the back, behind our backs, take us for fools, take me for, think
  we're stupid, think i'm stupid, must be blind, are you blind, are you deaf, can't you read, can't you
  count, lost the plot, lost your mind, on another planet, full of it, full of excuses, all mouth, all talk,
  hot air, nothing but trouble, never lift a finger, pull your finger, finger out, know your place, shut up,
  shut your, give me strength, give me a break, sick and tired of, fed up with you, had enough of your, had
  it with you, somebody like you, the likes of you, trust you an inch, trust you with, can't be trusted,
  cannot be trusted, can't be relied, cannot be relied, let us all down, embarrassed us, embarrassment to,
  disgrace, disgraceful, disappointed in you, disappointment as, as a person, on your conscience, down to
  your, thanks to your, any child could, any fool could, any apprentice, a child could, a real colleague, a
  real professional, a true professional, a grown man, a grown woman, his lordship, her ladyship, his
  majesty, her majesty, your highness, your majesty, professor know-it-all, come back to bite, you'll be
  sorry, future here, look for another job, another job
`;
