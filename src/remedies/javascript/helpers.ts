import type { Edit } from '../../core/edit.ts';
import type { JavaScriptSite } from '../../core/sites/javascript.ts';
import { getFreeName, getImport, insert } from './imports.ts';

export type Helper = 'powertools' | 'sdk' | 'environment';

/** What an inserted read needs beside itself: imports and one function, under names that are free in the file. */
export interface NeededCode {
  readonly callee: string;
  readonly edits: readonly Edit[];
}

/** Gives the same edits for every literal of a file, so that several fixes of one file need them once. */
export function getHelper(helper: Helper, site: JavaScriptSite): NeededCode {
  if (helper === 'powertools') return getPowertools(site);
  return helper === 'sdk' ? getSdk(site) : getEnvironment(site);
}

function getPowertools(site: JavaScriptSite): NeededCode {
  const needed = getImport(site, '@aws-lambda-powertools/parameters/ssm', ['getParameter']);
  return { callee: needed.locals['getParameter'] ?? 'getParameter', edits: needed.edits };
}

const sdkModule = '@aws-sdk/client-ssm';

/** One client, and one request a name: a failed one is forgotten, so that the next call asks again. */
function getSdk(site: JavaScriptSite): NeededCode {
  const existing = findHelper(site, 'readParameter');
  if (existing !== undefined) return { callee: existing, edits: [] };
  const { locals, edits } = getImport(site, sdkModule, ['GetParameterCommand', 'SSMClient']);
  const callee = getFreeName(site, 'readParameter');
  const client = getFreeName(site, 'ssmClient');
  const cache = getFreeName(site, 'parameterValues');
  const { semicolon: end, quote } = site;
  const typed = (type: string): string => (site.isTypeScript ? type : '');
  const lines = [
    '',
    `const ${client} = new ${locals['SSMClient'] ?? 'SSMClient'}({})${end}`,
    `const ${cache} = new Map${typed('<string, Promise<string>>')}()${end}`,
    '',
    '/** Reads a parameter from Parameter Store, once. */',
    `function ${callee}(name${typed(': string')})${typed(': Promise<string>')} {`,
    `  const value = ${cache}.get(name) ?? fetchParameter(name)${end}`,
    `  ${cache}.set(name, value)${end}`,
    `  value.catch(() => ${cache}.delete(name))${end}`,
    `  return value${end}`,
    '}',
    '',
    `async function fetchParameter(name${typed(': string')})${typed(': Promise<string>')} {`,
    `  const { Parameter } = await ${client}.send(new ${locals['GetParameterCommand'] ?? 'GetParameterCommand'}({ Name: name, WithDecryption: true }))${end}`,
    `  if (Parameter?.Value === undefined) throw new Error(${quote}No value for parameter ${quote} + name)${end}`,
    `  return Parameter.Value${end}`,
    '}',
  ].map((line) => line.replaceAll('fetchParameter', getFreeName(site, 'fetchParameter')));
  return { callee, edits: [...edits, insertHelper(site, lines)] };
}

/** The environment's value, or an error that names the parameter to set it from. */
function getEnvironment(site: JavaScriptSite): NeededCode {
  const existing = findHelper(site, 'requireParameter');
  if (existing !== undefined) return { callee: existing, edits: [] };
  const callee = getFreeName(site, 'requireParameter');
  const { semicolon: end, quote } = site;
  const typed = (type: string): string => (site.isTypeScript ? type : '');
  const lines = [
    '',
    '/** An environment variable that the deployment sets from Parameter Store. */',
    `function ${callee}(variable${typed(': string')}, parameter${typed(': string')})${typed(': string')} {`,
    `  const value = process.env[variable]${end}`,
    `  if (value === undefined || value === ${quote}${quote}) throw new Error(variable + ${quote} is not set; set it from parameter ${quote} + parameter)${end}`,
    `  return value${end}`,
    '}',
  ];
  return { callee, edits: [insertHelper(site, lines)] };
}

/** A helper that an earlier fix put into the file. */
const findHelper = (site: JavaScriptSite, name: string): string | undefined => (site.helpers.includes(name) ? name : undefined);

const insertHelper = (site: JavaScriptSite, lines: readonly string[]): Edit =>
  insert(site, site.importOffset, `${lines.slice(1).join(site.newline)}${site.newline}`, 1);
