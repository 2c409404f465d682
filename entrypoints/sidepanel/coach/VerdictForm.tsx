import { useId, useState } from 'react';
import { nameOf, relativeTime } from '#components/notes/people.ts';
import { i18n } from '#i18n';
import type { Commitment, Evidence } from '#lib/records/types.ts';
import type { Finding } from '#lib/records/verdict.ts';
import type { Identity } from '#lib/store/identity.ts';
import { Proof } from './Proof.tsx';
import { Problem, useSaving } from './saving.tsx';
import { findingWord } from './words.ts';

const FINDINGS: readonly Finding[] = ['implemented', 'partly', 'not', 'noOpportunity'];
const MAX_SENTENCE = 1000;

interface Props {
  identity: Identity;
  commitment: Commitment;
  evidence: readonly Evidence[];
  now: number;
  onVerdict(finding: Finding, sentence: string): Promise<void>;
}

/** The promise, the proof, and the finding in one tap; a sentence to it only if one wants to. */
export function VerdictForm({ identity, commitment, evidence, now, onVerdict }: Props) {
  const id = useId();
  const [sentence, setSentence] = useState('');
  const { problem, saving, save } = useSaving();
  const { cue, size, successCondition, dueAt } = commitment.body;
  const name = nameOf(identity, commitment.authorId);
  return (
    <div className="stack tight verdict">
      <div className="promise">
        <p className="hint">{i18n.t('coach.promised', [name, relativeTime(dueAt, now)])}</p>
        <p dir="auto">
          {cue} → {size}
        </p>
        <p className="hint" dir="auto">
          {i18n.t('coach.success', [successCondition])}
        </p>
      </div>
      {evidence.map(proof => (
        <Proof key={proof.id} proof={proof} identity={identity} now={now} />
      ))}
      {evidence.length === 0 && <p className="hint">{i18n.t('coach.noProofYet')}</p>}
      <div className="field">
        <label htmlFor={id}>{i18n.t('coach.verdictSentence')}</label>
        <input
          id={id}
          className="input"
          dir="auto"
          value={sentence}
          maxLength={MAX_SENTENCE}
          onChange={event => setSentence(event.target.value)}
        />
      </div>
      <Problem text={problem} />
      <fieldset className="findings">
        <legend className="legend">{i18n.t('coach.verdict')}</legend>
        <div className="row wrap">
          {FINDINGS.map(finding => (
            <button
              key={finding}
              type="button"
              className="button"
              disabled={saving}
              onClick={() => void save(() => onVerdict(finding, sentence.trim()))}
            >
              {findingWord(finding)}
            </button>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
