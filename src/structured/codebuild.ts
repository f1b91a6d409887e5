import type { BuildspecSite, CodebuildSite, ProjectSite } from '../core/sites/codebuild.ts';
import { getEntry, getText, getValue, isCursorOn, type Cursor, type ScalarTree } from '../core/tree.ts';
import type { StructuredFile } from './document.ts';
import { getMapMove } from './map-move.ts';

/**
 * The place of a secret in a buildspec (https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html) or in the
 * environment of a project (API_EnvironmentVariable in the CodeBuild API reference).
 */
export function getCodebuildSite(cursor: Cursor<ScalarTree>, file: StructuredFile, isWhole: boolean): CodebuildSite | undefined {
  return getBuildspecSite(cursor, file, isWhole) ?? getProjectSite(cursor, isWhole);
}

function getBuildspecSite(cursor: Cursor<ScalarTree>, { path, text }: StructuredFile, isWhole: boolean): BuildspecSite | undefined {
  const environment = cursor.parent?.parent;
  const root = environment?.parent;
  if (cursor.parent?.key !== 'variables' || environment?.key !== 'env' || root === undefined || !isBuildspec(path, cursor)) return undefined;
  const move = getMapMove(cursor, 'parameter-store', { isWhole, text });
  if (move === undefined) return undefined;
  const refusal = root.parent === undefined ? move.refusal : 'A build of a batch takes plain variables only: name the parameter under "parameter-store" of the whole buildspec.';
  return { carrier: 'codebuild', place: 'buildspec', ...move, ...(refusal === undefined ? {} : { refusal }) };
}

const isBuildspec = (path: string, cursor: Cursor): boolean => {
  const root = getRoot(cursor).node;
  return /(?:^|\/)[\w.-]{0,80}buildspec[\w.-]{0,80}\.(?:ya?ml|json)$/iu.test(path) || (/^0\.[12]$/u.test(getText(getValue(root, 'version')) ?? '') && getEntry(root, 'phases') !== undefined);
};

const getRoot = (cursor: Cursor): Cursor => {
  let at = cursor;
  while (at.parent !== undefined) at = at.parent;
  return at;
};

function getProjectSite(cursor: Cursor<ScalarTree>, isWhole: boolean): ProjectSite | undefined {
  const entry = cursor.parent;
  const list = entry?.parent;
  if (cursor.key !== 'Value' || list?.key !== 'EnvironmentVariables' || list.parent?.key !== 'Environment' || !isCursorOn(entry, 'map')) return undefined;
  if (getText(getValue(list.parent.parent?.parent?.node, 'Type')) !== 'AWS::CodeBuild::Project') return undefined;
  const value = getEntry(entry.node, 'Value');
  const type = getEntry(entry.node, 'Type')?.value;
  if (value === undefined) return undefined;
  const refusal = getRefusal(isWhole, type === undefined || getText(type) === 'PLAINTEXT', cursor.node.style === 'block');
  return {
    carrier: 'codebuild',
    place: 'project',
    name: getText(getValue(entry.node, 'Name')) ?? '',
    isFlow: entry.node.isFlow,
    valueKeyRange: value.keyRange,
    valueRange: value.value.outer,
    ...(type === undefined ? {} : { typeRange: type.outer }),
    ...(refusal === undefined ? {} : { refusal }),
  };
}

function getRefusal(isWhole: boolean, isPlaintext: boolean, isBlock: boolean): string | undefined {
  if (!isWhole) return 'The secret is only a part of the value: store the whole value as one parameter, with the type PARAMETER_STORE.';
  if (!isPlaintext) return 'The type of the variable says that it is a name: check which parameter or secret it means.';
  return isBlock ? 'The value is a text of several lines: replace it by hand.' : undefined;
}
