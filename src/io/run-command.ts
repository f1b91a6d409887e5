import { spawn, type ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import { getErrorCode } from './errors.ts';
import { say } from './terminal.ts';

/**
 * Runs a command without a shell, on the terminal of this process. Gives its exit code, or 128 and the number of the signal
 * that ended it; 127 where there is no such command and 126 where it cannot be run, as shells do (POSIX, 2.8.2).
 */
export async function run(command: string, args: readonly string[], environment: Readonly<Record<string, string | undefined>>): Promise<number> {
  const child = start(command, args, environment);
  if (typeof child === 'number') return child;
  const stopForwarding = forwardSignals(child);
  try {
    return await waitFor(child, command);
  } finally {
    stopForwarding();
  }
}

function start(command: string, args: readonly string[], environment: Readonly<Record<string, string | undefined>>): ChildProcess | number {
  try {
    return spawn(command, args, { stdio: 'inherit', env: { ...environment } });
  } catch (error) {
    // such as a NUL character in an argument
    return describeFailure(command, error);
  }
}

const waitFor = (child: ChildProcess, command: string): Promise<number> =>
  new Promise((resolve) => {
    child.on('error', (error) => {
      // a signal that could not be sent is an error too
      if (child.pid === undefined) resolve(describeFailure(command, error));
    });
    child.on('exit', (code, signal) => {
      resolve(signal === null ? (code ?? 1) : 128 + constants.signals[signal]);
    });
  });

function describeFailure(command: string, error: unknown): number {
  const code = getErrorCode(error);
  say(`cannot run ${command}: ${code === 'ENOENT' ? 'no such command' : (code ?? 'unknown error')}`);
  return code === 'ENOENT' ? 127 : 126;
}

/** A supervisor signals this process only. */
function forwardSignals(child: ChildProcess): () => void {
  const handlers = (['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map((signal) => {
    const handler = (): void => {
      // the terminal has sent Ctrl-C to the command already; twice means "at once" to many programs
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    process.on(signal, handler);
    return { signal, handler };
  });
  return () => {
    for (const { signal, handler } of handlers) process.off(signal, handler);
  };
}
