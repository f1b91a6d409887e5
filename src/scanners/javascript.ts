import type { Detect } from '../core/detect.ts';
import { formats } from '../core/formats.ts';
import { isTypesPath } from '../core/paths.ts';
import type { Asked, Scanner } from '../core/scanner.ts';
import { mayHoldSecret } from '../ecmascript/may-hold-secret.ts';
import { mayHoldPolicy } from '../ecmascript/may-hold-policy.ts';
import { mayLogSecret } from '../flow/may-log-secret.ts';
import { mayRefer } from '../references/may-refer.ts';
import { findTextSecrets } from './text.ts';

/** JavaScript and TypeScript: the same analyses as the ESLint rules, over a parser made for speed. */
export const javascript: Scanner = {
  id: 'javascript',
  handles: formats.javascript,
  async scan(file, detect, { loggers, asked } = { loggers: [] }) {
    if (isTypesPath(file.path)) return { problems: findTextSecrets(file, detect), unread: [] };
    const suspicions = asked ?? readSuspicions(file.text, detect, loggers);
    if (!Object.values(suspicions).includes(true)) return { problems: [], unread: [] };
    const { analyze } = await import('./javascript/analyze.ts');
    return analyze(file, { detect, suspicions, loggers });
  },
};

/** What a look at the text alone cannot rule out; most programs are not even parsed. */
const readSuspicions = (text: string, detect: Detect, loggers: readonly string[]): Asked => ({
  secret: mayHoldSecret(text, detect),
  log: mayLogSecret(text, loggers),
  policy: mayHoldPolicy(text),
  reference: mayRefer(text),
});
