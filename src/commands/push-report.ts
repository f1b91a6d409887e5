import { describePresent } from '../core/evidence.ts';
import type { Step } from './push-plan.ts';

/** What would be done, a line for each secret. */
export const describePlan = (steps: readonly Step[], label: string): string => `For ${label}:\n${steps.map((step) => `  ${describePlace(step)} ${describeStep(step)}\n`).join('')}`;

/** What was done, and what is left to the user. */
export function describeDone(steps: readonly Step[], { label, path, isWritten }: { label: string; path: string; isWritten: boolean }): string {
  const isStored = steps.some((step) => step.state === 'done');
  return [
    `In ${label}:`,
    ...steps.map((step) => `  ${describePlace(step)} ${step.state === 'create' || step.state === 'overwrite' ? `not stored: ${step.parameter.parameter.name}` : describeStep(step)}`),
    ...(isWritten ? [`${path} now refers to what is stored.`] : []),
    ...(isStored ? ['The old values stay in the git history and in every copy of the file: rotate them.'] : []),
    ...(steps.some((step) => step.state === 'create' || step.state === 'overwrite' || step.state === 'unknown') ? ['Not all is done: run the same command again to go on.'] : []),
    '',
  ].join('\n');
}

const describePlace = ({ item: { finding } }: Step): string => `${finding.path}:${String(finding.start.line)}:${String(finding.start.column)}`;

function describeStep(step: Step): string {
  switch (step.state) {
    case 'create':
      return `create ${step.item.name} (${describeKind(step)})${step.note === undefined ? '' : `; ${step.note}`}`;
    case 'overwrite':
      return `write v${String(step.parameter.parameter.version)} of ${step.item.name} (${describeKind(step)})`;
    case 'done':
      return `${step.isNew ? 'stored' : 'is there already'}: ${describePresent(step.parameter, Date.now())}`;
    case 'refused':
      return `not stored: ${step.reason}`;
    case 'unknown':
      return `not stored: ${step.item.name}: ${step.detail}`;
  }
}

const describeKind = ({ tier, keyId }: { tier: string; keyId?: string }): string => `SecureString, ${tier} tier, ${keyId === undefined ? 'the account’s own key' : `key ${keyId}`}`;
