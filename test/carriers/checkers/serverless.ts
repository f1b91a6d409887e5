import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { runChecker, type Check } from '../../support/checker.ts';
import { root } from '../../support/command.ts';

const types = path.join(root, 'node_modules/@serverless/typescript');

/** The types that the framework's makers generate from its schema. */
export function check(folder: string): Check {
  if (!existsSync(types)) return 'missing';
  const service: unknown = parse(readFileSync(path.join(folder, 'serverless.yml'), 'utf8'));
  writeFileSync(path.join(folder, 'service.ts'), `import type { AWS } from '@serverless/typescript';\nexport const service: AWS = ${JSON.stringify(service)};\n`);
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { strict: true, skipLibCheck: true, noEmit: true, types: [], module: 'nodenext', paths: { '@serverless/typescript': [path.join(types, 'index.d.ts')] } }, files: ['service.ts'] }));
  return runChecker('node', [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', '.'], folder);
}
