import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

/** Headers that keep a browser from harm, as helmet sets them; made once, because they depend on nothing of a request. */
export const SAFE_HEADERS: Readonly<Record<string, string>> = readHelmet();

function readHelmet(): Record<string, string> {
  const headers: Record<string, string> = {};
  const answer = {
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value;
    },
    removeHeader: () => undefined,
  };
  helmet()({} as IncomingMessage, answer as unknown as ServerResponse, () => undefined);
  return headers;
}
