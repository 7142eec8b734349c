/* The command line: `npm run -s broadsheet -- COMMAND`. Reads the words, runs one command, leaves by its exit code. */

import { readCommand, UsageError, usage } from './cli/arguments.ts';
import { createOutput, type Output } from './cli/output.ts';
import { ReaderError } from '../shared/errors.ts';

// Ending by exitCode, never by process.exit, lets a pipe take all of what was written.
process.exitCode = await main(process.argv.slice(2));

async function main(words: readonly string[]): Promise<number> {
  const output = createOutput();
  try {
    return await run(words, output);
  } catch (error) {
    if (error instanceof UsageError) output.problem(`${error.message}\n\n${usage}`);
    else output.problem(error instanceof ReaderError ? error.message : `Broadsheet failed: ${wordFault(error)}`);
    return error instanceof UsageError ? 2 : 1;
  }
}

/** Each command is loaded when it is asked for, so that a short one starts fast. */
async function run(words: readonly string[], output: Output): Promise<number> {
  const command = readCommand(words);
  switch (command.name) {
    case 'help':
      await output.line(usage);
      return 0;
    case 'parse':
      return (await import('./cli/parse.ts')).parseCommand(command, output);
    case 'import':
      return (await import('./cli/import.ts')).importCommand(command, output);
    case 'list':
      return (await import('./cli/list.ts')).listCommand(command, output);
    case 'check':
      return (await import('./cli/check.ts')).checkCommand(command, output);
    case 'serve':
      return (await import('./cli/serve.ts')).serveCommand(command, output);
    case 'backup':
      return (await import('./cli/backup.ts')).backupCommand(command, output);
    case 'restore':
      return (await import('./cli/restore.ts')).restoreCommand(command, output);
  }
}

function wordFault(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
