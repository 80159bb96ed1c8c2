import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server at a port of its own whose answers are another's, byte for byte, without one of its headers. */
export async function forward(
  to: string,
  withoutHeader: string,
): Promise<{ address: string; close(): void }> {
  const { host } = new URL(to);
  const server = createServer((asked, answer) => {
    const passed = request(to + asked.url, { method: asked.method, headers: { ...asked.headers, host } });
    passed.on('response', response => {
      const headers = { ...response.headers, [withoutHeader]: undefined };
      answer.writeHead(
        response.statusCode ?? 502,
        Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)),
      );
      response.pipe(answer);
    });
    passed.on('error', () => answer.destroy());
    answer.on('close', () => passed.destroy());
    asked.pipe(passed);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
