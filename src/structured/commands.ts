import type { Detect, Place } from '../core/detect.ts';
import { decodeJsonText, type Placed } from '../core/json-text.ts';
import type { Range } from '../core/range.ts';
import type { ShellWord } from '../core/shell-words.ts';
import { isCursorOn, type Cursor, type ListTree, type ScalarTree } from '../core/tree.ts';
import { findArguments } from '../shell/arguments.ts';
import { findStatements, telling, type Statement } from '../shell/statements.ts';
import type { FoundSecret, StructuredFile } from './document.ts';

/** Secrets in the commands of a pipeline, a container or a machine's first start. */
export function judgeCommands(cursor: Cursor, { text }: StructuredFile, place: Place, detect: Detect): FoundSecret[] {
  if (!commandKeys.test(cursor.key ?? cursor.parent?.key ?? '') && !isScript(cursor)) return [];
  if (isCursorOn(cursor, 'scalar')) return judge(findInScalar(cursor, text), cursor, place, detect);
  return isCursorOn(cursor, 'list') && isArgumentList(cursor.node) ? judge(findArguments({ words: cursor.node.items.flatMap(toWord), end: '' }), cursor, place, detect) : [];
}

/** Keys of GitHub Actions, GitLab, Travis, CircleCI, Compose, Kubernetes, CloudFormation, cloud-init, Ansible, npm. */
const commandKeys =
  /^(?:run|runs|runcmd|bootcmd|cmd|commands?|args|entrypoint|exec|script|scripts|shell|sh|bash|inline|before_(?:install|script)|after_(?:install|script|success|failure)|install|deploy|build|test|user[-_]?data|Fn::Sub|Fn::Base64|content|startup-script|pre\w{0,12}|post\w{0,12}|\w{0,20}_commands?|start|stop)$/iu;

/** An entry of `scripts` of a package. */
const isScript = ({ parent }: Cursor): boolean => parent?.key === 'scripts';

/** Words of one command, each an item; a list of `NAME=value` is none. */
const isArgumentList = ({ items }: ListTree): boolean => items.length > 1 && items.length < 200 && items.some((item) => item.kind === 'scalar' && /^--?\w/u.test(item.text)) && items.every((item) => item.kind === 'scalar' && !/\n/u.test(item.text));

function toWord(item: ListTree['items'][number]): ShellWord[] {
  if (item.kind !== 'scalar') return [];
  const offsets = Array.from({ length: item.text.length }, (_, index) => Math.min(item.content[0] + index, Math.max(item.content[0], item.content[1] - 1)));
  const holes = [...item.text.matchAll(/\$[\w{(]|\{\{/gu)].map(({ index }) => index);
  return [{ text: item.text, offsets, holes, range: item.content }];
}

function* findInScalar({ node }: Cursor<ScalarTree>, text: string): Generator<Statement> {
  if (!/\s/u.test(node.text) || (!telling.test(node.text) && !/-\w*(?:pass|pwd|secret|token|key)|\w(?:pass\w{0,40}|pwd|secret|token|key)=|authorization:/iu.test(node.text))) return;
  const raw = text.slice(...node.content);
  const isPlain = node.style !== 'double' || !raw.includes('\\');
  if (isPlain) yield* findStatements(text, node.content);
  else yield* findInEscaped(decodeJsonText(text, node.content));
}

function* findInEscaped({ text, offsets }: Placed): Generator<Statement> {
  for (const { name, value, range, isSink } of findStatements(text)) yield { name, value, range: toOuter(offsets, range), ...(isSink === undefined ? {} : { isSink }) };
}

const toOuter = (offsets: readonly number[], [start, end]: Range): Range => [offsets[start] ?? 0, offsets[end] ?? 0];

function judge(statements: Iterable<Statement>, cursor: Cursor, place: Place, detect: Detect): FoundSecret[] {
  return [...statements].flatMap(({ name, value, range, isSink }) => {
    const match = detect.named({ name, path: [], value, range, place: isSink === true && place !== 'test' ? 'sink' : place === 'code' ? 'setting' : place });
    return match === undefined ? [] : [{ match: { ...match, isWholeValue: false }, cursor: isCursorOn(cursor, 'scalar') ? cursor : undefined, name }];
  });
}
