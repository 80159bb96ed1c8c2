import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** The port that is wanted if nobody has it, else a free one. It is free now; nothing holds it until somebody listens. */
export async function findPort(host: string, wanted = 0): Promise<number> {
  const server = createServer();
  try {
    await once(server.listen(wanted, host), 'listening');
    return (server.address() as AddressInfo).port;
  } catch (error) {
    if (wanted === 0) throw error;
    return findPort(host);
  } finally {
    server.close();
  }
}
