import { Argument, type Command } from 'commander';
import type { World } from '../world.ts';

/** Adds the commands about the server that is asked, other than its operations. */
export function addAccountCommands(
  program: Command,
  { world, finish }: { world: World; finish(exitCode: number): void },
): void {
  program
    .command('login')
    .description('keep a server’s address and an API token for the commands that ask it')
    .requiredOption('--server <address>', 'e.g. https://afterword.example.org')
    .requiredOption('--token <token>', 'an API token, or - to read it from standard input')
    .addHelpText(
      'after',
      '\nExample:  afterword login --server https://afterword.example.org --token - < token.txt\n\nAFTERWORD_SERVER and AFTERWORD_TOKEN go over what is kept.',
    )
    .action(async options => finish(await (await import('./login.ts')).login(world, options)));

  program
    .command('logout')
    .description('forget the server and the token')
    .action(async () => finish(await (await import('./login.ts')).logout(world)));

  program
    .command('operations')
    .argument('[feature]', 'only those of one feature')
    .description('list everything that a server can be asked for')
    .option('--json', 'print as JSON')
    .action(async (feature, options) =>
      finish((await import('./operationList.ts')).listCommands(world, feature, options)),
    );

  program
    .command('completion')
    .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish']))
    .description('print a script that completes commands and options in a shell')
    .addHelpText(
      'after',
      '\nExample:  afterword completion bash > ~/.local/share/bash-completion/completions/afterword',
    )
    .action(async shell => finish((await import('./completion.ts')).completion(world, program, shell)));

  program
    .command('mcp')
    .description('offer the server’s operations as tools to an assistant, over standard input and output')
    .option('--server <address>', 'server to ask instead of the usual one')
    .action(async options => finish(await (await import('./serveTools.ts')).serveTools(world, options)));
}
