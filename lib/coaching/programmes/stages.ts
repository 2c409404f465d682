/** Where a programme stands: which stage it is in, what is missing to close it, and from when notes count. */
import { addDays, type Calendar, type Day, dayOf, daysBetween } from '#lib/coaching/calendar.ts';
import { ofType } from '#lib/coaching/history.ts';
import { missingPlainWords } from '#lib/coaching/routines/standard-work.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Log, Note, Programme, Stage } from '#lib/records/types.ts';
import { PROGRAMME_NUMBERS } from './defaults.ts';
import type { Gate, Playbook, PlaybookStage } from './playbooks.ts';

export interface StageState {
  stage: PlaybookStage;
  /** Closed by somebody; open; locked until the one before is closed. */
  state: 'closed' | 'open' | 'locked';
  first: Day | undefined;
  last: Day | undefined;
  ticked: string[];
  /** What must be there before it can be closed. */
  missing: Gate[];
}

/** What several people said about the stages of a programme, put together: an item that one ticked is ticked. */
export function stagesOf(
  programme: Programme,
  playbook: Playbook,
  records: readonly Envelope[],
  calendar: Calendar,
): StageState[] {
  const said = ofType(records, 'stage').filter(({ refs }) => refs[0] === programme.id);
  const facts = gateFacts(programme, records, said, calendar);
  const { startDay } = programme.body;
  let isLocked = false;
  return playbook.stages.map(stage => {
    const own = said.filter(({ body }) => body.stage === stage.id);
    const ticked = stage.items.filter(item => own.some(({ body }) => body.items.includes(item)));
    const missing = stage.gates.filter(gate =>
      gate === 'items' ? ticked.length < stage.items.length : !facts[gate],
    );
    // Closed although something is missing now, as when a behaviour was retired since: it stays closed.
    const isClosed = own.some(({ body }) => body.closed);
    const state = isClosed ? 'closed' : isLocked ? 'locked' : 'open';
    if (!isClosed) isLocked = true;
    const first = startDay === undefined ? undefined : addDays(startDay, stage.from - 1);
    const last = startDay === undefined ? undefined : addDays(startDay, stage.to - 1);
    return { stage, state, first, last, ticked, missing } as const;
  });
}

/** May this stage be closed now? */
export function mayClose({ state, missing }: StageState): boolean {
  return state === 'open' && missing.length === 0;
}

function gateFacts(
  programme: Programme,
  records: readonly Envelope[],
  said: readonly Stage[],
  calendar: Calendar,
): Record<Exclude<Gate, 'items'>, boolean> {
  const { executionProblem, behaviours, startDay } = programme.body;
  const ids = new Set(behaviours.map(({ behaviourId }) => behaviourId));
  const baseline = baselineOf(said, startDay);
  return {
    problem: (executionProblem?.text ?? '').trim() !== '',
    behaviour: ids.size > 0,
    baseline:
      baseline !== undefined && daysBetween(baseline.from, baseline.to) + 1 >= PROGRAMME_NUMBERS.baselineDays,
    standardWork: ofType(records, 'routine').some(
      ({ body }) => body.kind === 'standardWork' && missingPlainWords(body.plain).length === 0,
    ),
    notes: ofType(records, 'note').some(note => countsFor(programme, note, calendar)),
    endReview: ofType(records, 'review').some(
      ({ body }) =>
        body.kind === 'programmeEnd' && body.programmeId === programme.id && body.doneAt !== undefined,
    ),
  };
}

/** The baseline that was recorded; of several the one of the earliest days. */
function baselineOf(said: readonly Stage[], startDay: Day | undefined) {
  return said
    .flatMap(({ body }) => (body.baseline && body.baseline.count > 0 ? [body.baseline] : []))
    .filter(({ from }) => startDay === undefined || from >= addDays(startDay, -PROGRAMME_NUMBERS.baselineAge))
    .sort((a, b) => (a.from < b.from ? -1 : 1))[0];
}

/**
 * What was normal in the baseline week, from what the person logged of the programme's behaviours; undefined until the
 * week is over. Without an occasion there is no mean, and the week says nothing yet.
 */
export function measuredBaseline(
  programme: Programme,
  records: readonly Envelope[],
  today: Day,
): Stage['body']['baseline'] {
  const from = programme.body.startDay;
  const to = baselineEnd(programme);
  if (from === undefined || to === undefined || today <= to) return undefined;
  const logs = ofType(records, 'log').filter(log => isOfBaseline(programme, log));
  const count = logs.length;
  const done = logs.filter(({ body }) => body.result === 'done').length;
  return { from, to, count, ...(count > 0 ? { mean: done / count } : {}) };
}

/** Was this logged of an occasion in the baseline week, of one of the programme's behaviours and by its person? */
export function isOfBaseline(programme: Programme, { body, subjectId }: Log): boolean {
  const { startDay, behaviours } = programme.body;
  const end = baselineEnd(programme);
  return (
    startDay !== undefined &&
    end !== undefined &&
    body.day >= startDay &&
    body.day <= end &&
    body.result !== 'noOpportunity' &&
    behaviours.some(each => each.behaviourId === body.behaviourId) &&
    (programme.subjectId === undefined || subjectId === programme.subjectId)
  );
}

/** The last day that is only recorded. Coaching counts from the day after (R152). */
function baselineEnd({ body: { startDay } }: Programme): Day | undefined {
  const { baselineDays } = PROGRAMME_NUMBERS;
  return startDay === undefined ? undefined : addDays(startDay, baselineDays - 1);
}

/** Does a note count to the programme: a correction on one of its behaviours, after the baseline? */
export function countsFor(programme: Programme, note: Note, calendar: Calendar): boolean {
  const end = baselineEnd(programme);
  const { subjectId } = programme;
  const isOfIt = programme.body.behaviours.some(each => each.behaviourId === note.body.behaviourId);
  const isWho = subjectId === undefined || note.subjectId === subjectId;
  return end !== undefined && isOfIt && isWho && dayOf(note.createdAt, calendar) > end;
}

/** Some weeks in, the person says how it feels now (R164); asked for a while and not again. */
export function isSixWeekCheckDue(programme: Programme, records: readonly Envelope[], today: Day): boolean {
  const { startDay } = programme.body;
  if (startDay === undefined) return false;
  const days = daysBetween(startDay, today);
  const isDone = ofType(records, 'review').some(
    ({ body }) =>
      body.kind === 'sixWeeks' &&
      body.programmeId === programme.id &&
      (body.doneAt !== undefined || body.left),
  );
  const { checkAfter, checkDays } = PROGRAMME_NUMBERS;
  return days >= checkAfter && days < checkAfter + checkDays && !isDone;
}
