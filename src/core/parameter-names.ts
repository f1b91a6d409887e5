import { splitWords } from './names.ts';
import type { Subject } from './problem.ts';
import type { ParameterFacts } from './store.ts';

/** The grammar of PutParameter in the Systems Manager API reference; its limit of 1011 counts the ARN, so it is generous here. */
export const isParameterName = (name: string): boolean => name.length <= 1011 && /^(?:[\w.-]+|(?:\/[\w.-]+){1,15})$/u.test(name);

/** `/prod/shop/db-password` is injected as `DB_PASSWORD`. */
export const toVariable = (name: string): string =>
  splitWords(name.split('/').at(-1) ?? name).join('_').toUpperCase().replace(/^(?=\d)/u, '_');

/** How well a parameter's name fits: `sure` names the same thing word by word; `near` only ends alike. */
export interface Likeness {
  readonly parameter: ParameterFacts;
  readonly likeness: 'sure' | 'near';
}

/** The parameter that the config's map gives for a subject; its keys are compared word by word. */
export function getMappedName(map: Readonly<Record<string, string>>, subject: Subject): string | undefined {
  const name = normalize([subject.name]).join(' ');
  const full = normalize([...subject.path, subject.name]).join(' ');
  const entries = Object.entries(map).map(([key, parameter]) => ({ key: normalize([key]).join(' '), parameter }));
  return (entries.find(({ key }) => key === full) ?? entries.find(({ key }) => key === name))?.parameter;
}

/** Fragments of names to ask the store for: the subject's last words in the usual spellings. */
export function getNameFragments(subject: Subject): string[] {
  const words = splitWords(subject.name);
  const last = words.at(-1) ?? subject.name;
  const spellings = [words.join('-'), words.join('_'), words.join('/'), words.join(''), last, ...(synonyms.get(last) === undefined ? [] : [synonyms.get(last) ?? ''])];
  return [...new Set([...spellings, ...spellings.map((fragment) => fragment.toUpperCase()), toCamel(words)])].filter((fragment) => fragment.length > 2);
}

/** Orders the parameters that fit; those below `prefix`, where there are any, push out the rest, and so does `environment`. */
export function rankParameters(
  subject: Subject,
  parameters: readonly ParameterFacts[],
  { prefix, environment }: { prefix: string; environment: string | undefined },
): Likeness[] {
  const fitting = parameters.flatMap((parameter) => {
    const likeness = getLikeness(subject, parameter.name);
    return likeness === undefined ? [] : [{ parameter, likeness }];
  });
  const below = prefer(fitting, ({ parameter }) => prefix !== '' && parameter.name.startsWith(prefix));
  const ranked = environment === undefined ? below : prefer(below, ({ parameter }) => getEnvironment(parameter.name) === environment);
  const sure = ranked.filter(({ likeness }) => likeness === 'sure');
  return (sure.length > 0 ? sure : ranked).sort((a, b) => a.parameter.name.localeCompare(b.parameter.name, 'en'));
}

/** `prod`, `staging`, `dev` or `test`, from the parts of a path or a parameter's name. */
export function getEnvironment(name: string): string | undefined {
  for (const word of splitWords(name)) {
    const environment = environments.get(word);
    if (environment !== undefined) return environment;
  }
  return undefined;
}

function getLikeness(subject: Subject, parameterName: string): Likeness['likeness'] | undefined {
  const own = normalize([subject.name]);
  const full = normalize([...subject.path, subject.name]);
  const segments = parameterName.split('/').filter((segment) => segment !== '');
  const last = normalize([segments.at(-1) ?? '']);
  const all = normalize(segments);
  const common = getCommonTail(full, all);
  if (common === 0) return undefined;
  // `SHOP_DB_PASSWORD` is `/prod/shop/db-password`: every word of the name is in the path, and the last segment is whole
  const isCovered = own.every((word) => all.includes(word)) && common >= Math.min(last.length, own.length);
  if (own.length > 1 && isCovered && (common >= last.length || common === own.length)) return 'sure';
  if (common > 1 && common >= last.length && own.every((word) => all.includes(word))) return 'sure';
  return common >= Math.min(last.length, own.length) ? 'near' : undefined;
}

function getCommonTail(a: readonly string[], b: readonly string[]): number {
  let count = 0;
  while (count < a.length && count < b.length && a.at(-1 - count) === b.at(-1 - count)) count++;
  return count;
}

const normalize = (names: readonly string[]): string[] =>
  names.flatMap(splitWords).flatMap((word) => (synonyms.get(word) ?? word).split(' ')).filter((word) => !fillers.has(word));

const synonyms: ReadonlyMap<string, string> = new Map([
  ['passwd', 'password'],
  ['pwd', 'password'],
  ['pass', 'password'],
  ['apikey', 'api key'],
  ['secretkey', 'secret key'],
  ['accesskey', 'access key'],
  ['privatekey', 'private key'],
  ['authtoken', 'auth token'],
  ['accesstoken', 'access token'],
  ['clientsecret', 'client secret'],
  ['database', 'db'],
  ['uri', 'url'],
]);

const fillers: ReadonlySet<string> = new Set(['value', 'env', 'var', 'string', 'the', 'my', 'default']);

const environments: ReadonlyMap<string, string> = new Map([
  ['prod', 'prod'],
  ['production', 'prod'],
  ['prd', 'prod'],
  ['live', 'prod'],
  ['staging', 'staging'],
  ['stage', 'staging'],
  ['stg', 'staging'],
  ['dev', 'dev'],
  ['development', 'dev'],
  ['test', 'test'],
  ['testing', 'test'],
  ['qa', 'test'],
]);

const toCamel = (words: readonly string[]): string =>
  words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('');

/** The entries that pass, or all where none does. */
function prefer<T>(entries: readonly T[], test: (entry: T) => boolean): T[] {
  const passing = entries.filter(test);
  return passing.length > 0 ? passing : [...entries];
}
