import type { Family } from '../family.ts';
import { wrapsMessage } from '../wrapsMessage.ts';

/** Python's logging in the shapes that its frameworks give it. */
export const PYTHON_FAMILIES: readonly Family[] = [
  {
    name: 'python',
    layouts: [
      '{time} - {component} - {level} - {body}',
      '{time} - {level} - {component} - {body}',
      '{time} - {level} - {body}',
      '{time} | {level} | {component} - {body}',
      '[{time}] [{pid#}] [{level}] {body}',
      '[{time}: {level}/{component}] {body}',
      '[{time}] {{component}:{codeLine#}} {level} - {body}',
      '[{time}] {level} in {component}: {body}',
      '{level}:{component}:{body}',
    ],
    examples: [
      '2023-02-11 08:14:09,402 - billing.ledger - WARNING - retrying after 250 ms',
      '2023-02-11 08:14:09,402 - ERROR - billing.ledger - cannot connect',
      '2023-02-11 08:14:09,402 - INFO - started',
      '2023-02-11 08:14:09.402 | INFO     | billing.ledger:post:81 - booked',
      '[2023-02-11 08:14:09 +0000] [17] [INFO] Booting worker with pid: 17',
      '[2023-02-11 08:14:09,402: ERROR/ForkPoolWorker-2] Task billing.tasks.post raised unexpected: KeyError()',
      '[2023-02-11T08:14:09.402+0000] {taskinstance.py:1103} INFO - Dependencies all met',
      '[2023-02-11 08:14:09,402] ERROR in app: Exception on /orders [GET]',
      'WARNING:billing.ledger:retrying after 250 ms',
    ],
    continues: wrapsMessage,
  },
];
