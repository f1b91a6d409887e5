import type { TSESTree } from '@typescript-eslint/utils';
import type { ContainerSite, PropertyList } from '../core/sites/cdk.ts';
import { getCdkFacts } from './cdk-facts.ts';
import type { CdkPlace } from './cdk-site.ts';
import { getModuleFacts } from './module-facts.ts';
import { getKey, isClass, isFunction } from './syntax.ts';
import type { Node } from './walk.ts';

/** A variable in the `environment` of a container. */
interface Variable {
  readonly place: CdkPlace;
  readonly options: TSESTree.ObjectExpression;
  /** The property `environment` and its object. */
  readonly holder: TSESTree.Property;
  readonly environment: TSESTree.ObjectExpression;
  readonly entry: TSESTree.Property;
  readonly name: string;
}

export function getContainerSite(variable: Variable): ContainerSite {
  const { place, options, holder, environment, entry, name } = variable;
  const { texts, literals } = getCdkFacts(place.source.program);
  const secrets = findSecrets(options);
  const refusal = getRefusal(variable, secrets);
  return {
    carrier: 'cdk',
    place: 'container',
    name,
    keyRange: entry.key.range,
    valueRange: place.node.range,
    options: toList(options),
    position: options.properties.indexOf(holder),
    environmentKeyRange: holder.key.range,
    environment: toList(environment),
    index: environment.properties.indexOf(entry),
    ...(secrets?.value.type === 'ObjectExpression' ? { secrets: toList(secrets.value) } : {}),
    module: getModuleFacts(place.source),
    texts,
    ordinal: (literals.get(name) ?? []).indexOf(entry.range[0]),
    ...(refusal === undefined ? {} : { refusal }),
  };
}

const toList = ({ range, properties }: TSESTree.ObjectExpression): PropertyList => ({ range, entries: properties.map((property) => property.range) });

const findSecrets = ({ properties }: TSESTree.ObjectExpression): TSESTree.Property | undefined =>
  properties.find((property): property is TSESTree.Property => property.type === 'Property' && getKey(property.key, property.computed) === 'secrets');

function getRefusal({ place, options, name }: Variable, secrets: TSESTree.Property | undefined): string | undefined {
  if (secrets === undefined && options.properties.some(({ type }) => type === 'SpreadElement')) return 'the container’s options are put together elsewhere; add the variable to its "secrets" with ecs.Secret.fromSsmParameter';
  if (secrets !== undefined && secrets.value.type !== 'ObjectExpression') return 'the container’s "secrets" are put together elsewhere; add the variable there with ecs.Secret.fromSsmParameter';
  const isTaken = secrets?.value.type === 'ObjectExpression' && secrets.value.properties.some((property) => property.type === 'Property' && getKey(property.key, property.computed) === name);
  if (isTaken) return 'the container has a secret of this name already; delete the variable from "environment"';
  return isScope(place.ancestors) ? undefined : 'the parameter needs a construct around it, and an id of its own in each round of a loop; write ecs.Secret.fromSsmParameter by hand';
}

/** Whether `this` is a construct and the code runs once in it: the body of a method of a class that extends another. */
function isScope(ancestors: readonly Node[]): boolean {
  const start = ancestors.findLastIndex((node) => isFunction(node) || isClass(node) || node.type === 'PropertyDefinition' || node.type === 'StaticBlock');
  const method = ancestors[start - 1];
  const enclosing = ancestors[start - 3];
  if (enclosing === undefined || !isClass(enclosing) || enclosing.superClass === null) return false;
  const isMethod = method?.type === 'MethodDefinition' && !method.static && ancestors[start]?.type === 'FunctionExpression';
  return isMethod && !ancestors.slice(start).some(({ type }) => /^(?:For|While|DoWhile)/u.test(type));
}
