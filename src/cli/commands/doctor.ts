import { examineServer } from '../../server/commands/doctor/examineServer.ts';
import type { Finding } from '../../server/commands/doctor/finding.ts';
import { createLog } from '../../server/platform/createLog.ts';
import { EXIT } from '../exit.ts';
import type { World } from '../world.ts';
import { withConfiguration } from './withConfiguration.ts';

/** `afterword doctor`: everything that one asks at three in the morning. Exit code 1 when something is wrong. */
export const doctor = (world: World, { full, json }: { full?: boolean; json?: boolean }): Promise<number> =>
  withConfiguration(world, async configuration => {
    const log = createLog('fatal', world.stderr);
    const findings = await examineServer(configuration, { howMany: full ? 'all' : 'sample', log });
    world.stdout.write(json ? `${JSON.stringify(findings)}\n` : describe(findings));
    return findings.some(({ state }) => state === 'fail') ? EXIT.findings : EXIT.done;
  });

const MARKS = { ok: '  ok   ', warn: '  warn ', fail: '  FAIL ' } as const satisfies Record<
  Finding['state'],
  string
>;

function describe(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ check }) => check.length));
  const lines = findings.flatMap(({ check, state, found, advice }) => [
    `${MARKS[state]}${check.padEnd(width)}  ${found}`,
    ...(advice ? [`${' '.repeat(width + 9)}→ ${advice}`] : []),
  ]);
  const count = (state: Finding['state']) => findings.filter(finding => finding.state === state).length;
  return `${lines.join('\n')}\n\n${count('ok')} ok, ${count('warn')} to look at, ${count('fail')} wrong\n`;
}
