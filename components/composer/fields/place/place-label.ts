/**
 * Short labels for a place: the quoted words, "Stage: Proposal", "0:42–1:03"; the artifact's title for everything
 * else.
 */
import { formatTime } from '#lib/anchors/media/moment.ts';
import type { Anchor } from '#lib/records/anchor.ts';

const MAX_LABEL = 140;

export function labelOfPlace(anchor: Anchor, title: string): string {
  const label = anchorLabel(anchor) || title;
  const line = label.replace(/\s+/g, ' ').trim();
  return line.length > MAX_LABEL ? `${line.slice(0, MAX_LABEL - 1)}…` : line;
}

function anchorLabel(anchor: Anchor): string {
  switch (anchor.kind) {
    case 'words':
      return anchor.quote.exact;
    case 'field':
      return anchor.value === '' ? anchor.label : `${anchor.label}: ${anchor.value}`;
    case 'moment':
      return `${formatTime(anchor.start)}${anchor.end === undefined ? '' : `–${formatTime(anchor.end)}`}`;
    case 'region':
      return anchor.moment ? formatTime(anchor.moment.start) : '';
    case 'whole':
      return anchor.quote ?? '';
  }
}
