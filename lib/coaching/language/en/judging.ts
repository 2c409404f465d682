/** Wishes, qualities and figures of speech: nothing that a camera sees: English words and phrases, `*` for any beginning or ending of a word. */

export const inner = `
  be, become, feel, seem, sound, come across, come over, know, understand, appreciate, realise, realize,
  believe, think, consider, care, try, strive, aim, improve, enhance, develop, build, foster, nurture,
  cultivate, drive, handle, manage, own, prioritise, prioritize, communicate, engage, connect, resonate,
  inspire, motivate, empower, elevate, polish, tighten, sharpen, refine, optimise, optimize, streamline,
  leverage, align, address, ensure, embrace, embody, champion, focus, concentrate, remember, respect, trust,
  value, support, help, guide, lead, coach, mentor, challenge, stretch, push yourself, grow, learn, adapt,
  adjust, balance, tackle, master, nail, crush, smash it, commit, dig deep, dig deeper, go deeper, think
  bigger, work on, work harder, deal with, cope, sort, sort out, untangle, flow, breathe, sing, sparkle,
  pop, land better, gel, click, jar, drag, drags, sag, sags, wander, wanders, lack, lacks, lacked, need,
  needs, want, love, enjoy, wants, wish, hope, deserve, deserves, treat, take ownership, show ownership,
  show initiative, step up, level up, up your game, raise the bar, set an example, set the tone, make an
  impact, make it, bring it, keep it up, keep at it, carry on, stay focused, stay calm, stay positive, stay
  hungry, live, lived, reflect, represent, position, play to, sell the value, add value, differentiate,
  pitch it, stand out, shine, deliver value, matter, prepare, plan, organise, organize, coordinate,
  collaborate, cooperate, contribute, participate, get better, get on top, keep on top, stay on top, own it,
  fizzle, fizzles, simmer, hesitate, tame, brighten up, freshen, spice up, jazz up, energise, energize,
  humanise, deepen, broaden, widen your, raise your, rethink, reimagine, reinvent, unlock, amplify,
  accelerate growth, maximise, maximize, minimise, maintain, uphold, demonstrate leadership, exude, radiate,
  project confidence, convey, evoke, captivate, entertain, delight, surprise, wow, charm, persuade,
  convince, influence, reassure, comfort, encourage, uplift, shape up, toughen, loosen, lighten, soften,
  hone, fine-tune, rely, depend, anticipate, foresee, hustle, grind, thrive, flourish, excel, succeed,
  struggle, suffer, falter, stumble, waver
`;

