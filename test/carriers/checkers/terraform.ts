import { isInstalled, runChecker, type Check } from '../../support/checker.ts';

/** `terraform fmt` also reads the syntax; its provider's schema would have to be fetched for more. */
export function check(folder: string): Check {
  const format = isInstalled('terraform') ? runChecker('terraform', ['fmt', '-check', '-diff', 'main.tf'], folder) : undefined;
  return format !== undefined && format !== 'missing' && format.code !== 0 ? format : runChecker('hcl2tojson', ['main.tf'], folder);
}
