import { useState } from 'react';
import { nameOf } from '#components/people/names.ts';
import { Choices } from '#components/ui/Choices.tsx';
import { Problem } from '#components/ui/Problem.tsx';
import { useSaving } from '#components/ui/use-saving.ts';
import { i18n } from '#i18n';
import { makeRuling } from '#lib/actions/rulings.ts';
import { rulingOnStall } from '#lib/coaching/stalls/rulings.ts';
import type { Stall } from '#lib/coaching/stalls/stalls.ts';
import { type Diagnosis, diagnoses, type StallClass, stallClasses } from '#lib/records/kinds/ruling.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { diagnosisLabel, diagnosisQuestion, stallClassLabel } from './labels.ts';
import { Assignee, coachesOf, SentenceField } from './ruling-fields.tsx';

interface Props {
  db: SidelineDb;
  identity: Identity;
  stall: Stall;
  onDone(): void;
}

/** What is needed, why, and who takes the next step. Nothing here judges the person, and the person sees it. */
export function StallRuling({ db, identity, stall, onDone }: Props) {
  const [stallClass, setStallClass] = useState<StallClass>(stall.response.stallClass);
  const [diagnosis, setDiagnosis] = useState<Diagnosis | undefined>();
  const [assigneeId, setAssigneeId] = useState(
    // Only somebody who sees the ruling can act on it.
    [stall.memberId, ...coachesOf(identity, stall.memberId)].includes(stall.assigneeId)
      ? stall.assigneeId
      : identity.memberId,
  );
  const [sentence, setSentence] = useState('');
  const { problem, saving, save } = useSaving();

  function rule(resolved: boolean): void {
    const finding = { stallClass, diagnosis, assigneeId, sentence: sentence.trim(), resolved };
    void save(async () => {
      await makeRuling(db, identity, rulingOnStall(stall, finding));
      onDone();
    });
  }

  return (
    <>
      <Choices<StallClass>
        legend={i18n.t('coach.needs')}
        value={stallClass}
        options={stallClasses.map(value => ({ value, label: stallClassLabel(value) }))}
        onChange={setStallClass}
      />
      <Choices<Diagnosis>
        legend={i18n.t('coach.why')}
        value={diagnosis}
        options={diagnoses.map(value => ({ value, label: diagnosisLabel(value) }))}
        onChange={setDiagnosis}
      >
        {diagnosis && <p className="hint">{i18n.t('coach.askThem', [diagnosisQuestion(diagnosis)])}</p>}
      </Choices>
      <Assignee identity={identity} about={stall.memberId} value={assigneeId} onChange={setAssigneeId} />
      <SentenceField value={sentence} onChange={setSentence} />
      {stall.memberId !== identity.memberId && (
        <p className="hint">{i18n.t('coach.whoSeesRuling', [nameOf(identity, stall.memberId)])}</p>
      )}
      <Problem text={problem} />
      <div className="row wrap">
        <button type="button" className="button primary" disabled={saving} onClick={() => rule(false)}>
          {i18n.t('coach.keepOpen')}
        </button>
        <button type="button" className="button" disabled={saving} onClick={() => rule(true)}>
          {i18n.t('coach.settled')}
        </button>
      </div>
    </>
  );
}
