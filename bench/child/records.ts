/** `afterword records` in a process of its own; prints the peak memory in KiB. Arguments: folder, output. */
import { run } from '../../src/cli/program.ts';

const [folder, out] = process.argv.slice(2) as [string, string];
const quiet = { ...process, write: () => true } as unknown as NodeJS.WriteStream;
const exitCode = await run(['records', folder, '--out', out, '--json'], {
  stdout: quiet,
  stderr: process.stderr,
  stdin: process.stdin,
  keyFile: '',
  loginFile: '',
  environment: {},
  now: () => new Date(),
  signal: new AbortController().signal,
});
process.stdout.write(`${process.resourceUsage().maxRSS}\n`);
process.exit(exitCode);
