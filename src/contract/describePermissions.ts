import { listOperations, type Operation } from './listOperations.ts';
import { ROLE_NAMES, ROLES } from './roles.ts';

/** Who asks: nobody that is known, someone without a role, someone with one. */
const COLUMNS = ['anonymous', 'no role', ...ROLE_NAMES] as const;

const admits = ({ may }: Operation, column: (typeof COLUMNS)[number]): boolean => {
  if (may === 'anyone') return true;
  if (column === 'anonymous') return false;
  return may === 'account' || may.some(role => role === column);
};

const row = (operation: Operation): string =>
  `| \`${operation.name}\` | ${operation.effect} | ${COLUMNS.map(column => (admits(operation, column) ? '✓' : '·')).join(' | ')} |`;

/** The permission matrix, every operation × every role, as the page `docs/reference/permissions.md`. */
export function describePermissions(): string {
  const operations = listOperations();
  return [
    '# Who may do what',
    '',
    'Written from the contract by `node tools/writePermissions.ts`; a test calls every operation as every role and',
    'compares. A tick says that the operation may be asked for. Which rows it then shows or changes is narrower: what',
    'is restricted is there only for its participants, its access list and administrators.',
    '',
    'An API token may do what its person may, within its scopes: `incidents:read` covers the reads of one feature,',
    '`incidents:change` its reads and changes, `*:read` all reads.',
    '',
    ...Object.entries(ROLES).map(([role, sentence]) => `- **${role}**: ${sentence}`),
    '',
    `| operation | effect | ${COLUMNS.join(' | ')} |`,
    `| --- | --- | ${COLUMNS.map(() => ':-:').join(' | ')} |`,
    ...operations.map(row),
    '',
  ].join('\n');
}
