import type { Family } from '../family.ts';
import { wrapsMessage } from '../wrapsMessage.ts';

/** Programs in Go, Rust, Ruby, .NET, Elixir and PHP, as their usual loggers write. */
export const NATIVE_FAMILIES: readonly Family[] = [
  {
    name: 'zap-console',
    layouts: [
      '{time}\t{level}\t{component}\t{caller}.go:{codeLine#}\t{body}',
      '{time}\t{level}\t{caller}.go:{codeLine#}\t{body}',
      '{time}\t{level}\t{body}',
    ],
    examples: [
      '2023-02-11T08:14:09.402Z\tERROR\tcontroller\tcache/reflector.go:81\tfailed to list\t{"error": "timeout"}',
      '2023-02-11T08:14:09.402Z\tINFO\tcache/reflector.go:81\tlisted',
      '2023-02-11T08:14:09.402Z\tINFO\tstarting server',
    ],
    continues: wrapsMessage,
  },
  {
    name: 'hclog',
    layouts: ['{time} [{level}] {component}: {body}'],
    examples: [
      '2023-02-11T08:14:09.402Z [WARN]  agent.server.raft: heartbeat timeout reached, starting election',
    ],
    continues: wrapsMessage,
  },
  {
    name: 'go-log',
    layouts: ['{time} {caller}.go:{codeLine#}: {body}'],
    examples: ['2023/02/11 08:14:09.402948 server.go:81: listening on :8080'],
    continues: wrapsMessage,
  },
  {
    name: 'rust',
    layouts: ['[{time} {level} {component}] {body}', '{time} {level} {component}: {body}'],
    examples: [
      '[2023-02-11T08:14:09Z WARN  billing::ledger] retrying after 250 ms',
      '2023-02-11T08:14:09.402948Z  WARN billing::ledger: retrying after 250 ms',
    ],
    continues: wrapsMessage,
  },
  {
    name: 'ruby',
    layouts: ['{letter}, [{time} #{pid#}] {level} -- {component~}: {body}'],
    examples: ['W, [2023-02-11T08:14:09.402948 #17]  WARN -- : retrying after 250 ms'],
    finish(_record, attributes) {
      delete attributes.letter;
    },
    continues: wrapsMessage,
  },
  {
    name: 'dotnet',
    layouts: ['{time}|{level}|{component}|{body}', '[{time} {level}] {body}'],
    examples: [
      '2023-02-11 08:14:09.4029|WARN|Billing.Ledger|retrying after 250 ms',
      '[08:14:09 ERR] cannot connect',
    ],
    continues: wrapsMessage,
  },
  {
    name: 'monolog',
    layouts: ['[{time}] {component}.{level}: {body}'],
    examples: ['[2023-02-11T08:14:09.402948+00:00] billing.ERROR: cannot connect {"host":"db-1"} []'],
    continues: wrapsMessage,
  },
  {
    name: 'php',
    layouts: ['[{time}] PHP {level}: {body}', '[{time}] {level}: {body}'],
    examples: [
      '[11-Feb-2023 08:14:09 UTC] PHP Warning:  Undefined variable $total in /srv/app/cart.php on line 81',
      '[11-Feb-2023 08:14:09] NOTICE: fpm is running, pid 1',
    ],
    looks: /^\[\d\d-[A-Z]/,
    continues: wrapsMessage,
  },
];
