import { type ReactNode, useState } from 'react';
import { type CommitDraft, CommitForm } from '#components/loop/CommitForm.tsx';
import { AddEvidence } from '#components/loop/EvidenceStep.tsx';
import { ResizeForm, resizeDraft } from '#components/loop/ResizeForm.tsx';
import { useStepDraft } from '#components/loop/use-step-draft.ts';
import { Boundary } from '#components/ui/Boundary.tsx';
import { notSaved } from '#components/ui/not-saved.ts';
import { Select } from '#components/ui/Select.tsx';
import { dayLabel } from '#components/ui/time-labels.ts';
import { i18n } from '#i18n';
import { commit } from '#lib/actions/commitments.ts';
import { giveOwnVerdict } from '#lib/actions/verdicts.ts';
import { dueThisWeek } from '#lib/coaching/due/today.ts';
import { LONGEST_DAYS } from '#lib/coaching/loop/suggest-commitment.ts';
import { findings } from '#lib/records/kinds/verdict.ts';
import type { Behaviour, Commitment } from '#lib/records/types.ts';
import type { TodayProps } from './TodayView.tsx';

/**
 * What I do in the next seven days: open commitments, what else I owe, or a plain statement that there is nothing
 * (R062).
 */
export function NextDays({ children, ...props }: TodayProps & { children: ReactNode[] }) {
  const { identity, records, now } = props;
  const due = dueThisWeek(records, identity.memberId, now);
  const notes = new Set(records.filter(record => record.type === 'note').map(note => note.id));
  // A commitment on a note is listed with what is owed on that note, where the whole note is shown.
  const alone = due.filter(commitment => !commitment.refs.some(ref => notes.has(ref)));
  // What is due stands above as the one thing: a heading with nothing below it would say the opposite.
  if (due.length > 0 && alone.length === 0 && children.length === 0) return null;
  return (
    <section className="stack tight" aria-labelledby="next-days">
      <h2 id="next-days">{i18n.t('today.next.title')}</h2>
      {children}
      {alone.map(commitment => (
        <Boundary key={commitment.id} part="thing" of={commitment}>
          <OwnCommitment {...props} commitment={commitment} />
        </Boundary>
      ))}
      {due.length === 0 && <Gap {...props} />}
    </section>
  );
}

/** No commitment for the next seven days: one can be made right here. */
function Gap({ db, identity, behaviours: { active }, now }: TodayProps) {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string | undefined>();
  const behaviour = active.find(each => each.id === chosen) ?? active[0];
  if (!open) {
    return (
      <div className="row wrap">
        <p className="hint">{i18n.t('today.next.gap')}</p>
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {i18n.t('today.next.setOne')}
        </button>
      </div>
    );
  }
  return (
    <div className="card">
      {active.length > 1 && behaviour && (
        <Select
          label={i18n.t('composer.behaviour')}
          options={active.map(({ id, body }) => ({ id, name: body.name }))}
          value={behaviour.id}
          onChange={setChosen}
        />
      )}
      <NewCommitment
        key={behaviour?.id ?? ''}
        db={db}
        identity={identity}
        behaviour={behaviour}
        now={now}
        onDone={() => setOpen(false)}
      />
    </div>
  );
}

interface NewCommitmentProps extends Pick<TodayProps, 'db' | 'identity' | 'now'> {
  behaviour: Behaviour | undefined;
  onDone(): void;
}

function NewCommitment({ db, identity, behaviour, now, onDone }: NewCommitmentProps) {
  const kept = useStepDraft<CommitDraft>(
    db,
    { workspaceId: identity.workspaceId, what: `promise|${behaviour?.id ?? ''}` },
    {
      cue: behaviour?.body.when ?? '',
      size: behaviour?.body.looksLike ?? '',
      successCondition: behaviour?.body.standard ?? i18n.t('note.commit.conditionUsual'),
      days: LONGEST_DAYS,
    },
  );
  if (!kept) return null;
  return (
    <CommitForm
      draft={kept.draft}
      now={now}
      behaviourId={behaviour?.id}
      onDraft={kept.change}
      onCommit={async body => {
        await commit(db, identity, behaviour ?? null, body);
        await kept.done();
        onDone();
      }}
    />
  );
}

/** A commitment without a note: I say how it turned out, and may add evidence. */
function OwnCommitment({ db, identity, records, commitment, now }: TodayProps & { commitment: Commitment }) {
  const [smaller, setSmaller] = useState(false);
  const [problem, setProblem] = useState<string | undefined>();
  const { cue, size, dueAt } = commitment.body;
  const behaviour = records.find(
    record => commitment.refs.includes(record.id) && record.type === 'behaviour',
  );
  const kept = useStepDraft(
    db,
    { workspaceId: identity.workspaceId, what: `resize|${commitment.id}` },
    resizeDraft(commitment.body),
  );
  return (
    <details className="card">
      <summary>
        <span className="two-lines" dir="auto">
          {[cue, size].filter(Boolean).join(' → ')}
        </span>
        <span>{i18n.t('note.turn.by', [dayLabel(dueAt, now)])}</span>
      </summary>
      {smaller && kept ? (
        <ResizeForm
          commitment={commitment}
          draft={kept.draft}
          now={now}
          sameAgain={false}
          onDraft={kept.change}
          onCommit={async body => {
            await commit(db, identity, behaviour ?? null, body, { commitment });
            await kept.done();
          }}
          onCancel={() => setSmaller(false)}
        />
      ) : (
        <div className="stack tight">
          <p className="legend">{i18n.t('today.next.howDidItGo')}</p>
          <div className="row wrap">
            {findings.map(finding => (
              <button
                key={finding}
                type="button"
                className="button"
                onClick={() => {
                  if (finding === 'not') setSmaller(true);
                  else
                    giveOwnVerdict(db, identity, commitment, finding).catch((error: unknown) =>
                      setProblem(notSaved(error)),
                    );
                }}
              >
                {
                  {
                    implemented: i18n.t('today.next.implemented'),
                    partly: i18n.t('today.next.partly'),
                    not: i18n.t('today.next.not'),
                    noOpportunity: i18n.t('today.log.noOpportunity'),
                  }[finding]
                }
              </button>
            ))}
          </div>
          <div aria-live="polite">{problem && <p className="banner warn">{problem}</p>}</div>
          <details>
            <summary>{i18n.t('note.proof.title')}</summary>
            <AddEvidence
              db={db}
              identity={identity}
              commitment={commitment}
              onMissed={() => setSmaller(true)}
            />
          </details>
        </div>
      )}
    </details>
  );
}
