import type { Level } from '../../../../core/record.ts';
import type { Family } from '../family.ts';
import { LEVEL_LETTERS, POSTGRES_LEVELS } from '../levelWord.ts';
import { wrapsMessage } from '../wrapsMessage.ts';

/** Redis marks its lines: `.` debug, `-` verbose, `*` notice, `#` warning. */
const REDIS_LEVELS: Readonly<Record<string, Level>> = {
  '.': 'debug',
  '-': 'debug',
  '*': 'info',
  '#': 'warn',
};

/** Databases, caches, queues and key-value stores. */
export const STORE_FAMILIES: readonly Family[] = [
  {
    name: 'postgresql',
    layouts: [
      '{time} [{pid#}]: [{session~}] {client~} {level}: {body}',
      '{time} [{pid#}] {client~}@{database} {level}: {body}',
      '{time} [{pid#}] {level}: {body}',
      '{time} [{pid#}]: {client~} {level}: {body}',
      '{time}:{client~}:[{pid#}]:{level}: {body}',
    ],
    examples: [
      '2023-02-11 08:14:09 UTC [1187]: [3-1] user=app,db=orders,app=[unknown],client=10.2.0.17 ERROR:  deadlock detected',
      '2023-02-11 08:14:09.402 UTC [1187] app@orders FATAL:  too many connections for role "app"',
      '2023-02-11 08:14:09.402 UTC [1] LOG:  database system is ready to accept connections',
      '2023-02-11 08:14:09 UTC [1187]: db=orders LOG:  duration: 5012.081 ms',
      '2023-02-11 08:14:09 UTC:10.2.0.17(41022):app@orders:[1187]:ERROR:  canceling statement due to statement timeout',
    ],
    levels: POSTGRES_LEVELS,
    service: 'postgresql',
    finish(record) {
      const duration = /^duration: (\d+(?:\.\d+)?) ms/.exec(record.body);
      if (duration !== null) record.durationUs = Math.round(Number(duration[1]) * 1000);
    },
    continues: wrapsMessage,
  },
  {
    name: 'mysql',
    layouts: [
      '{time} {thread#} [{level}] [{code}] [{component~}] {body}',
      '{time} {thread#} [{level}] {body}',
    ],
    examples: [
      '2023-02-11T08:14:09.402948Z 12 [Warning] [MY-010055] [Server] IP address could not be resolved',
      '2023-02-11  8:14:09 0 [Note] InnoDB: Buffer pool(s) load completed',
    ],
    service: 'mysql',
  },
  {
    name: 'redis',
    layouts: ['{pid#}:{role} {time} {mark} {body}', '[{pid#}] {time} {mark} {body}'],
    examples: [
      '1:M 11 Feb 2023 08:14:09.402 # WARNING: The TCP backlog setting of 511 cannot be enforced',
      '[1187] 11 Feb 08:14:09.402 * DB saved on disk',
    ],
    service: 'redis',
    finish(record, attributes) {
      record.level = REDIS_LEVELS[String(attributes.mark)];
      delete attributes.mark;
    },
  },
  {
    name: 'mongodb',
    layouts: ['{time} {level} {component} [{thread~}] {body}'],
    examples: [
      '2019-02-11T08:14:09.402+0000 I NETWORK  [conn17] end connection 10.2.0.17:41022 (3 connections now open)',
    ],
    levels: LEVEL_LETTERS,
    service: 'mongodb',
    finish(record) {
      const duration = / (\d+)ms$/.exec(record.body);
      if (duration !== null) record.durationUs = Number(duration[1]) * 1000;
    },
  },
  {
    name: 'rabbitmq',
    layouts: ['{time} [{level}] <{process}> {body}'],
    examples: [
      '2023-02-11 08:14:09.402948+00:00 [warning] <0.1187.0> closing AMQP connection <0.1187.0> (10.2.0.17:41022 -> 10.2.0.3:5672)',
    ],
    service: 'rabbitmq',
    continues: wrapsMessage,
  },
  {
    name: 'etcd',
    layouts: ['{time} {level} | {component}: {body}'],
    examples: [
      '2020-02-11 08:14:09.402948 W | etcdserver: read-only range request took too long (1.20s) to execute',
    ],
    levels: LEVEL_LETTERS,
    service: 'etcd',
  },
];
