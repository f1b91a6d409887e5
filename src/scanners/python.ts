import { formats } from '../core/formats.ts';
import { isTestPath } from '../core/paths.ts';
import type { Scanner } from '../core/scanner.ts';
import { mayRefer } from '../references/may-refer.ts';
import { mayPassCredential } from '../python/credential-arguments.ts';
import { findHardcodedSecrets } from '../python/hardcoded.ts';
import { findLoggedSecrets } from '../python/logged.ts';
import { mayLogSecret } from '../python/may-log-secret.ts';
import { findReferences } from '../python/references.ts';
import { parse } from '../python/statements.ts';

/** Python: literals, and secrets that reach a log. A file that is no valid Python is read as far as it goes. */
export const python: Scanner = {
  id: 'python',
  handles: formats.python,
  scan({ path, text }, detect, settings) {
    const { loggers, asked } = settings ?? { loggers: [] };
    const canHold = asked?.secret ?? (detect.mayHold(text) || mayPassCredential(text, detect));
    const canLog = asked?.log ?? mayLogSecret(text, loggers);
    const canRefer = (asked?.reference ?? mayRefer(text)) && !isTestPath(path);
    if (!canHold && !canLog && !canRefer) return { problems: [], unread: [] };
    const module = parse(text);
    const problems = canHold ? findHardcodedSecrets({ module, text, path }, detect) : [];
    if (canLog) problems.push(...findLoggedSecrets(module, text, { isTestFile: isTestPath(path), loggers }));
    if (!canRefer) return { problems, unread: [] };
    const referring = findReferences(module, text);
    return { problems: [...problems, ...referring.problems], references: referring.references, unread: [] };
  },
};
