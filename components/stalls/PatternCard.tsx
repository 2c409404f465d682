import { useState } from 'react';
import { nameOf } from '#components/people/names.ts';
import type { TeamProps } from '#components/people/team-props.ts';
import { Choices } from '#components/ui/Choices.tsx';
import { Problem } from '#components/ui/Problem.tsx';
import { relativeTime } from '#components/ui/time-labels.ts';
import { useSaving } from '#components/ui/use-saving.ts';
import { i18n } from '#i18n';
import { makeRuling } from '#lib/actions/rulings.ts';
import { DEFAULT_PATTERNS, type Pattern } from '#lib/coaching/stalls/patterns.ts';
import { rulingOnPattern, USUAL_REMEDY } from '#lib/coaching/stalls/rulings.ts';
import { ask } from '#lib/messages/ask.ts';
import { type Remedy, remedies, type StructuralCause, structuralCauses } from '#lib/records/kinds/ruling.ts';
import { leads } from '#lib/records/permissions.ts';
import { isType, type Note } from '#lib/records/types.ts';
import { writerOf } from '#lib/store/identity.ts';
import { causeLabel, remedyLabel } from './labels.ts';
import { Assignee, SentenceField } from './ruling-fields.tsx';

/** A repeated correction: is it the person, or what they work with? A ruling answers it. */
export function PatternCard({ pattern, ...shared }: { pattern: Pattern } & TeamProps) {
  const { identity, team, behaviours, now } = shared;
  const [open, setOpen] = useState(false);
  const { level, subjectId, noteIds, members, recognitions, firstAt, lastAt } = pattern;
  const behaviour = behaviours.get(pattern.behaviourId)?.name ?? i18n.t('coach.oneBehaviour');
  const title =
    level === 'workspace'
      ? i18n.t('coach.patternWorkspace', [behaviour, String(members.length)])
      : i18n.t('coach.patternPerson', [behaviour, nameOf(identity, subjectId), String(noteIds.length)]);
  const notes = noteIds.flatMap(id =>
    team.records.filter((each): each is typeof each & Note => each.id === id && isType(each, 'note')),
  );
  return (
    <article className="note" data-pattern={pattern.key} aria-label={title}>
      <h3 dir="auto">{title}</h3>
      <p className="hint">
        {i18n.t('coach.between', [relativeTime(firstAt, now), relativeTime(lastAt, now)])}
        {recognitions > 0 && ` · ${i18n.t('coach.recognitionsBetween', recognitions)}`}
      </p>
      <ul className="occasions">
        {notes.map(note => (
          <li key={note.id}>
            <button
              type="button"
              className="button where"
              dir="auto"
              onClick={() => void ask('note.open', { noteId: note.id })}
            >
              <span className="visually-hidden">{i18n.t('note.goTo', [''])}</span>
              <span>{note.body.observation}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="next">
        {noteIds.length >= DEFAULT_PATTERNS.rule ? i18n.t('coach.ruleFirst') : i18n.t('coach.isItStructural')}
      </p>
      {open ? (
        <PatternRuling pattern={pattern} {...shared} onClose={() => setOpen(false)} />
      ) : (
        <div>
          <button type="button" className="button" onClick={() => setOpen(true)}>
            {i18n.t('coach.decide')}
          </button>
        </div>
      )}
    </article>
  );
}

/** Cause, remedy and a named person: what will change, instead of a fifth correction. */
function PatternRuling({
  pattern,
  db,
  identity,
  onClose,
}: { pattern: Pattern; onClose(): void } & TeamProps) {
  const [cause, setCause] = useState<StructuralCause | undefined>();
  const [remedy, setRemedy] = useState<Remedy | undefined>();
  const [assigneeId, setAssigneeId] = useState(identity.memberId);
  const [sentence, setSentence] = useState('');
  const { problem, setProblem, saving, save } = useSaving();

  function rule(): void {
    if (!cause || !remedy) {
      setProblem(i18n.t('coach.chooseCause'));
      return;
    }
    if (remedy === 'outsideCoaching' && sentence.trim() === '') {
      setProblem(i18n.t('coach.outsideNeedsSentence'));
      return;
    }
    const finding = { cause, remedy, assigneeId, sentence: sentence.trim() };
    void save(() => makeRuling(db, identity, rulingOnPattern(pattern, finding)));
  }

  return (
    <div className="stack tight">
      <Choices<StructuralCause>
        legend={i18n.t('coach.cause')}
        value={cause}
        options={structuralCauses.map(value => ({ value, label: causeLabel(value) }))}
        onChange={value => {
          setCause(value);
          setRemedy(USUAL_REMEDY[value]);
        }}
      />
      <Choices<Remedy>
        legend={i18n.t('coach.remedy')}
        value={remedy}
        options={remedies.map(value => ({ value, label: remedyLabel(value) }))}
        onChange={setRemedy}
      >
        {remedy === 'outsideCoaching' && <p className="hint">{i18n.t('coach.outsideHint')}</p>}
      </Choices>
      <Assignee identity={identity} about={pattern.subjectId} value={assigneeId} onChange={setAssigneeId} />
      <SentenceField value={sentence} onChange={setSentence} />
      <p className="hint">
        {pattern.subjectId === undefined
          ? leads(writerOf(identity))
            ? i18n.t('coach.everybodySees')
            : i18n.t('coach.onlyYouSee')
          : i18n.t('coach.whoSeesRuling', [nameOf(identity, pattern.subjectId)])}
      </p>
      <Problem text={problem} />
      <div className="row wrap">
        <button type="button" className="button primary" disabled={saving} onClick={rule}>
          {i18n.t('coach.decideIt')}
        </button>
        <button type="button" className="button quiet" onClick={onClose}>
          {i18n.t('coach.notNow')}
        </button>
      </div>
    </div>
  );
}
