import type { Problem } from '../core/problem.ts';
import type { Reference } from '../core/reference.ts';
import { isCursorOn, walkTree, type Cursor, type ScalarTree, type Tree } from '../core/tree.ts';
import type { FoundReferences } from '../references/found.ts';
import { mayRefer } from '../references/may-refer.ts';
import type { StructuredFile } from './document.ts';
import { readArn } from './references/arn.ts';
import { readContainerSecret } from './references/containers.ts';
import { readDeclared } from './references/declared.ts';
import { readDynamic } from './references/dynamic.ts';
import { readLambda } from './references/lambda.ts';
import { readKubernetes } from './references/kubernetes.ts';
import { readPipeline } from './references/pipelines.ts';
import { readServerless } from './references/serverless.ts';
import { readUnresolved } from './references/unresolved.ts';

/** One value of a document, for whoever may know what it refers to. */
export interface Mention {
  readonly cursor: Cursor<ScalarTree>;
  readonly root: Tree;
  readonly file: StructuredFile;
}

/** Each knows the references of one carrier and gives nothing for every other value. */
const readers: readonly ((mention: Mention) => Partial<FoundReferences>)[] = [readDynamic, readContainerSecret, readLambda, readDeclared, readServerless, readPipeline, readKubernetes, readUnresolved, readArn];

export function findReferences(file: StructuredFile, roots: readonly Tree[]): FoundReferences {
  const references: Reference[] = [];
  const problems: Problem[] = [];
  if (!mayRefer(file.text)) return { references, problems };
  for (const root of roots) {
    for (const cursor of walkTree(root)) {
      if (!isCursorOn(cursor, 'scalar') || !isText(cursor.node)) continue;
      for (const read of readers) {
        const found = read({ cursor, root, file });
        references.push(...(found.references ?? []).filter(({ name }) => /[^*/:]/u.test(name)));
        problems.push(...(found.problems ?? []));
      }
    }
  }
  return { references, problems };
}

/** `!Ref Name` or `!GetAtt Name.Arn` names another part of the template, and no parameter. */
const isText = ({ tag }: ScalarTree): boolean => tag === undefined || tag === '!Sub' || tag === '!Base64';
