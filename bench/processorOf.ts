import { readFileSync } from 'node:fs';

/** Milliseconds that a tick of the kernel's clock takes: the same on every Linux that Node runs on. */
const TICK = 10;

/**
 * Time on a processor that a process and all below it have had so far, ms, to a hundredth of a second; those that ended
 * count as long as their parents are there. Linux only.
 */
export function processorOf(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean);
  const ticks = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ').slice(11, 15);
  return (
    ticks.reduce((sum, each) => sum + Number(each), 0) * TICK +
    children.reduce((sum, child) => sum + processorOf(Number(child)), 0)
  );
}
