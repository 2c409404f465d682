import { useState } from 'react';
import { TextField } from '#components/ui/TextField.tsx';
import { i18n } from '#i18n';
import { saveRubric } from '#lib/actions/rubrics.ts';
import { type Rubric, sameQuestions } from '#lib/coaching/rubrics/rubrics.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { type CriterionText, criteriaFrom, newRubric, rubricIsReady, textsOf } from './rubric-text.ts';

/** Fewer criteria say little; people ignore a longer list (R076). */
const FEWEST = 3;
const MOST = 5;

interface Props {
  db: SidelineDb;
  identity: Identity;
  /** The rubric being changed. Saving makes a new version. */
  of?: Rubric;
  /** A rubric to start from. */
  from?: Rubric;
  onDone(): void;
}

/** The form for a rubric: criteria with a question, and one level a line, lowest first. */
export function RubricForm({ db, identity, of, from, onDone }: Props) {
  const base = of ?? from;
  const [name, setName] = useState(base?.name ?? '');
  const [texts, setTexts] = useState<CriterionText[]>(() => textsOf(base, FEWEST));
  const criteria = criteriaFrom(texts, base);
  const ready = rubricIsReady(name, criteria);

  function change(index: number, part: Partial<CriterionText>): void {
    setTexts(texts.map((text, at) => (at === index ? { ...text, ...part } : text)));
  }

  async function save(): Promise<void> {
    const rubric = newRubric(name, criteria, of);
    // The same questions under the same name: there is nothing to save.
    if (!of || of.name !== rubric.name || !sameQuestions(of, rubric)) await saveRubric(db, identity, rubric);
    onDone();
  }

  return (
    <form
      className="stack"
      onSubmit={event => {
        event.preventDefault();
        if (ready) void save();
      }}
    >
      <div>
        <button type="button" className="button quiet" onClick={onDone}>
          {i18n.t('behaviours.back')}
        </button>
      </div>
      {of && <p className="hint">{i18n.t('rubrics.newVersion', [String(of.version + 1)])}</p>}
      <TextField label={i18n.t('rubrics.name')} value={name} maxLength={80} line onChange={setName} />
      {texts.map((text, index) => (
        <fieldset key={text.key} className="card stack">
          <legend className="legend">{i18n.t('rubrics.criterion', [String(index + 1)])}</legend>
          <TextField
            label={i18n.t('rubrics.criterionName')}
            value={text.name}
            maxLength={80}
            line
            onChange={value => change(index, { name: value })}
          />
          <TextField
            label={i18n.t('rubrics.question')}
            value={text.question}
            maxLength={300}
            onChange={question => change(index, { question })}
          />
          <TextField
            label={i18n.t('rubrics.levels')}
            hint={i18n.t('rubrics.levelsHint')}
            value={text.levels}
            maxLength={3000}
            onChange={levels => change(index, { levels })}
          />
          {texts.length > FEWEST && (
            <div>
              <button
                type="button"
                className="button"
                onClick={() => setTexts(texts.filter(each => each !== text))}
              >
                {i18n.t('rubrics.remove')}
              </button>
            </div>
          )}
        </fieldset>
      ))}
      {!ready && <p className="hint">{i18n.t('rubrics.needs')}</p>}
      <div className="row wrap">
        <button type="submit" className="button primary" disabled={!ready}>
          {i18n.t('rubrics.save')}
        </button>
        {texts.length < MOST && (
          <button
            type="button"
            className="button"
            onClick={() => setTexts([...texts, ...textsOf(undefined, 1)])}
          >
            {i18n.t('rubrics.add')}
          </button>
        )}
      </div>
    </form>
  );
}
