import { UserError } from '../io/errors.ts';
import type { Options } from './options.ts';
/** placeholder until its slice lands */
export async function exec(options: Options, root: string): Promise<number> {
  void options; void root;
  await Promise.resolve();
  throw new UserError('exec is not there yet');
}
