import { expect, test } from 'vitest';
import { findLoggedSecrets, type LoggedSecretsOptions } from '../../src/flow/logged-secrets.ts';
import type { Problem } from '../../src/core/problem.ts';
import { mayLogSecret } from '../../src/flow/may-log-secret.ts';
import { type ParserName, parsers } from '../ecmascript/parsers.ts';
import { createNamePrefilter, lookAt } from '../prefilter/support.ts';

/** A program and the exact texts that are to be marked, in order. */
export type Leak = readonly [title: string, text: string, ...marked: string[]];
export type Clean = readonly [title: string, text: string];

export const find = (text: string, options?: LoggedSecretsOptions, parser: ParserName = 'typescript-eslint') =>
  checkGate(findLoggedSecrets(parsers[parser](text), text, options), text, options);

/** Every case runs over all parsers that can read it; `espree` reads plain JavaScript only. */
export function runCases(leaks: readonly Leak[], clean: readonly Clean[]): void {
  for (const [title, text, ...marked] of leaks) {
    test.each(getParsers(text))(`leak: ${title} (%s)`, (parser) => {
      expect(find(text, undefined, parser).map(({ range }) => text.slice(...range))).toEqual(marked);
    });
  }
  for (const [title, text] of clean) {
    test.each(getParsers(text))(`clean: ${title} (%s)`, (parser) => {
      expect(find(text, undefined, parser).map(({ message, range }) => `${message} ${text.slice(...range)}`)).toEqual([]);
    });
  }
}

const getParsers = (text: string): ParserName[] => {
  try {
    parsers.espree(text);
    return ['typescript-eslint', 'oxc', 'espree'];
  } catch {
    return ['typescript-eslint', 'oxc'];
  }
};

const prefilter = createNamePrefilter();

/** The look at the text alone may never rule out what the analysis finds, nor may that at its bytes. */
function checkGate(problems: Problem[], text: string, options: LoggedSecretsOptions = {}): Problem[] {
  if (problems.length > 0) expect(mayLogSecret(text, options.loggers), `ruled out by its text: ${text}`).toBe(true);
  if (problems.length > 0 && options.loggers === undefined) expect(lookAt(prefilter, 'a.ts', text)?.suspicions.log, `ruled out by its bytes: ${text}`).toBe(true);
  return problems;
}
