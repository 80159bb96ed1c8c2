import type { Fault } from './report.ts';

/** Faults named in a report; more are only counted. */
const FAULTS_KEPT = 20;

/** What was found so far. */
export interface FaultList {
  note(fault: Fault): void;
  kept: readonly Fault[];
  count(): number;
}

/** An empty list, which cannot grow beyond what a report names. */
export function listFaults(): FaultList {
  const kept: Fault[] = [];
  let count = 0;
  return {
    note(fault) {
      count++;
      if (kept.length < FAULTS_KEPT) kept.push(fault);
    },
    kept,
    count: () => count,
  };
}
