import type { FileFacts, InspectJob } from './inspectFile.ts';
import type { Segment, SegmentResult } from './segment.ts';

/** How a worker is set up. */
export interface WorkerSetup {
  runPath: string;
  /** Where every replacement is written, or undefined when nobody asks for them. */
  replacementsPath: string | undefined;
  /** Key of the token hash. */
  tokenKey: Uint8Array;
  /** Bytes read so far by all workers: one 64-bit counter. */
  progress: SharedArrayBuffer;
}

/** What a worker can be asked. Each request gets one reply of the same `type`, or a `failed`. */
export type Request =
  | { type: 'inspect'; jobs: InspectJob[] }
  | { type: 'read'; segments: Segment[] }
  | { type: 'finish' };

export type Reply =
  | { type: 'inspect'; facts: FileFacts[] }
  | { type: 'read'; results: SegmentResult[] }
  | {
      type: 'finish';
      runPath: string | undefined;
      replacementsPath: string | undefined;
      redactions: RedactionCount[];
    }
  | { type: 'failed'; message: string; code: string };

/** How often a rule replaced something, and with how many different tokens. */
export interface RedactionCount {
  rule: string;
  kind: string;
  replacements: number;
  tokens: string[];
}
