/** Log lines of the usual formats, made anew by each run; `at` moves, ids and figures vary, shapes stay. */

const PAD = (value: number, width: number): string => String(value).padStart(width, '0');
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function hex(random: () => number, length: number): string {
  return Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
}

function clock(date: Date): string {
  return date.toISOString().slice(11, 19);
}

/** Line makers by format. */
export const LOG_LINES: Readonly<Record<string, (date: Date, random: () => number) => string>> = {
  syslog: (date, random) =>
    `${MONTHS[date.getUTCMonth()]} ${String(date.getUTCDate()).padStart(2)} ${clock(date)} web-${Math.floor(random() * 20)} sshd[${Math.floor(random() * 40_000)}]: Failed password for invalid user guest from 10.${Math.floor(random() * 255)}.3.17 port ${Math.floor(random() * 60_000)} ssh2`,
  ndjson: (date, random) =>
    JSON.stringify({
      level: 'info',
      ts: date.toISOString(),
      logger: 'orders.checkout',
      caller: 'checkout/handler.go:118',
      msg: 'order accepted and handed to the warehouse',
      service: 'orders',
      trace_id: hex(random, 32),
      span_id: hex(random, 16),
      order: Math.floor(random() * 1e9),
      items: Math.floor(random() * 12),
      region: 'eu-central-1',
      elapsed_ms: Math.floor(random() * 1000),
    }),
  access: (date, random) =>
    `10.2.${Math.floor(random() * 255)}.17 - - [${PAD(date.getUTCDate(), 2)}/${MONTHS[date.getUTCMonth()]}/${date.getUTCFullYear()}:${clock(date)} +0000] "GET /orders/${Math.floor(random() * 1e6)} HTTP/1.1" ${random() < 0.1 ? 503 : 200} ${Math.floor(random() * 9000)} "https://shop.example/" "Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/110.0"`,
  logfmt: (date, random) =>
    `time=${date.toISOString()} level=info msg="order accepted" service=orders trace_id=${hex(random, 32)} order=${Math.floor(random() * 1e9)} elapsed=${Math.floor(random() * 1000)}ms`,
  java: (date, random) =>
    `${date.toISOString().slice(0, 23).replace('T', ' ').replace('.', ',')} [pool-2-thread-${Math.floor(random() * 8)}] INFO  com.example.orders.Checkout - order ${Math.floor(random() * 1e9)} accepted`,
  'docker-json': (date, random) =>
    JSON.stringify({
      log: `${clock(date)}.402 INFO  o.e.OrderServiceImpl#81 TraceID: ${hex(random, 32)} SpanID: ${hex(random, 16)} [create][order: ${Math.floor(random() * 1e6)}]\n`,
      stream: 'stdout',
      time: date.toISOString(),
    }),
  cri: (date, random) =>
    `${date.toISOString().slice(0, 23)}948481Z stdout F E0211 ${clock(date)}.402948       1 reflector.go:138] Failed to watch order ${Math.floor(random() * 1e6)}`,
};
