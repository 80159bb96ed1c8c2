import type { Overlap } from './observation.ts';

const SHARE = { fine: 0.2, coarse: 0.6 } as const;
const LEAST_SHARED = 3;

/**
 * Whether two files hold the same stream, shipped twice, rather than two programs that said the same at the same time.
 * Stamps of a whole second meet by chance, so there most of the smaller file must be shared.
 */
export function isSameShipment({ shared, sizes, fine }: Overlap): boolean {
  return shared >= LEAST_SHARED && shared >= Math.min(...sizes) * (fine ? SHARE.fine : SHARE.coarse);
}
