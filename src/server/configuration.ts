import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { z } from 'zod';
import { VARIABLES } from './variables.ts';

type Name = keyof typeof VARIABLES;
type Environment = Readonly<Record<string, string | undefined>>;

/** What a server is told. */
export type Configuration = { [name in Name]: z.infer<(typeof VARIABLES)[name]> };

/** All that is wrong with the environment, one line each. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError';
}

/** Variables that others need: one without the other is half a configuration. */
const NEEDS = [
  ['AFTERWORD_S3_BUCKET', ['AFTERWORD_S3_ACCESS_KEY', 'AFTERWORD_S3_SECRET_KEY']],
  ['AFTERWORD_S3_ENDPOINT', ['AFTERWORD_S3_BUCKET']],
  ['AFTERWORD_OIDC_ISSUER', ['AFTERWORD_OIDC_CLIENT_ID', 'AFTERWORD_OIDC_CLIENT_SECRET']],
  ['AFTERWORD_OIDC_CLIENT_ID', ['AFTERWORD_OIDC_ISSUER']],
] as const satisfies readonly (readonly [Name, readonly Name[]])[];

/**
 * Reads the configuration from environment variables.
 *
 * @throws ConfigurationError that lists every problem at once; it names variables, never their values
 */
export function readConfiguration(environment: Environment): Configuration {
  const { values, problems } = readFiles(environment);
  const configuration: Partial<Record<Name, unknown>> = {};
  for (const [name, schema] of Object.entries(VARIABLES)) {
    const parsed = schema.safeParse(values[name] || undefined);
    if (parsed.success) configuration[name as Name] = parsed.data;
    else problems.push(...parsed.error.issues.map(issue => `${name}: ${describe(issue)}`));
  }
  problems.push(
    ...NEEDS.filter(([name]) => values[name]).flatMap(([name, needed]) =>
      needed.filter(other => !values[other]).map(other => `${other}: is needed: ${name} is set`),
    ),
    ...findMisplaced(configuration as Configuration),
    ...Object.keys(environment)
      .filter(name => name.startsWith('AFTERWORD_') && !isKnown(name))
      .map(name => `${name}: is not a variable of ours; see docs/guide/configuration.md`),
  );
  if (problems.length > 0)
    throw new ConfigurationError(
      `the configuration has problems:\n${problems.map(each => `  - ${each}`).join('\n')}`,
    );
  return configuration as Configuration;
}

/** What is wrong with a value, in words for who wrote it. */
function describe(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type')
    return issue.expected === 'int' ? 'must be a whole number' : `must be a ${issue.expected}`;
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`;
  const unit = 'origin' in issue && issue.origin === 'string' ? ' characters' : '';
  if (issue.code === 'too_small') return `must be at least ${issue.minimum}${unit}`;
  if (issue.code === 'too_big') return `must be at most ${issue.maximum}${unit}`;
  return issue.message;
}

function findMisplaced({
  AFTERWORD_CHECKPOINTS: checkpoints,
  AFTERWORD_DATA: data,
}: Configuration): string[] {
  return `${resolve(checkpoints)}/`.startsWith(`${resolve(data)}/`)
    ? [
        'AFTERWORD_CHECKPOINTS: lies inside AFTERWORD_DATA: whoever alters the data could alter it too; name a folder outside',
      ]
    : [];
}

/** Variables that the command line reads itself. */
const OF_THE_COMMAND_LINE = [
  'AFTERWORD_KEY_FILE',
  'AFTERWORD_LOGIN_FILE',
  'AFTERWORD_SERVER',
  'AFTERWORD_TOKEN',
];

const isKnown = (name: string): boolean =>
  name in VARIABLES || name.replace(/_FILE$/, '') in VARIABLES || OF_THE_COMMAND_LINE.includes(name);

function readFiles(environment: Readonly<Record<string, string | undefined>>) {
  const values = { ...environment };
  const problems: string[] = [];
  for (const name of Object.keys(VARIABLES)) {
    const file = environment[`${name}_FILE`];
    if (!file) continue;
    try {
      values[name] = readFileSync(file, 'utf8').trimEnd();
    } catch (error) {
      problems.push(`${name}_FILE: ${(error as Error).message}`);
    }
  }
  return { values, problems };
}
