import { READERS } from './index.ts';

/** Reader name to name and version, as the manifest has it: `syslog@1`. */
export const versionedReaders: ReadonlyMap<string, string> = new Map(
  READERS.map(({ name, version }) => [name, `${name}@${version}`]),
);
