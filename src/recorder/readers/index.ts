import type { Reader } from './reader.ts';
import { STRUCTURED_READERS } from './structured.ts';
import { TEXT_READERS } from './text.ts';

/** Every format, in order of preference when two recognise a file equally well. */
export const READERS: readonly Reader[] = [...STRUCTURED_READERS, ...TEXT_READERS];
