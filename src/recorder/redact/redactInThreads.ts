import { createPrefilter } from '../../core/redaction/prefilter.ts';
import { createRedactor } from '../../core/redaction/redactor.ts';
import { RULES } from '../../core/redaction/rules/index.ts';
import { LineBlocks } from './lineBlocks.ts';
import { type Block, freshBlock, type RedactedBlock, redactBlock } from './redactBlock.ts';
import { RedactionThreads } from './redactionThreads.ts';
import { LineRedaction } from './redactLines.ts';
import type { OnReplacement, PlacedReplacement } from './splicer.ts';
import { tokenKey } from './tokenKey.ts';

export interface RedactInThreadsOptions {
  /** Of the tokens. */
  key: Uint8Array;
  onReplacement?: OnReplacement | undefined;
}

/** Blocks for each processor that are held until those before them are done. */
const MOST_PENDING = 8;

interface Pending {
  bytes: Uint8Array;
  redacted: RedactedBlock | Promise<RedactedBlock>;
}

/**
 * Redacts as `redactLines` does, with all rules, on all processors: threads take blocks of lines, and what they have no
 * room for, or are not awake for yet, is done here. The blocks come in order. Memory is bounded by a few of them: from
 * the first line on that is too long for one, all is done here. Throws what a thread dies of.
 */
export async function* redactInThreads(
  chunks: AsyncIterable<Uint8Array>,
  { key, onReplacement }: RedactInThreadsOptions,
): AsyncGenerator<Uint8Array> {
  const keepsReplacements = onReplacement !== undefined;
  const threads = new RedactionThreads({ key, keepsReplacements });
  const redactor = createRedactor({ tokenOf: tokenKey(key) });
  const prefilter = createPrefilter(RULES);
  let after = freshBlock(new Uint8Array()).before;
  let lines = 0;

  const tell = (found: PlacedReplacement) => onReplacement?.({ ...found, line: found.line + lines });

  /** The block was redacted as if no key were open before it: the rare one that is gets done again. */
  async function finish({ bytes, redacted }: Pending): Promise<Uint8Array> {
    const early = await redacted;
    const block = after.block === 'none' ? early : redactHere({ bytes, before: after });
    block.replacements.forEach(tell);
    after = block.after;
    lines += block.lines;
    return block.bytes;
  }

  function redactHere(block: Block): RedactedBlock {
    return redactBlock(block, { redactor, prefilter, keepsReplacements });
  }

  async function* redactRest(rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const told = onReplacement && { onReplacement: tell };
    const here = new LineRedaction({ redactor, prefilter, ...told }, after);
    for await (const chunk of rest) yield here.add(chunk);
    yield here.end();
  }

  try {
    const blocks = new LineBlocks(chunks);
    const pending: Pending[] = [];
    for (let bytes = await blocks.next(); bytes !== undefined; bytes = await blocks.next()) {
      const block = freshBlock(bytes);
      const redacted = threads.hasRoom ? threads.redact(block) : redactHere(block);
      pending.push({ bytes, redacted });
      while (pending.length > MOST_PENDING * (threads.size + 1)) yield await finish(pending.shift()!);
    }
    for (const block of pending) yield await finish(block);
    yield* redactRest(blocks.rest());
  } finally {
    await threads.stop();
  }
}
