import { runChecker, type Check } from '../../support/checker.ts';

export const check = (folder: string): Check => runChecker('cfn-lint', ['--non-zero-exit-code', 'error', 'stack.yaml'], folder);
