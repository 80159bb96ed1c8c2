/** What the exit code says. */
export const EXIT = {
  done: 0,
  /** The command found what it exists to report. */
  findings: 1,
  /** The command line, or the configuration in the environment, is wrong. */
  usage: 2,
  /** An input that was asked for cannot be read, or an output cannot be written. */
  unreadable: 3,
  /** The server understood and said no. */
  refused: 4,
  /** The server cannot be reached, or cannot answer at the moment: the same may work later. */
  unavailable: 5,
} as const;

/** Ends the command with a message for people and an exit code. */
export class CommandFailed extends Error {
  readonly exitCode: number;
  constructor(message: string, exitCode: number = EXIT.unreadable) {
    super(message);
    this.exitCode = exitCode;
  }
}
