import { type ReactNode, useState } from 'react';
import { AskEasier } from '#components/loop/AskEasier.tsx';
import { nameOf } from '#components/people/names.ts';
import type { TeamProps } from '#components/people/team-props.ts';
import { reasonLabel } from '#components/today/reason-label.ts';
import { dayLabel } from '#components/ui/time-labels.ts';
import { i18n } from '#i18n';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import type { Stall } from '#lib/coaching/stalls/stalls.ts';
import { ask } from '#lib/messages/ask.ts';
import { isType, type Log, type Note } from '#lib/records/types.ts';
import { diagnosisLabel, nextStepLabel, stallClassLabel, stallLabel } from './labels.ts';
import { missLabel } from './miss-label.ts';
import { StallRuling } from './StallRuling.tsx';

/** Progress that stopped: whose turn it was, the prepared next step, and what somebody found to be the cause. */
export function StallCard({ stall, ...shared }: { stall: Stall } & TeamProps) {
  const { db, identity, team, behaviours, now } = shared;
  const [open, setOpen] = useState<'ruling' | 'easier' | undefined>();
  const { rule, memberId, since, ruling } = stall;
  const name = nameOf(identity, memberId);
  const note = team.records.find(
    (each): each is typeof each & Note => each.id === stall.refs[0] && isType(each, 'note'),
  );
  const miss = team.records.find(
    (each): each is typeof each & Log => stall.refs.includes(each.id) && isType(each, 'log'),
  );
  const behaviour = behaviours.get(note?.body.behaviourId ?? miss?.body.behaviourId ?? '');
  // A miss names last what says so.
  const said = rule === 'missed' ? team.records.find(({ id }) => id === stall.refs.at(-1)) : undefined;
  const label = said
    ? missLabel(said, memberId, name, identity)
    : stallLabel(rule, name, rulesOf(identity).stalls);
  return (
    <article className="note" data-stall={rule} aria-label={label}>
      <h3>{label}</h3>
      <p className="hint">{i18n.t('coach.since', [dayLabel(since, now)])}</p>
      {miss && (
        <p dir="auto">
          {[
            behaviour?.name,
            miss.body.missReason && reasonLabel(miss.body.missReason),
            miss.body.easier && i18n.t('note.resize.easierLine', [miss.body.easier]),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {note && (
        <>
          <button
            type="button"
            className="button where"
            dir="auto"
            onClick={() => void ask('note.open', { noteId: note.id })}
          >
            <span className="visually-hidden">{i18n.t('note.goTo', [''])}</span>
            <span>{note.body.artifact.title || note.body.artifact.url}</span>
          </button>
          <p dir="auto">
            {behaviour && <strong>{behaviour.name} · </strong>}
            {note.body.nextAction || note.body.observation}
          </p>
        </>
      )}
      <p className="next">{nextStepLabel(rule)}</p>
      {ruling && (
        <p className="hint" dir="auto">
          {i18n.t('coach.ruledBefore', [
            nameOf(identity, ruling.authorId),
            [
              ruling.body.stallClass && stallClassLabel(ruling.body.stallClass),
              ruling.body.diagnosis && diagnosisLabel(ruling.body.diagnosis),
              ruling.body.sentence,
            ]
              .filter(Boolean)
              .join(' · '),
          ])}
        </p>
      )}
      {open === undefined && (
        <div className="row wrap">
          <button type="button" className="button" onClick={() => setOpen('ruling')}>
            {i18n.t('coach.decide')}
          </button>
          {(rule === 'commitment overdue' || rule === 'missed') && note && (
            <button type="button" className="button" onClick={() => setOpen('easier')}>
              {i18n.t('coach.proposeSmaller')}
            </button>
          )}
        </div>
      )}
      {open === 'ruling' && (
        <Opened onClose={() => setOpen(undefined)}>
          <StallRuling db={db} identity={identity} stall={stall} onDone={() => setOpen(undefined)} />
        </Opened>
      )}
      {open === 'easier' && note && (
        <Opened onClose={() => setOpen(undefined)}>
          <AskEasier db={db} identity={identity} note={note} onDone={() => setOpen(undefined)} />
        </Opened>
      )}
    </article>
  );
}

function Opened({ onClose, children }: { onClose(): void; children: ReactNode }) {
  return (
    <div className="stack tight">
      {children}
      <div>
        <button type="button" className="button quiet" onClick={onClose}>
          {i18n.t('coach.notNow')}
        </button>
      </div>
    </div>
  );
}
