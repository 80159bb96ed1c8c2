import type { z } from 'zod';
import type { service } from '../../contract/services.ts';

export type Service = z.infer<typeof service>;
