import { mayHoldPolicy as mayHoldStatement } from '../iam/policy.ts';

/** Whether a program may hold a grant; cheap, for skipping the parser. */
export const mayHoldPolicy = (text: string): boolean =>
  text.includes('PolicyStatement') ? mayHoldStatement(text) || /addAllResources|notResources/u.test(text) : mayHoldStatement(text) && mayHoldObject(text);

/** The keys of a statement that is written as an object: its effect, or actions beside resources. */
const mayHoldObject = (text: string): boolean => /\b[eE]ffect\b/u.test(text) || (/\bactions\b/u.test(text) && /\bresources\b/u.test(text));
