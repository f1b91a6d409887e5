import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runChecker, type Check } from '../../support/checker.ts';

/** Prints its arguments' name of a parameter, and fails where another one is asked for. */
const aws = '#!/bin/sh\ncase "$*" in\n"ssm get-parameter --name /prod/"*" --with-decryption --query Parameter.Value --output text") echo "$4" ;;\n*) exit 254 ;;\nesac\n';

/** Read by bash, then run with a stand-in for the AWS CLI. */
export function check(folder: string): Check {
  const syntax = runChecker('bash', ['-n', 'deploy.sh'], folder);
  if (syntax === 'missing' || syntax.code !== 0) return syntax;
  writeFileSync(path.join(folder, 'aws'), aws);
  chmodSync(path.join(folder, 'aws'), 0o755);
  return runChecker('bash', ['-c', 'PATH="$PWD:$PATH" bash deploy.sh'], folder);
}
