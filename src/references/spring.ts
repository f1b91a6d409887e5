import type { Range } from '../core/range.ts';
import type { Reference } from '../core/reference.ts';
import { toPattern } from './name.ts';

/**
 * Paths that a value of `spring.config.import` reads: `optional:aws-parameterstore:/config/shop/;/config/common/?prefix=x`
 * (https://docs.awspring.io/spring-cloud-aws/docs/3.2.0/reference/html/index.html#spring-cloud-aws-parameter-store).
 */
export function findSpringReferences(text: string, [start, end]: Range): Reference[] {
  const references: Reference[] = [];
  for (const found of text.slice(start, end).matchAll(/(?<optional>optional:)?aws-parameterstore:(?<paths>[^,?"'\s]{1,2000})/gu)) {
    const { optional, paths = '' } = found.groups ?? {};
    let offset = start + found.index + found[0].length - paths.length;
    for (const path of paths.split(';')) {
      const range: Range = [offset, offset + path.length];
      const name = toPattern(path);
      const more = optional === undefined ? {} : { isOptional: true as const };
      if (path.startsWith('/')) references.push({ service: 'ssm', name, range, isVerbatim: name === path, action: 'ssm:GetParametersByPath', reader: 'program', takes: 'any', decryption: 'present', isPath: true, ...more });
      offset += path.length + 1;
    }
  }
  return references;
}
