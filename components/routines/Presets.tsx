import { useState } from 'react';
import { PersonSelect } from '#components/people/PersonSelect.tsx';
import { Problem } from '#components/ui/Problem.tsx';
import { useSaving } from '#components/ui/use-saving.ts';
import { i18n } from '#i18n';
import { installPreset } from '#lib/actions/routines.ts';
import { ofType } from '#lib/coaching/history.ts';
import { offeredPresets, type PresetId, presets, presetTexts } from '#lib/coaching/routines/presets.ts';
import { isInstalled } from '#lib/coaching/routines/runs.ts';
import { peopleOf } from '#lib/device/team.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { leads } from '#lib/records/permissions.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { type Identity, writerOf } from '#lib/store/identity.ts';

interface Props {
  db: SidelineDb;
  identity: Identity;
  records: readonly Envelope[];
  today: string;
}

/** Rhythms to add in one tap, as long as they are not there: one’s own, and those with a person whom one coaches. */
export function Presets({ db, identity, records, today }: Props) {
  const { problem, saving, save } = useSaving();
  const writer = writerOf(identity);
  const people = [identity.memberId, ...peopleOf(identity).map(({ id }) => id)];
  const [subjectId, setSubject] = useState(identity.memberId);
  const [visibleToTeam, setVisible] = useState(true);
  const [added, setAdded] = useState<PresetId>();
  const language = i18n.t('language');
  const isLeading = leads(writer);
  const whose = (preset: PresetId) => (presets[preset].for === 'person' ? subjectId : identity.memberId);
  const routines = ofType(records, 'routine');
  const isThere = (preset: PresetId) =>
    isInstalled(routines, preset, presets[preset].for === 'team' ? undefined : whose(preset), today);
  const offered = offeredPresets.filter(
    each => (isLeading || !['coach', 'team'].includes(presets[each].for)) && !isThere(each),
  );
  return (
    <details>
      <summary>{i18n.t('week.add')}</summary>
      <div className="stack">
        <PersonSelect
          label={i18n.t('week.forWhom')}
          identity={identity}
          people={people}
          value={subjectId}
          onChange={setSubject}
        />
        {isLeading && identity.members.length > 1 && (
          <label className="row">
            <input
              type="checkbox"
              checked={visibleToTeam}
              onChange={event => setVisible(event.target.checked)}
            />
            <span className="grow">{i18n.t('week.showTeam')}</span>
          </label>
        )}
        <ul className="stack">
          {offered.map(preset => {
            const { name, why } = presetTexts(preset, language);
            return (
              <li key={preset} className="row wrap">
                <span className="grow">
                  <strong>{name}</strong> <span className="hint">{why}</span>
                </span>
                <button
                  type="button"
                  className="button"
                  disabled={saving}
                  aria-label={`${i18n.t('week.install')}: ${name}`}
                  onClick={() =>
                    void save(async () => {
                      await installPreset(db, identity, {
                        preset,
                        language,
                        subjectId: whose(preset),
                        from: today,
                        visibleToTeam,
                      });
                      setAdded(preset);
                    })
                  }
                >
                  {i18n.t('week.install')}
                </button>
              </li>
            );
          })}
        </ul>
        <p role="status">{added ? i18n.t('week.addedNamed', [presetTexts(added, language).name]) : ''}</p>
        <Problem text={problem} />
      </div>
    </details>
  );
}
