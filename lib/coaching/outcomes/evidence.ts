/** Which kind of evidence a figure is, and what may be said of it (R198). */
export const evidenceKinds = ['before and after', 'phased rollout', 'difference in differences'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export interface EvidenceWords {
  /** Whether there is a comparison with people who did not take part. Without one, nothing may be called a cause. */
  compared: boolean;
  /** In English; views translate by the kind. */
  says: string;
  doubt: string;
}

export const EVIDENCE: Readonly<Record<EvidenceKind, EvidenceWords>> = {
  'before and after': {
    compared: false,
    says: 'The value was this before and that afterwards.',
    doubt: 'Anything else that changed meanwhile may be the reason.',
  },
  'phased rollout': {
    compared: true,
    says: 'Those who had begun changed by this much more than those who had not begun yet.',
    doubt: 'It holds if both would have gone the same way without it.',
  },
  'difference in differences': {
    compared: true,
    says: 'Those who took part changed by this much more than those who did not.',
    doubt: 'It holds if both would have gone the same way without it: look at the slopes before.',
  },
};
