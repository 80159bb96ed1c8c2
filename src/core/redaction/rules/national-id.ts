/**
 * One country's personal number. `shapes` are the ways of writing it in which nobody mistakes it for something else
 * (9 a digit, A an upper-case letter); without one, it is only found behind one of its `labels`.
 */
export interface NationalId {
  id: string;
  shapes?: readonly string[];
  /** Lower-case words that introduce it, without accents (ø as o): keywords are ASCII. */
  labels: readonly string[];
  /** Anchored pattern over the bare characters, upper case. */
  bare: RegExp;
  /** The check, over the bare characters. */
  isValid(bare: string): boolean;
  /** Made-up numbers that pass and that do not. */
  example: string;
  counterexample: string;
}
