/** Behaviours for leaders (R018, R023, R024, R215) and for people who lead creators (R021). */
import { behavioursFor } from './entry.ts';

const leaders = behavioursFor('leader', {
  'daily-huddle': {
    name: 'Daily huddle',
    when: 'At the same time every working day.',
    looksLike:
      'Hold a ten-minute huddle at the same time every day: yesterday’s number, today’s one behaviour, one obstacle.',
    soundsGood: '“Yesterday 14 of 18 next steps were said aloud. Today the same. Who needs help with it?”',
    ifItBreaks: 'Send the three lines in the channel before 10 am and hold the next one standing.',
    howOften: 'Every working day.',
    standard: 'Ten minutes at most, started on the minute, one behaviour named.',
    byWhen: 'From Monday on; looked at again after two weeks.',
    measure: { kind: 'frequency', target: 5, per: 'week' },
  },
  'two-coaching-conversations': {
    name: 'Two coaching conversations a week',
    when: 'At two fixed times in the week.',
    looksLike:
      'Hold two coaching conversations a week, each on one behaviour, and write down the next step before you leave.',
    soundsGood: '“What happened, what did you notice, what will you do differently next time?”',
    ifItBreaks: 'Take five minutes beside the work today instead of thirty next week.',
    howOften: 'Two a week.',
    standard: '5 to 15 minutes, one behaviour, one next step with a date.',
    byWhen: 'From this week on; looked at again after four.',
    measure: { kind: 'frequency', target: 2, per: 'week' },
  },
  'field-observation': {
    name: 'Field observations completed',
    when: 'While the work is being done.',
    looksLike: 'Watch one person do the work for 15 minutes and leave one note the same day.',
    soundsGood: 'The note points at a moment that both can open.',
    ifItBreaks: 'Watch a recording of five minutes and leave the note on it.',
    howOften: 'Three a week.',
    standard: 'One note within 24 hours of each observation.',
    byWhen: 'From this week on; looked at again after four.',
    measure: { kind: 'frequency', target: 3, per: 'week' },
  },
  'obstacle-question': {
    name: 'One obstacle question a person',
    when: 'In the weekly check-in.',
    looksLike:
      'Ask each person “What is in your way that I can remove?” in the weekly check-in and write the answer down.',
    soundsGood: '“What is in your way that I can remove before Friday?”',
    ifItBreaks: 'Ask it in one message the same day and answer with a date.',
    howOften: 'Once a person a week.',
    standard: 'Asked of every person; each answer has an owner and a date within two days.',
    byWhen: 'From the next check-in on.',
    measure: { kind: 'frequency', target: 1, per: 'week', people: 1 },
  },
  'one-on-ones': {
    name: 'One-on-ones with a written next step',
    when: 'In the weekly slot with each person.',
    looksLike:
      'Hold each one-on-one for 25 minutes, ask two open questions before giving advice, and write one next step.',
    soundsGood: '“Tell me about the last call. What would you do again?”',
    ifItBreaks: 'Move it within the same week; hold ten minutes by phone if there is no other way.',
    howOften: 'One a person a week.',
    standard: 'Held, not cancelled; one next step written within an hour.',
    byWhen: 'In place for every person within two weeks.',
    measure: { kind: 'frequency', target: 1, per: 'week', people: 1 },
  },
  'priority-decisions': {
    name: 'Priority decisions answered in a day',
    when: 'When somebody asks for a decision marked as priority.',
    looksLike: 'Reply to every priority decision within 24 hours with yes, no or the date of the answer.',
    soundsGood: '“Yes, up to 5,000. Anna owns it, done by Friday.”',
    ifItBreaks: 'Name one person who may decide in your place, and tell everyone who waits.',
    howOften: 'Every decision marked as priority.',
    standard: 'Within 24 hours, with an owner and a date.',
    byWhen: 'In place within two weeks.',
    measure: { kind: 'latency', withinMinutes: 1440 },
  },
});