export const quality = `
  good, great, nice, fine, ok, okay, solid, decent, strong, weak, poor, bad, awful, terrible, horrible,
  dreadful, brilliant, excellent, amazing, awesome, fantastic, superb, super, lovely, wonderful, cracking,
  ace, spot on, on point, top, top-notch, stellar, outstanding, impressive, perfect, ideal, proper,
  properly, right, wrong, clear, clearer, clearly, unclear, muddled, muddy, messy, sloppy, rough, ropey,
  patchy, shaky, wobbly, wooden, stiff, robotic, flat, dull, boring, bland, beige, dry, stale, tired,
  tedious, lifeless, lacklustre, limp, thin, hollow, shallow, deep, deeper, rich, richer, vivid, lively,
  energetic, engaging, compelling, gripping, punchy, punchier, snappy, snappier, crisp, crisper, tight,
  tighter, loose, sharp, sharper, smart, smarter, clever, witty, funny, funnier, warm, warmer, cold, human,
  personal, authentic, genuine, natural, organic, real, relatable, credible, convincing, persuasive,
  confident, assertive, professional, unprofessional, polished, slick, smooth, smoother, seamless, coherent,
  consistent, inconsistent, structured, unstructured, organised, disorganised, focused, unfocused,
  scattered, chaotic, strategic, tactical, proactive, reactive, responsive, flexible, agile, robust,
  resilient, sustainable, holistic, innovative, creative, original, generic, relevant, meaningful, valuable,
  useful, helpful, effective, efficient, productive, impactful, powerful, memorable, exciting, inspiring,
  uplifting, beautiful, pretty, ugly, elegant, clean, cleaner, neat, tidy, simple, simpler, easy, complex,
  overcomplicated, over-engineered, readable, maintainable, idiomatic, scalable, thorough, careful,
  careless, attentive, mindful, present, aware, empathetic, empathic, sensitive, kind, kinder, friendly,
  friendlier, welcoming, inclusive, respectful, polite, supportive, positive, negative, constructive,
  collaborative, balanced, nuanced, mature, adult, grown-up, serious, playful, bold, bolder, brave, braver,
  fearless, hungry, better, best, worse, worst, okay-ish, so-so, meh, mediocre, average, competent,
  adequate, inadequate, acceptable, satisfactory, reasonable, appropriate, special, timeless, fresh, modern,
  premium, classy, cringe, cringey, awkward, clunky, bumpy, choppy, heavy-handed, half-baked, underwhelming,
  disappointing, off, iffy, fuzzy, vague, woolly, wishy-washy, bitty, all over the place, world-class, gold
  standard, safe, edgy, visionary, passionate, enthusiastic, motivated, committed, dedicated, diligent,
  tactful, diplomatic, charming, charismatic, magnetic, cohesive, unified, dynamic, fluid, gentle, gentler,
  softer, tougher, firmer, approachable, tone-deaf, trusted, intentional, deliberate, thoughtful,
  considerate, insightful, probing, well, nicely, brilliantly, badly, poorly, beautifully, superbly,
  effectively, efficiently, professionally, confidently, naturally, strategically, consistently, carefully,
  thoroughly, positively, constructively, sensitively, correctly, adequately, differently, accountable,
  prepared, unprepared, distracted, graceful, superior, optimal, interesting, curious, patient, reliable,
  organized, disorganized, concise, succinct, logical, articulate, eloquent, decisive, comfortable,
  uncomfortable, relaxed, nervous, tense, calm, monotone, monotonous, cluttered, confusing, cinematic,
  catchy, vibrant, customer-centric, customer-focused, data-driven, results-driven, solution-oriented,
  detail-oriented, high-quality, transparent, honest, sincere, open-minded, humble, aggressive, pushy,
  salesy, needy, desperate, lazy, rude, arrogant, condescending, dismissive, defensive, passive, apathetic,
  indifferent, sharp-witted, personable, sociable, purposeful, conscientious, meticulous, sensible, wise,
  intuitive, successful, unique, stylish, off-putting, overwhelming, lackluster, half-hearted, subpar,
  inspirational, motivating, entertaining, captivating, active, actively, stilted, contrived, laboured,
  labored, long-winded, plodding, sluggish, ponderous, turgid, stodgy, soulless, bloodless, insipid, vapid,
  trite, hackneyed, corny, cheesy, kitschy, schmaltzy, sensationalist, clickbaity, zippy, peppy, breezy,
  sparkling, scintillating, spirited, rousing, stirring, poignant, heartfelt, earnest, candid, tactless,
  clumsy, ham-fisted, hesitant, tentative, timid, meek, forceful, commanding, masterful, masterly,
  accomplished, adept, skilful, skillful, deft, nimble, resourceful, pragmatic, level-headed, unflappable,
  poised, self-assured, self-confident, unsure, insecure, flustered, frazzled, hectic, rushed, breathless,
  harried, haphazard, slapdash, slipshod, amateurish, unimaginative, uninspired, uninspiring, unremarkable,
  forgettable, unforgettable, arresting, eye-catching, attention-grabbing, intriguing, fascinating,
  absorbing, immersive, thought-provoking, eye-opening, illuminating, enlightening, digestible, opaque,
  convoluted, tangled, jumbled, disjointed, incoherent, illogical, sketchy, superficial, one-dimensional,
  two-dimensional, multi-layered, well-rounded, rounded, well-structured, well-thought-out, sophisticated,
  tasteful, tacky, gaudy, garish, drab, dreary, sterile, cosy, homely, inviting, uninviting, heartwarming,
  exemplary, first-rate, first-class, second-rate, third-rate, top-drawer, magnificent, marvellous,
  splendid, terrific, tremendous, phenomenal, sublime, exquisite, abysmal, atrocious, appalling, lousy,
  shoddy, dire, grim, passable, tolerable, unconvincing, unpersuasive, lukewarm, tepid, entrepreneurial,
  forward-thinking, far-sighted, service-minded, service-oriented, people-oriented, goal-oriented,
  value-driven, purpose-driven, mission-driven, on-brand, off-brand, fit for   purpose, future-proof,
  user-friendly, customer-friendly, child-friendly
`;

