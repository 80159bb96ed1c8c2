/**
 * What is to be said about data that a person gave. An error contradicts itself and is refused; a warning may be true,
 * so it is kept and marked where it is shown.
 */
export interface Remark {
  level: 'error' | 'warning';
  /** Stable, for programs and for translation. */
  code: string;
  /** What it is about: a field, a section, a term. */
  on: string;
  /** What is wrong, and what to do next. */
  text: string;
}

/** Whether nothing among the remarks must be refused. */
export const isAcceptable = (remarks: readonly Remark[]): boolean =>
  remarks.every(({ level }) => level !== 'error');
