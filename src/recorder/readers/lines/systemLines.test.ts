import { expect, test } from 'vitest';
import { type LineExample, readLine } from '../../../../test/harness/readLine.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

const LINES: readonly LineExample[] = [
  // syslog
  [
    "<34>Oct 11 22:14:15 mymachine su[231]: 'su root' failed",
    'syslog',
    {
      at: '2023-10-11T22:14:15.000000',
      host: 'mymachine',
      service: 'su',
      level: 'fatal',
      body: "'su root' failed",
      attributes: { pid: 231, facility: 'auth' },
    },
  ],
  [
    'Feb 11 08:14:09 web-3 sshd(pam_unix)[1187]: authentication failure; logname= uid=0',
    'syslog',
    {
      host: 'web-3',
      service: 'sshd(pam_unix)',
      body: 'authentication failure; logname= uid=0',
      attributes: { pid: 1187 },
    },
  ],
  [
    'Jun  1 20:37:09 mac-7 com.apple.xpc.launchd[1] (com.apple.x.379): Path not allowed',
    'syslog',
    { service: 'com.apple.xpc.launchd' },
  ],
  [
    'Jun  1 20:37:09 mac-7 Microsoft Word[14463]: no licence',
    'syslog',
    { service: 'Microsoft Word', body: 'no licence' },
  ],
  ['Jun  1 20:37:09 web-3 syslogd 1.4.1: restart.', 'syslog', { service: 'syslogd', body: 'restart.' }],
  [
    'Jun  1 20:37:09 web-3 last message repeated 2 times',
    'syslog',
    { host: 'web-3', body: 'last message repeated 2 times' },
  ],
  [
    '2023-02-11T08:14:09.402948+01:00 web-3 systemd[1]: nginx.service: Failed',
    'syslog',
    { at: '2023-02-11T07:14:09.402948', host: 'web-3', service: 'systemd', body: 'nginx.service: Failed' },
  ],
  [
    'Feb 11 08:14:09 lb haproxy[14]: 10.2.0.17:41022 [11/Feb/2023:08:14:09.402] www api/api-2 0/0/1/5003/5004 504 217 - - sH-- 9/9/4/2/0 0/0 "GET /orders HTTP/1.1"',
    'syslog',
    { service: 'haproxy', level: 'error', durationUs: 5_004_000 },
  ],
  [
    `<165>1 2003-10-11T22:14:15.003Z web-3 orders 1187 ID47 [origin@32473 ip="10.2.0.3" trace_id="${TRACE}" q="a\\"b"] order refused`,
    'syslog-5424',
    {
      at: '2003-10-11T22:14:15.003000',
      host: 'web-3',
      service: 'orders',
      level: 'info',
      traceId: TRACE,
      body: 'order refused',
      attributes: { pid: 1187, message_id: 'ID47', ip: '10.2.0.3', q: 'a"b', facility: 'local4' },
    },
  ],
  [
    '117 <165>1 2003-10-11T22:14:15.003Z web-3 orders - - - order refused',
    'syslog-5424',
    { body: 'order refused' },
  ],
  // access
  [
    '10.2.0.17 - frank [11/Feb/2023:08:14:09 +0100] "GET /orders?page=2 HTTP/1.1" 503 217',
    'access',
    {
      at: '2023-02-11T07:14:09.000000',
      level: 'error',
      body: 'GET /orders?page=2 HTTP/1.1 503',
      attributes: {
        client: '10.2.0.17',
        user: 'frank',
        method: 'GET',
        path: '/orders?page=2',
        status: 503,
        bytes: 217,
      },
    },
  ],
  [
    'shop.example:443 10.2.0.17 - - [11/Feb/2023:08:14:09 +0000] "POST /orders HTTP/2.0" 201 17 "https://shop.example/" "curl \\"x\\"" rt=5.003',
    'access',
    { level: 'info', durationUs: 5_003_000 },
  ],
  ['10.2.0.17 - - [11/Feb/2023:08:14:09 +0000] "\\x16\\x03" 400 0 "-" "-"', 'access', { level: 'warn' }],
  [
    '10.2.0.17 - - [11/Feb/2023:08:14:09 +0000] "GET / HTTP/1.1" 200 1 "-" "curl" 12402',
    'access',
    { durationUs: 12_402 },
  ],
  // others
  [
    'E0211 08:14:09.402948       1 reflector.go:138] Failed to watch *v1.Node',
    'klog',
    {
      at: '2024-02-11T08:14:09.402948',
      level: 'error',
      body: 'Failed to watch *v1.Node',
      attributes: { thread: '1', caller: 'reflector.go:138' },
    },
  ],
  [
    '2023-02-11 08:14:09 [17] (main) ERROR cannot connect',
    'stamped',
    { level: 'error', body: 'cannot connect', attributes: { pid: '17', thread: 'main' } },
  ],
  [
    '2023-02-11 08:14:09 Error connecting to db',
    'stamped',
    { level: 'error', body: 'Error connecting to db' },
  ],
  [
    'so it was at 2023-02-11 08:14:09 that it began',
    'text',
    { at: '2023-02-11T08:14:09.000000', body: 'so it was at 2023-02-11 08:14:09 that it began' },
  ],
  ['[INFO] hello', 'text', { level: 'info', body: '[INFO] hello' }],
];

test.each(LINES)('%s is read as %s', (line, reader, fields) => {
  expect(readLine(line)).toMatchObject({ reader, ...fields });
});
