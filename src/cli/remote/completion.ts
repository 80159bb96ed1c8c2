import type { Command } from 'commander';
import { commandFieldsOf } from '../../contract/commandFields.ts';
import { commandWord, featureWord } from '../../contract/commandWord.ts';
import { listOperations } from '../../contract/listOperations.ts';
import { EXIT } from '../exit.ts';
import type { World } from '../world.ts';

export type Shell = 'bash' | 'zsh' | 'fish';

/** What may follow what: `''` → commands, `services` → what it can be asked, `services list` → options. */
type Following = ReadonlyMap<string, readonly string[]>;

/** `afterword completion SHELL`: a script that knows all commands, those of the contract too, and starts nothing. */
export function completion(world: World, program: Command, shell: Shell): number {
  world.stdout.write(SCRIPTS[shell](whatFollows(program)));
  return EXIT.done;
}

function whatFollows(program: Command): Following {
  const following = new Map<string, string[]>();
  const add = (after: string, words: readonly string[]) =>
    following.set(after, [...new Set([...(following.get(after) ?? []), ...words])]);
  for (const command of program.commands) {
    add('', [command.name()]);
    add(command.name(), [
      ...command.commands.map(child => child.name()),
      ...command.options.flatMap(({ long, hidden }) => (long && !hidden ? [long] : [])),
    ]);
  }
  for (const operation of listOperations()) {
    const feature = featureWord(operation);
    const flags = commandFieldsOf(operation).filter(({ isPositional }) => !isPositional);
    add('', [feature]);
    add(feature, [commandWord(operation)]);
    add(`${feature} ${commandWord(operation)}`, [
      ...flags.map(({ flag }) => `--${flag}`),
      '--json',
      '--input',
    ]);
  }
  return following;
}

const bash = (following: Following): string => `# afterword: completion for bash
_afterword() {
  local words
  case "$((COMP_CWORD > 1)):\${COMP_WORDS[1]}:$((COMP_CWORD > 2)):\${COMP_WORDS[2]}" in
${Array.from(following, ([after, words]) => `    ${patternOf(after)}) words="${words.join(' ')}" ;;`)
  .reverse()
  .join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _afterword afterword
`;

/** Matches how many words stand before the one that is written, and which. */
function patternOf(after: string): string {
  const [first, second] = after.split(' ');
  if (!first) return '0:*';
  return second ? `1:${first}:1:${second}` : `1:${first}:0:*`;
}

const zsh = (following: Following): string =>
  `#compdef afterword\nautoload -Uz bashcompinit && bashcompinit\n${bash(following)}`;

const fish = (following: Following): string =>
  `${Array.from(following, ([after, words]) => {
    const [first, second] = after.split(' ');
    const condition = !first
      ? '__fish_use_subcommand'
      : `__fish_seen_subcommand_from ${first}${second ? `; and __fish_seen_subcommand_from ${second}` : ''}`;
    return `complete -c afterword -n '${condition}' -a '${words.join(' ')}'`;
  }).join('\n')}\n`;

const SCRIPTS: Record<Shell, (following: Following) => string> = { bash, zsh, fish };
