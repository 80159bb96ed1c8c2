import { commandFieldsOf } from '../../../../contract/commandFields.ts';
import { commandWord, featureWord } from '../../../../contract/commandWord.ts';
import { exampleOf } from '../../../../contract/exampleOf.ts';
import { jsonSchemaOf } from '../../../../contract/jsonSchema.ts';
import type { Operation } from '../../../../contract/listOperations.ts';

const SERVER = 'https://afterword.example.org';

type Fields = Record<string, unknown>;

/** What an operation needs at least, as an input. */
const neededBy = ({ input }: Operation): Fields =>
  input ? (exampleOf(jsonSchemaOf(input, 'input')) as Fields) : {};

/** The smallest request as `curl` sends it. */
export function curlExample(operation: Operation): string {
  const { method, path, pathFields, may, takesBytes, fileType } = operation;
  const { bytes: _, ...fields } = neededBy(operation);
  const address = pathFields.reduce((made, name) => made.replace(`{${name}}`, String(fields[name])), path);
  const rest = Object.entries(fields).filter(([name]) => !pathFields.includes(name));
  const isBody = method !== 'GET' && rest.length > 0 && !takesBytes;
  const query =
    isBody || rest.length === 0
      ? ''
      : `?${new URLSearchParams(rest.map(([name, value]) => [name, String(value)]))}`;
  return [
    `curl${method === 'GET' ? '' : ` --request ${method}`} ${quoted(`${SERVER}/api/v1${address}${query}`)}`,
    may !== 'anyone' && '--header "Authorization: Bearer $AFTERWORD_TOKEN"',
    isBody && "--header 'Content-Type: application/json'",
    isBody && `--data ${quoted(JSON.stringify(Object.fromEntries(rest)))}`,
    takesBytes && "--header 'Content-Type: application/octet-stream'",
    takesBytes && '--data-binary @file',
    fileType && '--output file',
  ]
    .filter(Boolean)
    .join(' \\\n  ');
}

/** The same on the command line; undefined for what sends a file, which has a command of its own. */
export function commandExample(operation: Operation): string | undefined {
  if (operation.takesBytes) return undefined;
  const needed = neededBy(operation);
  const words = commandFieldsOf(operation).flatMap(({ path, flag, isPositional, kind }) => {
    const value = path.reduce<unknown>((at, name) => (at as Fields | undefined)?.[name], needed);
    if (value === undefined) return [];
    if (isPositional) return [quoted(String(value))];
    if (kind === 'boolean') return [`--${flag}`];
    const values = kind === 'json' ? [JSON.stringify(value)] : [value].flat().map(String);
    return values.map(each => `--${flag} ${quoted(each)}`);
  });
  return [
    'afterword',
    featureWord(operation),
    commandWord(operation),
    ...words,
    ...(operation.fileType ? ['--out file'] : []),
  ].join(' ');
}

/** For a shell: as it is where it may be, else in single quotes. */
const quoted = (text: string): string =>
  /^[\w./:=@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
