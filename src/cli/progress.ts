/** A line on the terminal that shows what is being done. Silent where nobody watches. */
export interface Progress {
  /** `total` 0 when it is not known. */
  show(stage: string, done: number, total: number): void;
  /** Clears the line, so that other output can follow. */
  clear(): void;
}

const WIDTH = 28;
const REDRAW_MS = 80;

/** Draws on a terminal; on anything else (a file, a pipe, CI) it stays silent. */
export function terminalProgress(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  const started = performance.now();
  let drawn = 0;
  let last = '';
  const clear = (): void => void stream.write('\r\x1b[2K');
  return {
    show(stage, done, total) {
      const now = performance.now();
      if (stage === last && now - drawn < REDRAW_MS && done < total) return;
      drawn = now;
      last = stage;
      clear();
      stream.write(`${bar(done, total)} ${stage}${amount(done, total)} ${seconds(now - started)}`);
    },
    clear,
  };
}

function bar(done: number, total: number): string {
  if (total === 0) return `[${'·'.repeat(WIDTH)}]`;
  const filled = Math.round((Math.min(done, total) / total) * WIDTH);
  return `[${'█'.repeat(filled)}${'·'.repeat(WIDTH - filled)}]`;
}

const amount = (done: number, total: number): string =>
  total === 0 ? '' : ` ${Math.floor((100 * Math.min(done, total)) / total)} %`;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
