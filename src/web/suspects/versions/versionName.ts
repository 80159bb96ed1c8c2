import { t } from '../../messages/index.ts';
import type { VersionRow } from '../suspect.ts';

type Named = Pick<VersionRow, 'service' | 'version' | 'source'>;

/** Unique among the versions of an answer. */
export const versionKey = ({ service, version, source }: Named): string =>
  JSON.stringify([service, version, source]);

/** The service and its version, in a line. */
export const versionName = ({ service, version }: Named): string =>
  `${service || t.traces.unnamed}, ${version || t.traces.versions.untold}`;
