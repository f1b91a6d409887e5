import { mayHoldPolicy as mayHoldStatement } from '../iam/policy.ts';

/** Whether a program may hold a grant; cheap, for skipping the parser. */
export const mayHoldPolicy = (text: string): boolean =>
  mayHoldStatement(text) || (text.includes('PolicyStatement') && /addAllResources|notResources/u.test(text));
