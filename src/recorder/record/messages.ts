import type { Coverage } from '../../core/document/bundle.ts';
import type { ManifestEntry } from '../freeze/manifest.ts';
import type { Stage } from '../progress.ts';
import type { RecordingRequest } from './writeRecording.ts';

/** What the recording process is asked, once. Everything in it can be sent to another process. */
export type RecordingTask = Omit<RecordingRequest, 'progress' | 'signal'>;

/** What it tells: progress now and then, and at its end one of the other two. */
export type RecordingReport =
  | { type: 'progress'; stage: Stage; done: number; total: number }
  | { type: 'done'; artefacts: ManifestEntry[] }
  | {
      type: 'failed';
      why: 'nothing to read' | 'disk full' | 'fault';
      message: string;
      /** Where nothing could be read: what was found instead. */
      coverage: readonly Coverage[];
    };
