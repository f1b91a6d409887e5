import { fstatSync, statSync, writeSync, type Stats } from 'node:fs';
import { isatty } from 'node:tty';
import { dropControlsInLines } from '../core/controls.ts';
import { getErrorCode } from './errors.ts';

/** One line on stderr. Escape sequences of file names must not reach a terminal. */
export function say(line: string): void {
   
  writeAll(2, `paramguard: ${line.replace(/[\u0000-\u001F\u007F-\u009F]/gu, '?')}\n`);
}

export const writeOut = (text: string): void => {
  writeAll(1, text);
};

/** A text without colours that shows names or lines of files. */
export const writePlain = (text: string): void => {
  writeAll(1, dropControlsInLines(text));
};

/** https://no-color.org and https://force-color.org */
export const hasColor = (): boolean => {
  if ((process.env['NO_COLOR'] ?? '') !== '') return false;
  if ((process.env['FORCE_COLOR'] ?? '') !== '' && process.env['FORCE_COLOR'] !== '0') return true;
  return process.env['TERM'] !== 'dumb' && isTerminal(1);
};

/** Whether a person reads what stands on stderr, as it comes. */
export const isWatched = (): boolean => process.env['TERM'] !== 'dumb' && isTerminal(2) && ['', 'false', '0'].includes(process.env['CI'] ?? '');

/** Not `process.stdout`, whose stream takes a millisecond to make; what asks for terminals loads as much, and is only asked of devices. */
function isTerminal(descriptor: number): boolean {
  const { rdev, isDevice } = getDevice(() => fstatSync(descriptor));
  return isDevice && rdev !== getDevice(() => statSync('/dev/null')).rdev && isatty(descriptor);
}

function getDevice(ask: () => Stats): { readonly rdev: number; readonly isDevice: boolean } {
  try {
    const stat = ask();
    return { rdev: stat.rdev, isDevice: stat.isCharacterDevice() };
  } catch {
    return { rdev: -1, isDevice: false };
  }
}

/** One line on the terminal in the place of the one before; empty takes it away. */
export function showStatus(line: string): void {
  // carriage return and "erase in line" (ECMA-48, 8.3.41)
  writeAll(2, `\r\u001B[2K${line.slice(0, (process.stderr.columns || 80) - 1)}`);
}

/** Written before the process ends, also into a pipe; a reader that went away is no failure. */
function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let offset = 0; offset < bytes.length; ) {
    try {
      offset += writeSync(descriptor, bytes, offset);
    } catch (error) {
      const code = getErrorCode(error);
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
      // a full pipe of a slow reader
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
