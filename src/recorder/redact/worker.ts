/** One redacting thread: answers each block with the redacted one. */
import { parentPort, workerData } from 'node:worker_threads';
import { createPrefilter } from '../../core/redaction/prefilter.ts';
import { createRedactor } from '../../core/redaction/redactor.ts';
import { RULES } from '../../core/redaction/rules/index.ts';
import { type Block, redactBlock } from './redactBlock.ts';
import type { RedactionSetup } from './redactionThreads.ts';
import { tokenKey } from './tokenKey.ts';

const { key, keepsReplacements } = workerData as RedactionSetup;
const options = {
  redactor: createRedactor({ tokenOf: tokenKey(key) }),
  prefilter: createPrefilter(RULES),
  keepsReplacements,
};

parentPort!.on('message', (block: Block) => {
  const redacted = redactBlock(block, options);
  parentPort!.postMessage(redacted, [redacted.bytes.buffer as ArrayBuffer]);
});
