import type { Edit } from '../../core/edit.ts';
import type { JavaScriptModule } from '../../core/sites/javascript.ts';
import { getFreeName, getImport, insert } from './imports.ts';

export interface Construct {
  /** As the file can write it, such as `ecs.Secret`. */
  readonly name: string;
  readonly edits: readonly Edit[];
}

/** Takes the names that the file has already: of the service's module, or of the library as a whole. */
export function getConstruct(module: JavaScriptModule, service: 'ecs' | 'ssm', name: string): Construct {
  const source = `aws-cdk-lib/aws-${service}`;
  const known = findName(module, source, name) ?? findInLibrary(module, `aws_${service}`, name);
  if (known !== undefined) return { name: known, edits: [] };
  const hasList = module.imports.some((entry) => entry.source === source && entry.insertOffset !== undefined);
  if (hasList) {
    const { locals, edits } = getImport(module, source, [name]);
    return { name: locals[name] ?? name, edits };
  }
  const local = getFreeName(module, service);
  const { quote, semicolon, newline } = module;
  const statement = module.syntax === 'import' ? `import * as ${local} from ${quote}${source}${quote}` : `const ${local} = require(${quote}${source}${quote})`;
  return { name: `${local}.${name}`, edits: [insert(module, module.importOffset, `${statement}${semicolon}${newline}`, 0)] };
}

function findName(module: JavaScriptModule, source: string, name: string): string | undefined {
  const names = module.imports.filter((entry) => entry.source === source).flatMap((entry) => entry.names);
  const namespace = names.find(([original]) => original === '*');
  return names.find(([original]) => original === name)?.[1] ?? (namespace === undefined ? undefined : `${namespace[1]}.${name}`);
}

/** `import { aws_ecs as ecs } from 'aws-cdk-lib'` */
function findInLibrary(module: JavaScriptModule, service: string, name: string): string | undefined {
  const found = findName(module, 'aws-cdk-lib', service);
  return found === undefined ? undefined : `${found}.${name}`;
}
