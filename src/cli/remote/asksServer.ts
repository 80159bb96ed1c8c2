import type { Command } from 'commander';

/**
 * Whether a command line may name an operation of the contract, which is loaded only then: its first word is no command
 * of this machine's, or is one that has commands below it and the second word is none of those.
 */
export function asksServer(program: Command, [first, second]: readonly string[]): boolean {
  if (first === undefined || first.startsWith('-') || first === 'help') return false;
  const own = program.commands.find(command => command.name() === first);
  if (!own) return true;
  return own.commands.length > 0 && !own.commands.some(command => command.name() === second);
}
