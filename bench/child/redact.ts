/**
 * `afterword redact` in a process of its own, as users run it; prints `{"cpuSeconds"}` of all its threads. Arguments:
 * input, output.
 */
import { run } from '../../src/cli/program.ts';

const [input, output] = process.argv.slice(2) as [string, string];
const exitCode = await run(['redact', input, '--out', output], {
  stdout: process.stderr,
  stderr: process.stderr,
  stdin: process.stdin,
  keyFile: '',
  loginFile: '',
  environment: {},
  now: () => new Date(),
  signal: new AbortController().signal,
});
const { user, system } = process.cpuUsage();
process.stdout.write(`${JSON.stringify({ cpuSeconds: (user + system) / 1e6 })}\n`);
process.exit(exitCode);
