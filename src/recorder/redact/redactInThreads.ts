import { createPrefilter } from '../../core/redaction/prefilter.ts';
import { createRedactor } from '../../core/redaction/redactor.ts';
import { RULES } from '../../core/redaction/rules/index.ts';
import { LineBlocks } from './lineBlocks.ts';
import { freshBlock, type RedactedBlock } from './redactBlock.ts';
import { RedactionThreads } from './redactionThreads.ts';
import { LineRedaction } from './redactLines.ts';
import type { OnReplacement, PlacedReplacement } from './splicer.ts';
import { tokenKey } from './tokenKey.ts';

export interface RedactInThreadsOptions {
  /** Of the tokens. */
  key: Uint8Array;
  onReplacement?: OnReplacement | undefined;
}

/** Blocks for each thread that are read ahead. */
const AHEAD = 2;

interface Pending {
  bytes: Uint8Array;
  redacted: Promise<RedactedBlock>;
}

/**
 * Redacts as `redactLines` does, with all rules, by threads that take blocks of lines in turn; what they give comes in
 * order. Memory is bounded by a few blocks: from the first line on that is too long for one, all is done here. Throws
 * what a thread dies of.
 */
export async function* redactInThreads(
  chunks: AsyncIterable<Uint8Array>,
  { key, onReplacement }: RedactInThreadsOptions,
): AsyncGenerator<Uint8Array> {
  const threads = new RedactionThreads({ key, keepsReplacements: onReplacement !== undefined });
  let after = freshBlock(new Uint8Array()).before;
  let lines = 0;

  const tell = (found: PlacedReplacement) => onReplacement?.({ ...found, line: found.line + lines });

  /** The block was redacted as if no key were open before it: the rare one that is gets done again. */
  async function finish({ bytes, redacted }: Pending): Promise<Uint8Array> {
    const early = await redacted;
    const block = after.block === 'none' ? early : await threads.redact({ bytes, before: after });
    block.replacements.forEach(tell);
    after = block.after;
    lines += block.lines;
    return block.bytes;
  }

  async function* redactHere(rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const redactor = createRedactor({ tokenOf: tokenKey(key) });
    const prefilter = createPrefilter(RULES);
    const told = onReplacement && { onReplacement: tell };
    const here = new LineRedaction({ redactor, prefilter, ...told }, after);
    for await (const chunk of rest) yield here.add(chunk);
    yield here.end();
  }

  try {
    const blocks = new LineBlocks(chunks);
    const pending: Pending[] = [];
    for (let bytes = await blocks.next(); bytes !== undefined; bytes = await blocks.next()) {
      const redacted = threads.redact(freshBlock(bytes));
      // whoever awaits it later hears of its failure; until then it must not end the process
      redacted.catch(() => {});
      pending.push({ bytes, redacted });
      if (pending.length > threads.size * AHEAD) yield await finish(pending.shift()!);
    }
    for (const block of pending) yield await finish(block);
    yield* redactHere(blocks.rest());
  } finally {
    await threads.stop();
  }
}
