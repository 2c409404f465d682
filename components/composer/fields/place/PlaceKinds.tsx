import { i18n } from '#i18n';
import type { PlaceKind } from '#lib/messages/contract.ts';

const KINDS = ['words', 'field', 'moment', 'region', 'whole'] as const;

interface Props {
  kind: PlaceKind | undefined;
  hasVideo: boolean;
  onPick(kind: PlaceKind): void;
}

/** The kinds of place one can point at. The current one is pressed. */
export function PlaceKinds({ kind, hasVideo, onPick }: Props) {
  const labels = {
    words: i18n.t('composer.place.words'),
    field: i18n.t('composer.place.field'),
    moment: i18n.t('composer.place.moment'),
    region: i18n.t('places.region'),
    whole: i18n.t('composer.place.whole'),
  };
  return (
    <span className="row wrap" style={{ gap: 2 }}>
      {KINDS.filter(each => each !== 'moment' || hasVideo).map(each => (
        <button
          key={each}
          type="button"
          className="button quiet"
          aria-pressed={kind === each}
          onClick={() => onPick(each)}
        >
          {labels[each]}
        </button>
      ))}
    </span>
  );
}
