import type { Range } from '../core/range.ts';
import type { ReadAction, Reference } from '../core/reference.ts';
import { readCommands, type ShellWord } from '../core/shell-words.ts';
import { isValueRead, readAwsCommand, type AwsCommand } from './aws-command.ts';
import { findHandled, isWithin } from './structure.ts';
import { findTraps } from './traps.ts';
import { findVariables, toPattern } from './variables.ts';
import { noReferences, type FoundReferences } from '../references/found.ts';

/** Reads the commands of a script, or of the part of a text that is one. */
export function findScriptReferences(text: string, range: Range = [0, text.length]): FoundReferences {
  if (!/\baws\b[^\n]{0,200}(?:\\\r?\n[^\n]{0,200})?\b(?:ssm|secretsmanager)\b/u.test(text.slice(...range))) return noReferences;
  const commands = [...readCommands(text, range)];
  const variables = findVariables(commands);
  const handled = findHandled(commands, text);
  const calls = commands.flatMap((command) => readAwsCommand(command) ?? []);
  const created = new Set(calls.filter(({ operation }) => operation === 'put-parameter').flatMap(({ options }) => (options.get('name') ?? []).map((word) => toPattern(word, variables))));
  const references = calls.flatMap((call) => {
    const found = toReferences(call, variables, text);
    const isHandled = isWithin(handled, call);
    return found.map((reference) => (isHandled || created.has(reference.name) ? { ...reference, isOptional: true as const } : reference));
  });
  return { references, problems: findTraps(commands, text, range[0] === 0 && range[1] === text.length) };
}

/** Operations of the AWS CLI that read, and the option that names what (AWS CLI Command Reference). */
const readers: ReadonlyMap<string, { readonly action: ReadAction; readonly option: string }> = new Map<string, { readonly action: ReadAction; readonly option: string }>([
  ['ssm get-parameter', { action: 'ssm:GetParameter', option: 'name' }],
  ['ssm get-parameters', { action: 'ssm:GetParameters', option: 'names' }],
  ['ssm get-parameters-by-path', { action: 'ssm:GetParametersByPath', option: 'path' }],
  ['ssm get-parameter-history', { action: 'ssm:GetParameterHistory', option: 'name' }],
  ['secretsmanager get-secret-value', { action: 'secretsmanager:GetSecretValue', option: 'secret-id' }],
  ['secretsmanager batch-get-secret-value', { action: 'secretsmanager:BatchGetSecretValue', option: 'secret-id-list' }],
]);

function toReferences(command: AwsCommand, variables: ReadonlyMap<string, string>, text: string): Reference[] {
  const { service, operation, operationWord, options } = command;
  const reader = readers.get(`${service} ${operation}`);
  if (reader === undefined) return [];
  const isDecrypted = service === 'secretsmanager' || options.has('with-decryption');
  const region = options.get('region')?.[0];
  const correction = isDecrypted || !isValueRead(command) ? undefined : { title: 'ask for the decrypted value (--with-decryption)', edits: [{ range: [operationWord.range[1], operationWord.range[1]] as const, text: ' --with-decryption' }] };
  return (options.get(reader.option) ?? []).flatMap((word) => {
    const name = readWord(word, variables, text);
    if (name === undefined) return [];
    return [
      {
        service,
        ...name,
        action: reader.action,
        reader: 'program' as const,
        takes: 'any' as const,
        decryption: isDecrypted ? ('present' as const) : isValueRead(command) ? ('absent' as const) : ('unknown' as const),
        isPath: reader.action === 'ssm:GetParametersByPath',
        ...(correction === undefined ? {} : { correction }),
        ...(region === undefined || region.holes.length > 0 ? {} : { region: region.text }),
      },
    ];
  });
}

/** The word with `*` for what the shell fills in; undefined where nothing else is there. */
function readWord(word: ShellWord, variables: ReadonlyMap<string, string>, text: string): Pick<Reference, 'name' | 'range' | 'isVerbatim'> | undefined {
  const name = toPattern(word, variables);
  if (name.replace(/[*/]/gu, '') === '' || (word.holes.length > 0 && /\s/u.test(name))) return undefined;
  const inner: Range = [word.offsets[0] ?? word.range[0], (word.offsets.at(-1) ?? word.range[0]) + 1];
  return { name, range: inner, isVerbatim: text.slice(...inner) === name };
}
