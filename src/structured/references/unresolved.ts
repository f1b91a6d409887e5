import { getKeys } from '../../core/tree.ts';
import type { FoundReferences } from '../../references/found.ts';
import { toReferenceProblem } from '../../references/problem.ts';
import { mentionsResolver } from '../../references/resolver.ts';
import { findSpringReferences } from '../../references/spring.ts';
import type { Mention } from '../references.ts';
import { placeName, toReference } from './place.ts';

/** `ssm://NAME` in the environment of a container, and `aws-parameterstore:` of Spring. */
export function readUnresolved({ cursor, file }: Mention): Partial<FoundReferences> {
  const { text } = cursor.node;
  if (text.startsWith('ssm://') || /^[A-Z]\w{0,99}=ssm:\/\//u.test(text)) {
    const name = text.slice(text.indexOf('ssm://') + 6);
    const reference = toReference(placeName(name, cursor.node, file.text), { service: 'ssm', action: 'ssm:GetParameters', reader: 'program' });
    if (mentionsResolver(file.text) || !isEnvironment(getKeys(cursor))) return { references: [reference] };
    const message = 'Nothing in this file resolves ssm:// values: the program receives the text of the reference.';
    const advice = 'let `paramguard exec -- COMMAND` start the program, or use the form that this platform resolves';
    return { references: [reference], problems: [toReferenceProblem({ ruleId: 'no-unresolved-reference', kind: 'no-resolver', severity: 'medium', range: cursor.node.range, message, advice })] };
  }
  return text.includes('aws-parameterstore:') ? { references: findSpringReferences(file.text, cursor.node.content) } : {};
}

const isEnvironment = (keys: readonly string[]): boolean => keys.some((key) => /^(?:env|environment|environmentvariables|variables|containers?|build|args)$/iu.test(key));