export const abstract = `
  energy, enthusiasm, passion, presence, gravitas, charisma, charm, warmth, empathy, compassion, rapport,
  trust, confidence, authority, credibility, authenticity, personality, character, soul, heart, spirit,
  spark, sparkle, punch, pop, bite, oomph, pizzazz, flair, flavour, tone, vibe, vibes, mood, atmosphere,
  feeling, flow, rhythm, pace, pacing, momentum, dynamic, dynamics, chemistry, connection, relationship,
  relationships, communication, collaboration, teamwork, team spirit, culture, climate, values, mission,
  vision, purpose, strategy, mindset, attitude, approach, ownership, accountability, responsibility,
  initiative, leadership, discipline, focus, clarity, structure, direction, coherence, consistency, quality,
  depth, nuance, substance, insight, insights, rigour, rigor, detail, attention to detail, thoroughness,
  care, polish, finesse, craft, craftsmanship, skill, skills, ability, potential, talent, growth mindset,
  value, impact, meaning, relevance, originality, creativity, imagination, storytelling, messaging, essence,
  identity, brand, reputation, professionalism, seriousness, worthiness, wit, humour, humor, joy, drama,
  tension, emotion, emotions, magic, wow factor, wow, x-factor, standards, standard, expectations,
  excellence, best practice, common sense, judgement, judgment, awareness, understanding, knowledge,
  curiosity, patience, respect, dignity, kindness, sensitivity, tact, diplomacy, humility, courage, hunger,
  motivation, commitment, dedication, effort, urgency, sense of urgency, control, balance, harmony, agility,
  flexibility, resilience, maturity, experience, journey, next level, a-game, performance, presentation
  skills, people skills, differentiation, progress, development, basics, fundamentals, essentials, big
  picture, priorities, synergy, alignment, hygiene, crm hygiene, follow-through, engagement, design sense,
  taste, colour palette, composition, aesthetics, look and feel, complexity, simplicity, readability,
  maintainability, architecture, tech debt, spaghetti, mess, chaos, sloppiness, fluff, waffle, service
  mindset, hospitality, experience for the guest, customer experience, customer focus, role model, team
  player, ambassador, zest, zeal, zing, verve, vigour, vigor, vim, dynamism, determination, resolve,
  perseverance, persistence, tenacity, grit, stamina, fortitude, composure, poise, serenity, calmness,
  conviction, persuasiveness, eloquence, articulacy, assertiveness, decisiveness, boldness, daring,
  audacity, openness, candour, candor, honesty, sincerity, transparency, integrity, loyalty, fairness,
  generosity, gratitude, friendliness, politeness, courtesy, consideration, thoughtfulness, attentiveness,
  mindfulness, self-awareness, self-reflection, foresight, wisdom, intuition, instinct, gut feeling,
  ingenuity, inventiveness, resourcefulness, versatility, adaptability, dependability, reliability,
  diligence, crispness, sharpness, elegance, glamour, lustre, magnetism, allure, mystique, intensity, gusto,
  fizz, flavor, freshness, liveliness, vitality, vibrancy, colour in the, playfulness, levity, gravity,
  pathos, irony, togetherness, cohesion, solidarity, camaraderie, belonging, psychological safety, learning
  culture, feedback culture, customer centricity, customer obsession, can-do attitude, can-do   spirit,
  entrepreneurial spirit, spirit of, sense of purpose, sense of belonging, sense of place, thought
  leadership, executive presence, stage presence, body language
`;

