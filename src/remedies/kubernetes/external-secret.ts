import type { Edit } from '../../core/edit.ts';
import { getLineStart, getNewline, getNextLine } from '../../core/lines.ts';
import type { Range } from '../../core/range.ts';
import type { SecretManifest } from '../../core/sites/kubernetes.ts';
import type { Present } from '../../core/store.ts';

/** The manifest's head stays; its data gives way to a `spec`. All problems of a manifest give the same edits. */
export function toExternalSecret(text: string, manifest: SecretManifest, parameters: ReadonlyMap<string, Present>): readonly Edit[] {
  const newline = getNewline(text);
  const [first, ...rest] = manifest.replaced.map(([start, end]): Range => [getLineStart(text, start), getNextLine(text, end)]);
  if (first === undefined) return [];
  const isLast = first[1] === text.length && !text.endsWith('\n');
  const spec = writeSpec(manifest, parameters).join(newline) + (isLast ? '' : newline);
  return [
    { range: manifest.apiVersionRange, text: manifest.store.apiVersion },
    { range: manifest.kindRange, text: 'ExternalSecret' },
    { range: first, text: spec },
    ...rest.map((range) => ({ range, text: '' })),
  ];
}

function writeSpec(manifest: SecretManifest, parameters: ReadonlyMap<string, Present>): readonly string[] {
  const { store } = manifest;
  const target = [...(manifest.isImmutable ? ['immutable: true'] : []), ...nest('template:', writeTemplate(manifest))];
  const data = [...parameters].flatMap(([key, { parameter }]) => [`- secretKey: ${quote(key)}`, '  remoteRef:', `    key: ${parameter.name}`]);
  return nest('spec:', ['refreshInterval: 1h', ...nest('secretStoreRef:', [`kind: ${store.kind}`, `name: ${store.name}`]), ...nest('target:', target), ...nest('data:', data)]);
}

/** What is no secret stays as it is, beside the keys that come from the store. */
function writeTemplate({ type, keys, labels }: SecretManifest): readonly string[] {
  const plain = keys.flatMap(({ key, template }) => (template === undefined ? [] : [`${quote(key)}: ${template}`]));
  if (type === undefined && plain.length === 0) return [];
  const metadata = labels.flatMap(([group, lines]) => nest(`${group}:`, lines));
  return ['engineVersion: v2', ...(type === undefined ? [] : [`type: ${type}`]), ...nest('metadata:', metadata), ...(plain.length === 0 ? [] : ['mergePolicy: Merge', ...nest('data:', plain)])];
}

const nest = (head: string, lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : [head, ...lines.map((line) => `  ${line}`)]);

/** A key such as `1` or `true` would be no text. */
const quote = (key: string): string => (/^[A-Za-z][\w.-]*$/u.test(key) && !/^(?:true|false|yes|no|on|off|null|y|n)$/iu.test(key) ? key : `'${key}'`);
