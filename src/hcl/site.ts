import type { Match } from '../core/detect.ts';
import type { SourceFile } from '../core/scanner.ts';
import type { TerraformDeclaration, TerraformSite } from '../core/sites/terraform.ts';
import { getAlignedLines } from './alignment.ts';
import { getAttribute, getItem, getPlainText, type Block, type Body } from './syntax.ts';
import { getKeys, type TextCursor } from './walk.ts';

/** The place of a secret in a Terraform module (https://developer.hashicorp.com/terraform/language). */
export function getTerraformSite(cursor: TextCursor, { path, text }: SourceFile, root: Body, match: Match): TerraformSite {
  const [top] = cursor.blocks;
  const isArgument = cursor.parent === undefined && cursor.blocks.length === 1;
  const argument = isArgument && top !== undefined ? getArgument(cursor, top, text) : undefined;
  const refusal = getRefusal(cursor, match);
  return {
    carrier: 'terraform',
    range: cursor.node.range,
    place: getPlace(path, cursor, top),
    type: top?.labels[0] ?? '',
    path: [...cursor.blocks.slice(1).map(({ type }) => type), ...getKeys(cursor)],
    ...(argument === undefined ? {} : { argument }),
    declarations: root.blocks.flatMap(toDeclaration),
    ...getVersions(root),
    ...(refusal === undefined ? {} : { refusal }),
  };
}

function getPlace(path: string, cursor: TextCursor, top: Block | undefined): TerraformSite['place'] {
  if (/\.tfvars$/iu.test(path)) return 'tfvars';
  if (top === undefined) return 'other';
  if (top.type === 'variable') return cursor.attribute.name === 'default' && cursor.parent === undefined ? 'default' : 'other';
  return (['resource', 'data', 'module', 'provider', 'locals', 'output'] as const).find((type) => type === top.type) ?? 'other';
}

const getArgument = ({ attribute }: TextCursor, { body }: Block, text: string): NonNullable<TerraformSite['argument']> => ({
  nameRange: attribute.nameRange,
  lines: getAlignedLines(body, attribute, text),
  siblings: body.attributes.map(({ name }) => name),
  ownName: getPlainText(getAttribute(body, 'name')?.value) ?? '',
});

function getRefusal({ node, isEmbedded }: TextCursor, match: Match): string | undefined {
  if (isEmbedded) return 'The secret stands in a text that Terraform passes on as it is: read the parameter where the text is used.';
  const isAll = match.range[0] <= node.content[0] && match.range[1] >= node.content[1];
  if (node.hasHoles || !(isAll || match.isUrlPassword || match.isWholeValue)) return 'The secret is only a part of the text: store the whole value as one parameter, or read the parameter where the text is used.';
  return node.isHeredoc ? 'The value is a text of several lines: replace it by hand.' : undefined;
}

/** Parameters that the file reads already, and names that are taken. */
function toDeclaration({ type, labels, body }: Block): TerraformDeclaration[] {
  const [resource, label] = labels;
  if ((type !== 'data' && type !== 'ephemeral') || resource !== 'aws_ssm_parameter' || label === undefined) return [];
  const reference = getPlainText(getAttribute(body, type === 'data' ? 'name' : 'arn')?.value);
  const isPlain = body.attributes.length === 1 && body.blocks.length === 0;
  return [{ kind: type, label, ...(reference === undefined || !isPlain ? {} : { reference }) }];
}

function getVersions(root: Body): Pick<TerraformSite, 'requiredVersion' | 'providerVersion'> {
  const settings = root.blocks.filter(({ type }) => type === 'terraform').map(({ body }) => body);
  const requiredVersion = settings.map((body) => getPlainText(getAttribute(body, 'required_version')?.value)).find((version) => version !== undefined);
  const providers = settings.flatMap(({ blocks }) => blocks.filter(({ type }) => type === 'required_providers'));
  const aws = providers.map(({ body }) => getAttribute(body, 'aws')?.value).find((value) => value?.kind === 'object');
  const providerVersion = aws?.kind === 'object' ? getPlainText(getItem(aws, 'version')?.value) : undefined;
  return { ...(requiredVersion === undefined ? {} : { requiredVersion }), ...(providerVersion === undefined ? {} : { providerVersion }) };
}