export const idiom = `
  extra mile, own the room, read the room, hymn sheet, next level, to the next level, raise the bar, up your
  game, bring your a-game, a-game, bring it, heads in the game, head in the game, give it your all, 110 %,
  110%, hundred percent, 100 percent in, all in, put your heart, from the heart, heart and soul, make it
  pop, make it sing, make it count, make it yours, make it shine, think outside, outside the box, out of the
  box, big picture, see the bigger, bigger picture, in their shoes, in the customer's shoes, shoes, eye on
  the ball, on the ball, keep the ball, hit the ground, think like, act like, feel like, it's all about, it
  is all about, less is more, commit to the bit, fresh eyes, sad story, a journey, step up, lean in, level
  up, dig deeper, go deeper, keep it real, keep it fresh, keep it simple, keep it up, do better, be better,
  try harder, work harder, work smarter, run with it, roll with it, own it, nail it, smash it, kill it, rock
  it, crush it, set the tone, tone gets set, bring the energy, bring more, love to see, would love to, needs
  work, need work, need some work, isn't where it could be, not quite there, almost there, getting there, on
  the right track, rings true, falls flat, fell flat, dragged a bit, all over the place, hit the spot,
  doesn't flow, didn't flow, plays it safe, plays things safe, lets it down, left me cold, didn't land,
  doesn't land, not landing, something missing, something's missing, missing something, bit of a mess, hot
  mess, well done, good job, great job, nice job, good work, great work, nice work, nice one, good stuff,
  great stuff, super job, top job, keep going, good effort, great effort, more of that, love it, loved it,
  loved this, really liked, no complaints, thumbs up, kudos, chapeau, hats off, room for improvement, could
  be better, could've been better, could have been better, best foot, go above, above and beyond, wow the,
  delight, tick the box, ticks all the boxes, spread too thin, stay in your lane, own your, play to your
  strengths, trust the process, trust your gut, believe in, be yourself, be more, be less, be a, be the, be
  there, be on, come across, come over as, comes across, came across, come prepared, get on top of, stay on
  top, take charge, take the lead, take control, take it seriously, take seriously, take pride, take
  ownership, take responsibility, make an effort, make the effort, make sure they feel, feel special, feel
  seen, feel heard, feel valued, make them feel, makes you feel, reason to care, reason to stay, makes me
  feel, teeth, some teeth, talking head, second gear, out of second gear, doesn't do it for me, do it for
  me, on the surface, under the skin, one eye on, ai-written, like a press release, meet them where, room to
  breathe, raise the stakes, chance to shine, nearly there, step in the right direction, a bit of a, sort of
  sits, come alive, comes alive, came alive, end on a high, end strong, finish strong, start strong, on a
  high, was a triumph, a triumph, hold the room, carry the shift, lift our game, get a grip on, step up and,
  best self, full potential, potential, good host, eye for, safety first, like they matter, as if they were
  your own, walk out of here feeling, in good shape, good shape, spread the word, own voice, stand on, stand
  behind, have their back, open mind, open door, open heart, in the moment, down to earth, bigger than, more
  than the sum, hunger for, make a difference, makes a difference, go big, think big, play the long game,
  long game, speak their language, language of the, right from the start, from day one, be on your toes, on
  your toes, stay sharp, stay alert, keep an eye, keep your cool, keep calm, keep cool, hearts and minds,
  walk the talk, lead by example, by example, practise what you preach, pull together, hang together, hangs
  together, holds together, fall apart, fell apart, fizzles, fizzled, ran out of steam, out of steam, losing
  steam, had legs, has legs, no pull, no punch, no depth, no bite, no soul, no spark, lacks depth, lacks
  bite, lacks structure, hit home, hits home, strikes a chord, struck a chord, food for thought, something
  to chew on, break the ice, build bridges to, come out of your shell, out of your shell, pull your socks,
  hold your own, held your own, take to heart, to heart, by the hand, pressure off, front and centre, front
  and center, find your feet, found your feet, find your footing, comfort zone, strike the right, strike a
  balance, find the balance, right balance, common ground, send a signal, make your mark, leave your mark,
  leave a mark, leave an impression, push the envelope, push the boundaries, break new ground, cut through
  the noise, through the noise, paint a picture, tell a story, bring to life, brought to life, brings to
  life, breathe life, life into, shine through, shines through, come from the heart, speaks for itself,
  speak for themselves, in good hands, a safe pair, work of art, feast for, a joy to, was a joy, a pleasure
  to, a delight to, bored me, lost me, lost the room, lost the thread, loses its way, loses steam, goes
  nowhere, go anywhere, hangs in the air, on shaky, shaky ground, shaky legs, missed a trick, missed the
  mark, wide of the mark, on the mark, hits the mark, hit the mark, hits the spot, a winner, top marks, full
  marks, ten out of ten, five stars for, keep up the, keep it going, more like this, on a roll, on fire,
  firing on all, gel as a, pull your weight, put your back into, give it some welly, some welly, give it
  some, turn up the heat, dial up the, dial down the, take the long view, see the wood, wood for the trees,
  connect with the, with an open mind, open-hearted, from within, be in the, in the zone, be in tune, in
  tune with, on the same wavelength, same page, in sync, step outside, walk in their, walk a mile, through
  their eyes, through her eyes, with fresh eyes, with new eyes, punch above, rise to the, rise above, be
  bold, be brave, be kind, be human, be present, be the change, be proud, stay true, true to yourself, let
  it breathe, room to grow, grow into
`;
