import type { Replacement } from '../../core/redaction/rule.ts';

/** What a line is part of: nothing, the frame of a private key, or of something public that looks the same inside. */
type Block = 'none' | 'private' | 'public';

/** Where in a frame a text stopped: what it is part of, and how many lines of it came before. */
export interface KeyBlockState {
  block: Block;
  lines: number;
}

/** Outside of any frame. */
export const NO_KEY_BLOCK: KeyBlockState = { block: 'none', lines: 0 };

/** The longest private key there is has about a hundred lines; a frame that is never closed ends there. */
const MAX_LINES = 200;
const FRAME = /-----(BEGIN|END) ([A-Z0-9 ]{1,48})-----/g;
const BODY_RULE = 'private-key-line';

/** Follows the frames of PEM blocks from line to line, so that bodies are judged by their frame. */
export class KeyBlock {
  #block: Block;
  #lines: number;

  constructor({ block, lines }: KeyBlockState) {
    this.#block = block;
    this.#lines = lines;
  }

  get state(): KeyBlockState {
    return this.#block === 'none' ? NO_KEY_BLOCK : { block: this.#block, lines: this.#lines };
  }

  /** Whether lines must be shown to `judge` even when nothing marks them. */
  get isOpen(): boolean {
    return this.#block === 'private';
  }

  /** What of `text` is to be replaced, given what the rules found in it. `tokenFor` names a line of a key. */
  judge(text: string, found: Replacement[], tokenFor: (value: string) => string): Replacement[] {
    const before = this.#block;
    this.#lines += 1;
    if (this.#lines > MAX_LINES) this.#block = 'none';
    const frames = text.includes('-----') ? text.matchAll(FRAME) : [];
    for (const [, side, label] of frames) {
      this.#block = side === 'END' ? 'none' : label!.includes('PRIVATE KEY') ? 'private' : 'public';
      this.#lines = 0;
    }
    if (before === 'public') return found.filter(({ rule }) => rule !== BODY_RULE);
    if (before !== 'private' || this.#lines === 0 || found.length > 0) return found;
    return bodyOf(text, tokenFor);
  }
}

/** A body's last line is shorter than a rule could know: in an open frame the longest run of base64 goes. */
function bodyOf(text: string, tokenFor: (value: string) => string): Replacement[] {
  const match = /(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{4,100}={0,2}(?=\s*(?:\\[nr]|["'])*\s*$)/.exec(text);
  if (!match) return [];
  const [body] = match;
  return [
    {
      rule: BODY_RULE,
      kind: 'private-key',
      token: tokenFor(body),
      start: match.index,
      end: match.index + body.length,
    },
  ];
}
