import { Problem } from '#components/ui/Problem.tsx';
import { TextField } from '#components/ui/TextField.tsx';
import { useSaving } from '#components/ui/use-saving.ts';
import { i18n } from '#i18n';
import { type Finding, findings } from '#lib/records/kinds/verdict.ts';
import { findingLabel } from './labels.ts';

const MAX_SENTENCE = 1000;

interface Props {
  sentence: string;
  onSentence(sentence: string): void;
  onVerdict(finding: Finding, sentence: string): Promise<void>;
}

/** The verdict in one tap, below the commitment and its evidence. A sentence is optional. */
export function VerdictForm({ sentence, onSentence, onVerdict }: Props) {
  const { problem, saving, save } = useSaving();
  return (
    <fieldset className="step">
      <legend className="legend">{i18n.t('coach.verdict')}</legend>
      <div className="row wrap findings">
        {findings.map(finding => (
          <button
            key={finding}
            type="button"
            className="button"
            disabled={saving}
            onClick={() => void save(() => onVerdict(finding, sentence.trim()))}
          >
            {findingLabel(finding)}
          </button>
        ))}
      </div>
      <Problem text={problem} />
      <TextField
        label={i18n.t('coach.verdictSentence')}
        value={sentence}
        maxLength={MAX_SENTENCE}
        onChange={onSentence}
      />
    </fieldset>
  );
}
