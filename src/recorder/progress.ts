/** What is done on the way from evidence to a draft, in this order; also the words that people are shown. */
export const STAGES = [
  'receiving',
  'freezing',
  'unpacking',
  'recognising',
  'reading',
  'comparing clocks',
  'sorting records',
  'finding moments',
  'weighing suspects',
  'drafting',
] as const;

export type Stage = (typeof STAGES)[number];

/** Told what is being done, and how much of how much (bytes or files); `total` is 0 when that is not known. */
export type Progress = (stage: Stage, done: number, total: number) => void;
