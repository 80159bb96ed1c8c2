/**
 * Everything a change must pass: format and lint, types of both programs, dead code, then all tests. Prints
 * `N passed, N failed` as its last line, where each of the first steps counts as one.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const STEPS: readonly (readonly [title: string, command: string, ...args: string[]])[] = [
  ['format and lint', 'biome', 'check', '--error-on-warnings', '.'],
  ['types', 'tsc', '-p', '.'],
  ['types of the page', 'tsc', '-p', 'src/web'],
  ['dead code', 'knip'],
];

interface TestReport {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  success: boolean;
}

function passes(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}

function test(): { passed: number; failed: number } {
  const folder = mkdtempSync(join(tmpdir(), 'afterword-check-'));
  const file = join(folder, 'report.json');
  try {
    const ok = passes('vitest', [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...process.argv.slice(2),
    ]);
    const report = JSON.parse(readFileSync(file, 'utf8')) as TestReport;
    const failed =
      report.numFailedTests || (ok && report.success ? 0 : Math.max(1, report.numFailedTestSuites));
    return { passed: report.numPassedTests, failed };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const total = { passed: 0, failed: 0 };
for (const [title, command, ...args] of STEPS) {
  const ok = passes(command, args);
  process.stdout.write(`${ok ? '✓' : '✗'} ${title}\n`);
  total[ok ? 'passed' : 'failed']++;
}
const tests = test();
total.passed += tests.passed;
total.failed += tests.failed;
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed === 0 ? 0 : 1;
