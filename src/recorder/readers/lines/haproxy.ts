import type { ReadRecord } from '../../../core/record.ts';
import { levelOfStatus } from './levelOfStatus.ts';

/** `10.2.0.17:41022 [11/Feb/2023:08:14:09.402] www api/api-2 0/0/1/5003/5004 504 217 - - sH-- 9/9/4/2/0 0/0 "GET /orders HTTP/1.1"` */
const HTTP =
  /^(\S+) \[[^\]]+\] (\S+) (\S+?)\/(\S+) ([\d/+-]+) (\d{3}|-1) \+?(\d+) \S+ \S+ (\S{4}) \S+ \S+ (?:\{[^}]*\} )*"(\S+) (\S+)/;
/** Without HTTP: `10.2.0.17:41022 [11/Feb/2023:08:14:09.402] pg pg/db-1 1/0/5004 217 -- 9/9/4/2/0 0/0` */
const TCP = /^(\S+) \[[^\]]+\] (\S+) (\S+?)\/(\S+) ([\d/+-]+) \+?(\d+) (\S{2}) \S+ \S+/;

/** Adds to the record what HAProxy's traffic log says: duration, status, backend and how the session ended. */
export function refineHaproxy(record: ReadRecord, body: string): void {
  const http = HTTP.exec(body);
  const tcp = http === null ? TCP.exec(body) : null;
  const found = http ?? tcp;
  if (found === null) return;
  const [, client, frontend, backend, server, timers] = found;
  const total = Number(timers!.slice(timers!.lastIndexOf('/') + 1));
  if (total >= 0) record.durationUs = total * 1000;
  record.attributes = {
    ...record.attributes,
    client: client!,
    frontend: frontend!,
    backend: backend!,
    server: server!,
  };
  if (http === null) {
    record.attributes.termination = tcp![7]!;
    return;
  }
  const status = Number(http[6]);
  record.level = levelOfStatus(status);
  Object.assign(record.attributes, {
    status,
    bytes: Number(http[7]),
    termination: http[8]!,
    method: http[9]!,
    path: http[10]!,
  });
}
