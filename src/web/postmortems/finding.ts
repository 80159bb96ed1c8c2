import type { z } from 'zod';
import type { finding } from '../../contract/findings.ts';

/** A finding as the server gives it. */
export type Finding = z.infer<typeof finding>;
