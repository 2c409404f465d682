/** What a camera sees, and how much of it: English words and phrases, `*` for any beginning or ending of a word. */

export const visible = `
  dip, chop, strip, rename, shave, split, pinch, nudge, bump, tuck, slot, swap out, spell out, write out,
  read out, point out, call out, hand over, hand out, pass on, copy in, loop in, cc, ring, phone, dial,
  knock, ask, say, tell, name, quote, repeat, read, write, log, note, jot, type, enter, fill, tick, attach,
  upload, post, publish, send, email, mail, reply, answer, message, ping, tag, link, paste, copy, move, put,
  place, pin, hang, stick, set, open, close, shut, lock, start, begin, end, finish, stop, pause, wait,
  count, hold, look, face, turn, sit, stand, walk, step, point, nod, wave, smile, interrupt, cut, cut off,
  trim, crop, delete, remove, drop, add, insert, show, display, zoom, pan, tilt, blur, mute, unmute, record,
  film, shoot, rehearse, practise, practice, skip, leave, include, list, mark, book, schedule, cancel,
  confirm, summarise, summarize, recap, restate, introduce, greet, thank, apologise, apologize, explain,
  describe, mention, state, announce, present, demo, demonstrate, sketch, draw, print, scan, sign, date,
  initial, stamp, label, sort, group, merge, rebase, revert, commit, push, deploy, release, test, run,
  restart, reboot, refactor, extract, inline, comment, review, approve, assign, unassign, reopen, escalate,
  transfer, forward, hand, pass, give, take, bring, carry, fetch, collect, check, measure, weigh, clean,
  wipe, wash, sweep, tidy, stack, pack, load, unload, wear, lift, check in, check out, sign off, wrap up,
  sum up, bullet, underline, bold, highlight, caption, subtitle, translate, transcribe, edit, rewrite,
  rephrase, reword, shorten, lengthen, break up, swap, switch, replace, reorder, number, click, press, tap,
  drag, scroll, select, share, unshare, play, replay, watch, listen back, ring back, call back, call, chase,
  remind, invite, offer, promise, refund, charge, invoice, pay, price, discount, shout, whisper, speak,
  talk, chat, ramble, rambled, waffle, mumble, laugh, sigh, roll your eyes, yawn, arrive, join, exit, turn
  up, turned up, show up, logged, swapped, quoted, typed, pasted, held, drew, wrote, said, told, asked,
  sent, left, began, spoke, stood, sat, rang, gave, took, brought, kept, showed, went, came, got up, ran,
  set up, rolled, rehearsed, verify, verified, document, documented, cite, cited, attribute, swiped,
  dictate, narrate, zip, unplug, plug, screw, drill, tape, glue, cook, taste, season, plate, serve, pour,
  stir, seat, bag, wrap, ring up, price up, face up, rotate, date-check, tidy up, hoover, mop, disinfect,
  reposition, turn her, bandage, dress, change, feed, chart, brief, debrief, timestamp, screenshot, respond,
  text, update, download, reschedule, paraphrase, retell, sing, hum, clap, cough, suggest, recommend,
  propose, request, order, object, agree, disagree, argue, congratulate, compliment, welcome, bow, shake,
  gesture, frown, blink, wink, glance, stare, gaze, lean, kneel, rise, jump, climb, shift, pace, return,
  come, go, stay, travel, raise, lower, lay, mount, position, centre, center, frame, flip, fold, unfold,
  unwrap, unpack, clip, splice, erase, append, prepend, duplicate, renumber, combine, separate, divide,
  break, disconnect, re-record, reshoot, photograph, paint, colour, color, shade, circle, cross, strike,
  capitalise, capitalize, spell, punctuate, dub, fade, dim, brighten, omit, limit, pull, swipe, hover,
  deselect, choose, pick, untick, uncheck, reassign, create, draft, file, archive, store, save, restore,
  ship, install, uninstall, launch, relaunch, reset, register, enrol, enroll, submit, countersign, reject,
  accept, decline, redirect, route, gather, bill, time, clock, score, model, rewind, loop, observe, view,
  visit, inspect, examine, subscribe, unsubscribe, unfollow, react, vote, poll, survey, interview, touch,
  grab, reach, throw, catch, kick, hit, blow, breathe, inhale, exhale, sip, drink, eat, chew, swallow,
  undress, iron, button, unlock, bolt, fasten, buckle, tie, untie, empty, refill, shelve, block, unblock,
  reserve, postpone, delay, seal, enclose, bcc, hide, reveal, expose, cover, uncover, chant, recite, let,
  admit, exclude, contain, ban, allow, forbid, notify, alert, inform, report, host, moderate, chair,
  adjourn, attend, meet, huddle, assemble, disperse, queue, line, discuss, converse, murmur, stutter,
  stammer, indent, outline, format, embed, hyperlink, bookmark, snip, annotate, redline, proofread, halve,
  bracket, correct, patch, repair, detach, staple, wire, solder, saw, hammer, nail, scribble, doodle,
  stretch, bend, squat, plank, jog, cycle, swim, row, meditate, sleep, nap, wake, chest, water, milk, bake,
  boil, fry, slice, dice, peel, mix, garnish, sidestep, backtrack, restage, mirror, stage, voice, map, plot,
  tabulate, calculate, compute, total, subtract, multiply, estimate, compare, contrast, match, pair, tally,
  reconcile, audit, validate, inject, inoculate, gown, glove, prescribe, dose, teach, lecture, instruct,
  quiz, coach, mentor, shadow, pitch, upsell, disqualify, dispatch
`;

