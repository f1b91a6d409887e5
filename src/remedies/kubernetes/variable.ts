import type { Edit } from '../../core/edit.ts';
import { getColumn, getNewline } from '../../core/lines.ts';
import type { VariableSite } from '../../core/sites/kubernetes.ts';

/** `value: …` becomes a `valueFrom`, in the manner of the entry. */
export function takeFromSecret({ range, isFlow, format }: VariableSite, text: string, { secret, key }: VariableSite['sources'][number]): Edit {
  if (format === 'json') return { range, text: `"valueFrom": { "secretKeyRef": { "name": "${secret}", "key": "${key}" } }` };
  if (isFlow) return { range, text: `valueFrom: { secretKeyRef: { name: ${secret}, key: ${key} } }` };
  const column = getColumn(text, range[0]);
  const lines = ['valueFrom:', '  secretKeyRef:', `    name: ${secret}`, `    key: ${key}`];
  return { range, text: lines.join(getNewline(text) + ' '.repeat(column)) };
}
