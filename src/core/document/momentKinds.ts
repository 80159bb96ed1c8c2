import type { MomentKind } from './bundle.ts';

/** Families of moments share a colour and a mark, so that a reader learns six signs instead of nineteen. */
export type MomentFamily = 'phase' | 'change' | 'alert' | 'error' | 'measure' | 'talk';

/** What each kind is called on a page, and its family. */
export const MOMENT_KINDS = {
  'impact-start': { label: 'Impact starts', family: 'phase' },
  detection: { label: 'Detected', family: 'phase' },
  acknowledgement: { label: 'Acknowledged', family: 'phase' },
  mitigation: { label: 'Mitigated', family: 'phase' },
  restore: { label: 'Restored', family: 'phase' },
  deploy: { label: 'Deploy', family: 'change' },
  'config-change': { label: 'Config change', family: 'change' },
  restart: { label: 'Restart', family: 'change' },
  'alert-firing': { label: 'Alert fires', family: 'alert' },
  'alert-resolved': { label: 'Alert resolves', family: 'alert' },
  'first-error': { label: 'First error', family: 'error' },
  'error-burst': { label: 'Error burst', family: 'error' },
  'rate-change': { label: 'Rate changes', family: 'measure' },
  'latency-change': { label: 'Latency changes', family: 'measure' },
  'metric-change': { label: 'Metric changes', family: 'measure' },
  message: { label: 'Message', family: 'talk' },
  silence: { label: 'Silence', family: 'measure' },
  'last-of-kind': { label: 'Last of its kind', family: 'error' },
  other: { label: 'Other', family: 'measure' },
} as const satisfies Record<MomentKind, { label: string; family: MomentFamily }>;

/** Label and family of a kind; a kind that a later version added reads as itself. */
export function momentKind(kind: string): { label: string; family: MomentFamily } {
  return Object.hasOwn(MOMENT_KINDS, kind)
    ? MOMENT_KINDS[kind as MomentKind]
    : { label: kind, family: 'measure' };
}