export const thing = `
  slide, slides, deck, screen, camera, lens, mic, microphone, headset, caption, captions, subtitle,
  subtitles, thumbnail, title, headline, byline, standfirst, paragraph, sentence, word, words, line, page,
  footnote, footnotes, quote, quotes, source, sources, link, links, url, button, field, record, crm, ticket,
  tickets, email, mail, inbox, subject line, calendar, invite, meeting, call, calls, phone, voicemail, note,
  notes, doc, document, sheet, spreadsheet, column, row, table, chart, graph, axis, legend, logo, font,
  colour, color, photo, photos, picture, image, video, clip, footage, shot, frame, audio, track, music,
  intro music, script, prompt, branch, commit, pull request, pr, prs, merge, test, tests, log, logs,
  function, variable, endpoint, flag, migration, readme, changelog, config, database, query, index, job,
  pipeline run, build, deploy, release, rollback, alert, runbook, pager, whiteboard, board, worksheet,
  register, seating plan, desk, door, window, chair, folder, file, form, invoice, receipt, contract draft,
  price, price list, number plate, shelf, shelves, till, tray, plate, knife, glove, gloves, apron, bandage,
  dressing, bed, wheelchair, ladder, harness, helmet, forklift, pallet, parcel, van, key, keys, badge,
  label, sign, name, date, time, address, phone number, deadline, owner, agenda, minutes, action items,
  checklist, template, example, question, questions, answer, hashtag, hashtags, description, pinned comment,
  comment, comments, emoji, dm, story, reel, timestamp, chapter, end card, sponsor read, voiceover, cv,
  reference, references, offer letter, onboarding, mileage, expenses
`;

export const degree = `
  more, less, fewer, sooner, earlier, later, faster, slower, quicker, longer, shorter, louder, quieter,
  bigger, smaller, larger, closer, nearer, further, farther, higher, lower, wider, narrower, tighter crop,
  brighter, darker, often, oftener, a bit, a little, a tad, a touch, a notch, somewhat, slightly, some, a
  few, several, many, much, lots, lot, loads, plenty, enough, too much, too many, too long, too short, too
  fast, too slow, too late, too early, too often, too little, too few, very long, very short, quite long,
  pretty long, way too, rather long, on the long side, on the short side, on the low side, hardly, barely,
  rarely, seldom, scarcely, mostly, usually, generally, regularly, frequently, occasionally, sometimes, now
  and again, now and then, every so often, once in a while, from time to time, more often, less often, more
  regularly, a fair bit, a fair amount, quite a bit, quite a lot, a good while, a while, ages, an eternity,
  forever, for ever, eternity, soon, shortly, asap, promptly, quickly, slowly, early, late, in good time, in
  time, timely, at length, briefly, brief, lengthy, ease off, tone down, turn down, turn up, cut down, cut
  back, trim, dial down, dial back, dial up, tone it down, scale back, slow down, speed up, hurry up, speak
  up, keep it short, keep short, kept short, go easy, go easy on, lay off, steady on, not so much, not as
  much, not so many, so many, so much, so long, such a long, that long, a couple, a handful, a number of, up
  a bit, down a bit, most days, most of the time, half the time, all the time, constantly, keep, tend to,
  when you can, whenever, where possible, if possible, as possible, at some point, sparingly, liberally,
  generous, generously, heavy, heavier, light, lighter, thick, thin, thinner, thicker, big, small, tiny,
  huge, long, short, high, low, loud, quiet, fast, slow, ahead of time, in advance, well before, well ahead,
  vary, reduce, increase, extend, stretch out, shorten, lengthen, a good bit, a good deal, a lot, a great
  deal, a fair few, quite a few, on and on, on end, for weeks, for days, for hours, a large part, large
  part, big part, most of, harder, softer, gentler, neater, fuller, plainer, evenly, more evenly, nicer and
  slow, gently, carefully lower, awfully long, rather, pretty, fairly, reasonably, excessively, overly,
  overrun, overran, ran over, ran long, ran a bit, runs over, runs long, went on, goes on, drag on, drags
  on, wind down, ease up, dip into, drop by, look in on, look in, top up, shave, chop, break up, delete
  some, get rid of some, lots of, tons of, bits of, hurry, linger, delay, delayed, back and forth, every
  time you can, quite a while, good while, a fair while, fairly long, rather late, quite late, very late,
  pretty late, tail end, last minute, at the last minute, towards the very   end, for ages, here and there,
  now and again, every now and, in places, at intervals, shorter intervals, longer intervals, at greater
  length, a wider, a narrower, finer, coarser, steeper, closer together, further apart, further forward,
  further back, a couple of, a few, plenty of, a lot of, loads of, too small, too big, too fast, too loud,
  too quiet, too   far, too close, too wide, too tight, too thin, too thick, too rarely, in due course, as
  and when, wherever   you can, where you can, when you get a chance, less frequently, more frequently,
  wordy, more sparingly, easy on the, easier on, a smidgen, a fraction, a shade, wants trimming, needs
  trimming, needs cutting, needs shortening, wants shortening, wants cutting
`;
