import { homedir } from 'node:os';
import { z } from 'zod';
import { VARIABLES } from './variables.ts';

const HEADING = `# Configuration

<!-- Written by \`node tools/writeConfiguration.ts\` from src/server/variables.ts. -->

The server and the commands on its machine are configured by environment variables. None is needed: \`afterword serve\`
alone works. All problems are listed at once at the start, with exit code 2, by the variables' names; their values are never shown.
A variable that begins with \`AFTERWORD_\` and is none of these is a problem too: a typing mistake does not pass unnoticed.

A name that ends in \`_FILE\` (\`AFTERWORD_SECRET_FILE\`, \`DATABASE_URL_FILE\`) names a file that holds the value, as secrets are
mounted into containers.

| variable | what | default |
| --- | --- | --- |
`;

/** The page of documentation about all variables, as Markdown. */
export function describeConfiguration(): string {
  const rows = Object.entries(VARIABLES).map(
    ([name, schema]) => `| \`${name}\` | ${cell(schema.description ?? '')} | ${cell(defaultOf(schema))} |\n`,
  );
  return HEADING + rows.join('');
}

/** Of this machine's home folder, and of a variable without a default, nothing is said. */
function defaultOf(schema: z.ZodType): string {
  const value: unknown = schema instanceof z.ZodDefault ? schema.def.defaultValue : undefined;
  if (value === undefined || value === '') return '';
  return `\`${String(value).replace(homedir(), '~')}\``;
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
