import { useState } from 'react';
import { browser } from 'wxt/browser';
import { ruleHint } from '#components/composer/fields/rule-hint.ts';
import { distinctName } from '#components/people/names.ts';
import { TextField } from '#components/ui/TextField.tsx';
import { i18n } from '#i18n';
import { changed, newBehaviour, starterCycle } from '#lib/actions/behaviours.ts';
import { save as saveRecords } from '#lib/actions/save.ts';
import {
  activationProblems,
  type BehaviourPart,
  languageOfBehaviour,
  problemsOfChange,
} from '#lib/coaching/behaviours/activation.ts';
import { mayBeActive } from '#lib/coaching/behaviours/limits.ts';
import { hasLanguage, languageOf } from '#lib/coaching/language/index.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Behaviour, Body } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { FirstProblem, type Problem, problemIsNamed } from './FirstProblem.tsx';
import { limitLabel, partsToLookAt } from './limit-label.ts';
import { MeasureField } from './MeasureField.tsx';
import { PARTS, partLabel } from './parts.ts';

interface Props {
  db: SidelineDb;
  identity: Identity;
  /** Absent for a behaviour of the whole workspace. */
  subjectId: string | undefined;
  records: readonly Envelope[];
  /** The text the form starts with. */
  from?: Body<'behaviour'>;
  /** The behaviour being changed. */
  of?: Behaviour;
  /** The person's first behaviour starts from a problem (R005, R010). */
  isFirst: boolean;
  onDone(): void;
}

const LIMITS: Readonly<Record<BehaviourPart, number>> = {
  name: 80,
  when: 500,
  looksLike: 500,
  soundsGood: 500,
  ifItBreaks: 500,
  howOften: 500,
  standard: 500,
  byWhen: 500,
};

const BLANK: Body<'behaviour'> = {
  name: '',
  when: '',
  looksLike: '',
  soundsGood: '',
  ifItBreaks: '',
  howOften: '',
  standard: '',
  byWhen: '',
  state: 'proposed',
};

/** Eight short answers. Each field says what keeps the behaviour from being active. */
export function BehaviourForm({ db, identity, subjectId, records, from, of, isFirst, onDone }: Props) {
  const [body, setBody] = useState<Body<'behaviour'>>(
    of?.body ?? (from && forPeople(from, peopleCoachedBy(identity, subjectId))) ?? BLANK,
  );
  const [problem, setProblem] = useState<Problem>({ text: '', category: 'revenue', checks: [] });
  const [said, setSaid] = useState('');
  const language = languageOfBehaviour(body);
  const problems =
    of?.body.state === 'active'
      ? problemsOfChange(body, of.body, language)
      : activationProblems(body, language);
  // The first words of a German behaviour give no clue yet: nothing is said about them in a German browser.
  const judged = hasLanguage(languageOf(wordsOf(body), browser.i18n.getUILanguage()));
  const ready = problems.length === 0 && (!isFirst || problemIsNamed(problem));
  const begun = PARTS.some(part => part !== 'name' && body[part].trim() !== '');

  async function save(state: 'proposed' | 'active'): Promise<void> {
    if (body.name.trim() === '') {
      setSaid(i18n.t('behaviours.needsName'));
      return;
    }
    const cycle =
      isFirst && state === 'active' && subjectId !== undefined
        ? starterCycle(identity, subjectId, { text: problem.text.trim(), category: problem.category })
        : undefined;
    const checks = cycle ? { checks: problem.checks } : {};
    const next = of
      ? changed(of, { ...body, ...checks, state })
      : newBehaviour(identity, subjectId, { ...body, ...checks, state }, cycle ? [cycle.id] : []);
    const answer = mayBeActive(next, cycle ? [...records, cycle] : records, Date.now());
    if (!answer.ok) {
      setSaid(limitLabel(answer));
      return;
    }
    await saveRecords(db, ...(cycle ? [cycle] : []), next);
    onDone();
  }

  const person = identity.members.find(member => member.id === subjectId);
  const name = person ? distinctName(person, identity.members) : '';
  const toOther = subjectId !== undefined && subjectId !== identity.memberId;
  return (
    <form
      className="stack"
      onSubmit={event => {
        event.preventDefault();
        void save(ready ? 'active' : 'proposed');
      }}
    >
      <div>
        <button type="button" className="button quiet" onClick={onDone}>
          {i18n.t('behaviours.back')}
        </button>
      </div>
      {isFirst && <FirstProblem problem={problem} onChange={setProblem} />}
      {PARTS.map(part => {
        const found =
          begun && judged
            ? problems.find(each => each.part === part && each.code === 'not-observable')
            : undefined;
        const rule = found?.reasons[0]?.rule;
        return (
          <TextField
            key={part}
            label={partLabel(part)}
            hint={rule && ruleHint(rule)}
            value={body[part]}
            maxLength={LIMITS[part]}
            line={part === 'name'}
            onChange={text => setBody({ ...body, [part]: text })}
          />
        );
      })}
      <MeasureField
        measure={body.measure}
        people={peopleCoachedBy(identity, subjectId)}
        onChange={measure => setBody({ ...body, measure })}
      />
      <div aria-live="polite">
        {said && <p className="banner warn">{said}</p>}
        {!ready && begun && (
          <p className="hint">
            {i18n.t('behaviours.missing', [
              partsToLookAt(
                problems,
                isFirst && !problemIsNamed(problem) ? [i18n.t('behaviours.problem.title')] : [],
              ),
            ])}
          </p>
        )}
      </div>
      <div className="row wrap">
        <button type="submit" className="button primary">
          {!ready
            ? i18n.t('behaviours.saveProposal')
            : toOther
              ? i18n.t('behaviours.propose', [name])
              : i18n.t('behaviours.start')}
        </button>
        {toOther && ready && <span className="hint grow">{i18n.t('behaviours.proposeHint', [name])}</span>}
      </div>
    </form>
  );
}

function peopleCoachedBy({ members }: Identity, personId: string | undefined): number {
  return members.filter(({ id, coachIds }) => id !== personId && coachIds.includes(personId ?? '')).length;
}

/** An entry of the library that counts each person begins with as many as there are. */
function forPeople(body: Body<'behaviour'>, people: number): Body<'behaviour'> {
  const { measure } = body;
  if (measure?.kind !== 'frequency' || measure.people === undefined) return body;
  return { ...body, measure: { ...measure, people: Math.max(1, people) } };
}

function wordsOf(body: Body<'behaviour'>): string {
  return PARTS.map(part => body[part]).join('\n');
}