/** The five target behaviours of the behaviour matrix, each with the figures that it should move (R024). */
const matrix = behavioursFor('leader', {
  'decision-owner': {
    name: 'Every decision has an owner and a date',
    when: 'When a question comes up that somebody has to decide.',
    looksLike: 'Name one owner and one deadline for each decision in the meeting where it comes up.',
    soundsGood: '“Maya decides by Thursday noon. Who has something she must know?”',
    ifItBreaks: 'Write owner and date under the decision the same day and send both to everyone who waits.',
    howOften: 'Every decision.',
    standard: 'One name and one date, said aloud and written down before the meeting ends.',
    byWhen: 'From the next meeting on; looked at again after four weeks.',
    measure: { kind: 'checklist' },
    whyItWorks: 'A decision with one owner is not waited for, and nobody hands it on.',
    watch: 'Cycle time from the question to the decision, and how many handoffs there were on the way.',
  },
  'concern-first': {
    name: 'Asks for a concern first',
    when: 'In the weekly meeting, before you say what you think.',
    looksLike: 'Ask each person for one concern before you state your own view.',
    soundsGood: '“What could go wrong with this? Ida first, then round the table. I come last.”',
    ifItBreaks: 'Say that you spoke too soon, and ask the question then.',
    howOften: 'Every weekly meeting.',
    standard: 'Every person is asked; the answers are written where all can see them.',
    byWhen: 'From the next meeting on; looked at again after four.',
    measure: { kind: 'opportunity' },
    whyItWorks: 'Whoever speaks first with a view takes the others’ away; a question brings them up.',
    watch: 'Engagement scores, and how often feedback goes back and forth.',
  },
  'next-step-written': {
    name: 'Coaching ends in a written next step',
    when: 'At the end of every coaching conversation.',
    looksLike: 'Write the next step, with owner and date, within an hour of each coaching conversation.',
    soundsGood: '“By Tuesday: two calls that end with a date. We look at them together at 4 pm.”',
    ifItBreaks: 'Ask the other person to write down what they took from it, today.',
    howOften: 'Every coaching conversation.',
    standard: 'One step, one owner, one date, in the record of both.',
    byWhen: 'From the next conversation on; looked at again after ten.',
    measure: { kind: 'opportunity' },
    whyItWorks: 'What is written down with a date can be looked at together; a good talk alone cannot.',
    watch:
      'Coaching conversations held out of those planned, next steps written down, and what then changes in the team’s results.',
  },
  'joint-session': {
    name: 'A session with another team',
    when: 'Every second week, at a fixed time.',
    looksLike:
      'Hold a 30-minute session with one other team every two weeks and post its one joint decision.',
    soundsGood: '“From Monday, support tags what sales promised. Lena owns it.”',
    ifItBreaks: 'Send one question to the other team in writing and post its answer.',
    howOften: 'Every two weeks.',
    standard: '30 minutes, one decision with an owner, posted the same day.',
    byWhen: 'First one within two weeks.',
    measure: { kind: 'opportunity' },
    whyItWorks: 'Two teams that decide something together stop finding out about each other by accident.',
    watch: 'Joint initiatives, and the time until one of them is of value.',
  },
  'friday-progress': {
    name: 'Three lines on Friday',
    when: 'On Friday before 3 pm.',
    looksLike: 'Post three lines on progress every Friday before 3 pm: done, next, blocked.',
    soundsGood:
      '“Done: demo flow cut to five steps. Next: two pilots. Blocked: prices, needs Omar by Tuesday.”',
    ifItBreaks: 'Post one line: what is blocked and by whom.',
    howOften: 'Every Friday.',
    standard: 'Three lines, each with a name or a number, before 3 pm.',
    byWhen: 'From this Friday on; looked at again after four.',
    measure: { kind: 'frequency', target: 1, per: 'week' },
    whyItWorks:
      'Who sees the aim, the owner and the state each week need not ask, and notices early what drifts.',
    watch: 'Progress updates that came in, and how far teams name the same aim when asked.',
  },
});

const creatorLeads = behavioursFor('creatorLead', {
  'coaching-frequency': {
    name: 'Each creator coached weekly',
    when: 'In the days after a clip went out.',
    looksLike: 'Leave one note on a clip of each creator every week.',
    soundsGood:
      '“At 0:04 the hook comes before the greeting. It holds people. Do the same in the sponsor part.”',
    ifItBreaks: 'Leave one recognition on one moment: it takes a minute.',
    howOften: 'Once a creator a week.',
    standard: 'Every creator has at least one note by Friday noon.',
    byWhen: 'From this week on; looked at again after four.',
    measure: { kind: 'frequency', target: 1, per: 'week', people: 1 },
  },
  'response-quality': {
    name: 'Notes with moment, reason, next rep',
    when: 'In every note or comment on a clip.',
    looksLike: 'Point at the timecode, write what you saw, why it matters and one thing for the next take.',
    soundsGood:
      '“0:18: the claim comes without a proof, people leave at 0:21. Next take: one number before the theory.”',
    ifItBreaks: 'Open the note again within ten minutes and add the part that is missing.',
    howOften: 'Every note.',
    standard: 'All four parts; one action, in one sentence.',
    byWhen: 'From the next note on.',
    measure: { kind: 'checklist' },
  },
  'follow-up-reliability': {
    name: 'Follows up on the date',
    when: 'On the date that was set for a look back.',
    looksLike:
      'Open the next clip on the agreed date and give a verdict on the commitment within seven days.',
    soundsGood: '“Implemented: the hook is at 0:05 in both clips. Keep it.”',
    ifItBreaks: 'Give the oldest verdict first, in one tap, and say when the others come.',
    howOften: 'Every commitment that falls due.',
    standard: 'Verdict within seven days of the due date.',
    byWhen: 'From this week on; looked at again after four.',
    measure: { kind: 'latency', withinMinutes: 10_080 },
  },
});

export const leaderBehaviours = [...leaders, ...matrix, ...creatorLeads];
