import type { Reference } from '../core/reference.ts';

/** A program that goes on after the error of a missing name may do without it; one that only words the error anew may not. */
export const markOptional = (references: readonly Reference[], text: string): readonly Reference[] => {
  const handled = new Set<Reference['service']>([...(isHandled(text, 'ParameterNotFound') ? (['ssm'] as const) : []), ...(isHandled(text, 'ResourceNotFoundException') ? (['secretsmanager'] as const) : [])]);
  return handled.size === 0 ? references : references.map((reference) => (reference.reader === 'program' && handled.has(reference.service) ? { ...reference, isOptional: true as const } : reference));
};

/** The names of the errors are those of the API references of the two services. */
function isHandled(text: string, error: string): boolean {
  for (let at = text.indexOf(error); at >= 0; at = text.indexOf(error, at + error.length)) {
    const line = text.lastIndexOf('\n', at) + 1;
    if (/^\s*(?:import|from|const \{|export)\b/u.test(text.slice(line, at))) continue;
    // what is thrown then is every other error
    if (/(?:!==?|not in|not isinstance\()[^\n]{0,20}$/u.test(text.slice(line, at))) return true;
    if (!/\b(?:raise|throw|rethrow|exit|abort|fatal|reject)\b/u.test(text.slice(at, at + 200))) return true;
  }
  return false;
}
