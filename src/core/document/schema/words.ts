/** The closed vocabularies of a bundle, complete by type: a word too few or too many does not compile. */
import type { Level, Precision, RecordKind } from '../../record.ts';
import type { CauseKind, Gap, MomentKind } from '../bundle.ts';
import { MOMENT_KINDS } from '../momentKinds.ts';

const wordsOf = <Word extends string>(words: Record<Word, true>): Word[] => Object.keys(words) as Word[];

export const LEVELS = wordsOf<Level>({
  trace: true,
  debug: true,
  info: true,
  warn: true,
  error: true,
  fatal: true,
  '': true,
});

export const PRECISIONS = wordsOf<Precision>({
  ns: true,
  us: true,
  ms: true,
  s: true,
  min: true,
  day: true,
  '': true,
});

export const RECORD_KINDS = wordsOf<RecordKind>({
  log: true,
  span: true,
  metric: true,
  event: true,
  alert: true,
  change: true,
  message: true,
  object: true,
});

export const GAP_KINDS = wordsOf<Gap['kind']>({
  silence: true,
  'missing-span': true,
  'impossible-order': true,
  'unsettled-order': true,
  'no-time': true,
  unread: true,
  skipped: true,
  sampling: true,
  rotation: true,
  duplicate: true,
  'no-baseline': true,
  'clock-contradiction': true,
  'zone-assumed': true,
});

export const CAUSE_KINDS = wordsOf<CauseKind>({
  cpu: true,
  memory: true,
  disk: true,
  'network-delay': true,
  'network-loss': true,
  exception: true,
  'wrong-result': true,
  'slow-code': true,
  dependency: true,
  saturation: true,
  crash: true,
  deploy: true,
  config: true,
  certificate: true,
  quota: true,
  traffic: true,
  unknown: true,
});

export const MOMENT_KIND_NAMES = Object.keys(MOMENT_KINDS) as MomentKind[];
