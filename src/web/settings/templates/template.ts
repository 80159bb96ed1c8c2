import type { z } from 'zod';
import type { template } from '../../../contract/templates.ts';

export type Template = z.infer<typeof template>;
