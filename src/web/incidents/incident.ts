import type { z } from 'zod';
import type { incident } from '../../contract/incidentFields.ts';

/** An incident as the server gives it. */
export type Incident = z.infer<typeof incident>;
