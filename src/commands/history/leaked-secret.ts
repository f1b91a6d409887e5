import type { Problem } from '../../core/problem.ts';
import type { Secret } from '../../core/secret.ts';

/** Of the past only secrets are reported: what else was wrong then can be mended by nobody. */
export const isLeakedSecret = (problem: Problem): problem is Problem & { readonly secret: Secret } => problem.secret !== undefined && (problem.ruleId === 'no-hardcoded-secrets' || problem.ruleId === 'no-plaintext-dotenv');
