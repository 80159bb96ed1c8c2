import type { z } from 'zod';
import type { evidenceItem } from '../../contract/evidenceFields.ts';
import type { coverageRow } from '../../contract/readingResults.ts';
import type { reading } from '../../contract/readings.ts';

/** Shapes of the server's answers. */
export type EvidenceItem = z.infer<typeof evidenceItem>;
export type Reading = z.infer<typeof reading>;
export type CoverageRow = z.infer<typeof coverageRow>;
