import type { Parameter, ParameterMetadata, ParameterStringFilter } from '@aws-sdk/client-ssm';
import type { ParameterFacts } from '../core/store.ts';
import { getTwin, isParameterType } from './parameter-name.ts';
import type { Connection } from './ssm-session.ts';

/** A connection, and who wants to see the ARNs that it brings. */
type Asking<Key extends keyof Connection> = Pick<Connection, Key> & { note(arn: string | undefined): void };

/** Pages may be empty and still have a successor. */
export async function describePages(
  { describe, note }: Asking<'describe'>,
  filter: ParameterStringFilter | undefined,
  limit = Infinity,
): Promise<ParameterFacts[]> {
  const found: ParameterFacts[] = [];
  let token: string | undefined;
  do {
    const page = await describe({
      MaxResults: 50,
      ...(filter === undefined ? {} : { ParameterFilters: [filter] }),
      ...(token === undefined ? {} : { NextToken: token }),
    });
    for (const parameter of expect(page.Parameters)) {
      note(parameter.ARN);
      found.push(toFacts(parameter));
    }
    token = page.NextToken === '' ? undefined : page.NextToken;
  } while (token !== undefined && found.length < limit);
  return found;
}

/** Facts and missing names of one GetParameters; the values stay behind here. */
export async function getWithoutValues(
  { get, note }: Asking<'get'>,
  names: readonly string[],
): Promise<{ found: Map<string, ParameterFacts>; missing: ReadonlySet<string> }> {
  const { Parameters, InvalidParameters = [] } = await get(names);
  const entries = expect(Parameters).flatMap((parameter) => {
    note(parameter.ARN);
    const facts = toFacts(parameter);
    return getSpellings(parameter).map((name) => [name, facts] as const);
  });
  return { found: new Map([...index(entries.map(([, facts]) => facts)), ...entries]), missing: new Set(InvalidParameters) };
}

/** A parameter comes back under its plain name, however it was asked for. */
const getSpellings = ({ Name = '', ARN = Name, Selector = '', Version }: Parameter): string[] =>
  [Selector, ...(Version === undefined ? [] : [`:${String(Version)}`])].flatMap((selector) => [`${ARN}${selector}`, `${Name}${selector}`]).concat(ARN);

/** By name and by its twin; the exact name goes first. */
export const index = (parameters: readonly ParameterFacts[]): Map<string, ParameterFacts> =>
  new Map([
    ...parameters.flatMap((parameter) => [getTwin(parameter.name)].flatMap((twin) => (twin === undefined ? [] : [[twin, parameter] as const]))),
    ...parameters.map((parameter) => [parameter.name, parameter] as const),
  ]);

function toFacts({ Name, Type, Version, KeyId }: Pick<ParameterMetadata, 'Name' | 'Type' | 'Version' | 'KeyId'>): ParameterFacts {
  const type = isParameterType(Type) ? Type : undefined;
  return { name: expect(Name), type: expect(type), version: expect(Version), ...(KeyId === undefined ? {} : { keyId: KeyId }) };
}

/** A captive portal may answer 200 with any JSON; what it leaves out must not read as absent. */
export function expect<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not an answer of Parameter Store');
  return value;
}
