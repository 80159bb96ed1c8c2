import type { CauseKind } from '../document/bundle.ts';

/** What the words of an alert, an event or an error line tell about the kind of cause; first match wins. */
const WORDS: [RegExp, CauseKind][] = [
  [/\boom|out of memory|outofmemory|heap space|memory/i, 'memory'],
  [/no space left|disk (is )?full|volume|inode|evict|read-only file/i, 'disk'],
  [/certificate|x509|\btls\b|handshake/i, 'certificate'],
  [/quota|limit exceeded|throttl|rate.?limit|too many requests|\b429\b/i, 'quota'],
  [
    /\bpool\b.*(exhaust|timed? ?out|not available)|connection is not available|queue (is )?full|too many (open|connections)/i,
    'saturation',
  ],
  [/back-?off|crash|restart|killing|exited|segfault|unhealthy/i, 'crash'],
  [/connection (refused|reset)|unreachable|no such host|\bdns\b|broken pipe|packet/i, 'network-loss'],
  [/\bcpu\b|load average/i, 'cpu'],
  [/config|feature.?flag|credential|unauthori[sz]ed|authentication failed|permission denied/i, 'config'],
  [/latency|slow|timed? ?out|deadline/i, 'slow-code'],
  [/error|5xx|fail|exception/i, 'exception'],
];

/** The kind of cause that a text speaks of, where its words tell. */
export function causeOfText(text: string): CauseKind | undefined {
  return WORDS.find(([words]) => words.test(text))?.[1];
}
