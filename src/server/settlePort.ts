import type { Configuration } from './configuration.ts';
import { findPort } from './findPort.ts';
import { readHolder } from './platform/postgres/lockFolder.ts';

/**
 * A configuration whose port is a number that links can be made of: where it says any free one (0), one that is free now.
 */
export async function settlePort(configuration: Configuration): Promise<Configuration> {
  const { AFTERWORD_PORT: port, AFTERWORD_HOST: host } = configuration;
  return port === 0 ? { ...configuration, AFTERWORD_PORT: await findPort(host) } : configuration;
}

/** The same for a command beside a server: the port of the server that has the data folder; undefined when none has. */
export function portOfServer(configuration: Configuration): Configuration | undefined {
  if (configuration.AFTERWORD_PORT !== 0 || configuration.AFTERWORD_URL) return configuration;
  const address = readHolder(configuration.AFTERWORD_DATA)?.address;
  return address === undefined
    ? undefined
    : { ...configuration, AFTERWORD_PORT: Number(new URL(address).port) };
}
