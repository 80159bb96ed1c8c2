import type { z } from 'zod';
import type { postmortem, section, summary, versionEntry } from '../../contract/postmortemFields.ts';

/** Shapes of the server's answers. */
export type Postmortem = z.infer<typeof postmortem>;
export type PostmortemSummary = z.infer<typeof summary>;
export type PostmortemSection = z.infer<typeof section>;
export type Version = z.infer<typeof versionEntry>;
