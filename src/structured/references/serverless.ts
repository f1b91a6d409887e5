import type { Reference } from '../../core/reference.ts';
import type { Mention } from '../references.ts';
import { placeName, toReference } from './place.ts';
import type { FoundReferences } from '../../references/found.ts';

/** `${ssm:/path}`, `${ssm:/path, ssm:/other}`, `${ssm(eu-west-1, noDecrypt):/path}`, `${ssm:/path~true}`, `${account:ssm:/path}` of the Serverless Framework ("AWS SSM Parameter Store & Secrets Manager"). */
export function readServerless({ cursor, file }: Mention): Partial<FoundReferences> {
  if (!/[{:]ssm[:.(]/u.test(cursor.node.text)) return {};
  const references: Reference[] = [];
  for (const found of cursor.node.text.matchAll(/(?:\$\{|,[ ]{0,20})(?:[\w-]{1,60}:)?ssm(?:\.(?<region>[a-z\d-]{1,30}))?(?:\((?<options>[^()]{0,100})\))?:(?<name>(?:[^{}$,~\s]|\$\{[^{}]{1,200}\}){1,1000})(?<tilde>~(?:true|false|split))?(?=(?<next>\s{0,20},)?)/gu)) {
    const { region, options = '', name = '', tilde, next } = found.groups ?? {};
    const secret = /^\/aws\/reference\/secretsmanager\/(?<id>.+)$/u.exec(name)?.groups?.['id'];
    const own = [region, ...options.split(/[\s,]+/u)].find((option) => option !== undefined && /^[a-z]{2}(?:-[a-z]+)+-\d$/u.test(option));
    const place = placeName(secret ?? name, cursor.node, file.text);
    const more = { reader: 'deployment' as const, ...(own === undefined ? {} : { region: own }), ...(next === undefined ? {} : { isOptional: true as const }) };
    references.push(
      secret === undefined
        ? toReference(place, { service: 'ssm', action: 'ssm:GetParameter', ...more, decryption: /noDecrypt|raw/u.test(options) || tilde === '~false' ? 'absent' : 'present' })
        : toReference(place, { service: 'secretsmanager', action: 'secretsmanager:GetSecretValue', ...more }),
    );
  }
  return { references };
}
