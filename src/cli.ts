import { readOptions, usage, type Options } from './commands/options.ts';
import { scan } from './commands/scan.ts';
import { startStaged, type GitListing } from './commands/start-git.ts';
import { userErrorName } from './io/errors.ts';
import { say, writeOut } from './io/terminal.ts';
import { version } from './version.ts';

/** Ends the process at once, also where a credential helper of the SDK is still running. */
export const start = (): void => void main(process.argv.slice(2)).catch(describeCrash).then((code) => process.exit(code));

/** The command: arguments in, exit code out. */
async function main(argv: readonly string[]): Promise<number> {
  const root = process.cwd();
  const staged = argv[0] === 'scan' && argv.includes('--staged') ? startStaged(root) : undefined;
  return run(readOptions(argv), root, staged);
}

async function run(options: Options, root: string, staged: GitListing | undefined): Promise<number> {
  switch (options.command) {
    case 'scan':
      if (options.isHistory) return (await import('./commands/history.ts')).scanHistory(options, root);
      return scan(options, root, options.isStaged ? (staged ?? startStaged(root)) : undefined);
    case 'fix':
      return (await import('./commands/fix.ts')).fix(options, root);
    case 'sync':
      return (await import('./commands/sync.ts')).sync(options, root);
    case 'exec':
      return (await import('./commands/exec.ts')).exec(options, root);
    case 'match':
      return (await import('./commands/match.ts')).match(options, root);
    case 'push':
      return (await import('./commands/push.ts')).push(options, root);
    case 'policy':
      return (await import('./commands/policy.ts')).policy(options, root);
    case 'merge':
      return (await import('./commands/merge.ts')).merge(options, root);
    case 'version':
      writeOut(`${version}\n`);
      return 0;
    case 'help':
      writeOut(usage);
      return 0;
  }
}

/** What the user can mend is one line; anything else is a bug and shows where it happened, without the message, which may quote a file. */
function describeCrash(error: unknown): number {
  // by name: a part of the command that is loaded on demand has a class of its own
  if (error instanceof Error && error.name === userErrorName) say(error.message);
  else {
    const stack = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line)) : [];
    say(`internal error (${error instanceof Error ? error.name : typeof error}); please report this with the lines below`);
    for (const line of stack.slice(0, 12)) say(line.trim());
  }
  return 2;
}
