import type { Edit } from '../core/edit.ts';
import type { Proposal, Remedy } from '../core/remedy.ts';
import type { PythonSite } from '../core/sites/python.ts';

/**
 * A literal in Python becomes a read with boto3, or with Powertools where the file has it. Without `WithDecryption` a
 * SecureString would come as ciphertext, and without any error. What is written is valid from Python 3.8 on, where an f-string takes no quotes of its own kind.
 */
export const python: Remedy<PythonSite> = {
  carrier: 'python',
  needs: 'parameter',
  secrets: 'like-parameters',
  propose({ site, parameter, text }): Proposal {
    if (parameter === undefined) return { edits: undefined, reason: 'no parameter' };
    const { name } = parameter.parameter;
    return { edits: [{ range: site.range, text: getReplacement(site, name, text) }, ...getImports(site)], title: `read ${name} with ${site.library === 'powertools' ? 'Powertools' : 'boto3'}` };
  },
};

function getReplacement(site: PythonSite, name: string, text: string): string {
  if (site.place === 'expression') return separate(site, text, toExpression(site, name, site.quote));
  const field = `{${toExpression(site, name, site.innerQuote)}}`;
  return site.place === 'f-string-part' ? field : separate(site, text, toFormatted(site, text, field));
}

function toExpression(site: PythonSite, name: string, quote: string): string {
  const read = toRead(site, name, quote);
  if (site.isUrlPart) return `${getUrlQuote(site)}(${read}, safe=${quote}${quote})`;
  return site.isBytes ? `${read}.encode()` : read;
}

function toRead(site: PythonSite, name: string, quote: string): string {
  if (site.library === 'powertools') return `${site.getParameter ?? `${getUtility(site)}.get_parameter`}(${quote}${name}${quote}, decrypt=True)`;
  const [ssm, parameter, value] = ['ssm', 'Parameter', 'Value'].map((word) => `${quote}${word}${quote}`);
  return `${site.boto3 ?? 'boto3'}.client(${ssm ?? ''}).get_parameter(Name=${quote}${name}${quote}, WithDecryption=True)[${parameter ?? ''}][${value ?? ''}]`;
}

/** The literal as an f-string with the field in the place of the secret. */
function toFormatted({ range, partRange }: PythonSite, text: string, field: string): string {
  const literal = text.slice(...range);
  const prefix = /^[A-Za-z]*/u.exec(literal)?.[0] ?? '';
  const isRaw = /r/iu.test(prefix);
  const before = text.slice(range[0] + prefix.length, partRange[0]);
  const after = text.slice(partRange[1], range[1]);
  return `f${isRaw ? 'r' : ''}${escapeBraces(before, isRaw)}${field}${escapeBraces(after, isRaw)}`;
}

/** `\N{DASH}` keeps its braces. */
const escapeBraces = (text: string, isRaw: boolean): string => (isRaw ? text.replace(/[{}]/gu, '$&$&') : text.replace(/\\N\{[^}]{0,100}\}|[{}]/gu, (found) => (found.length > 1 ? found : found + found)));

/** `return"…"` needs no space, `returnboto3` does. */
const separate = ({ range }: PythonSite, text: string, replacement: string): string => (/\w/u.test(text.charAt(range[0] - 1)) ? ` ${replacement}` : replacement);

const getUrlQuote = ({ urlQuote, takenNames }: PythonSite): string => urlQuote ?? (takenNames.has('quote') ? 'quote_password' : 'quote');

const getUtility = ({ takenNames }: PythonSite): string => (takenNames.has('parameters') ? 'powertools_parameters' : 'parameters');

/** The same edits for every literal of a file, so that several fixes of one file need them once. */
function getImports(site: PythonSite): Edit[] {
  const edits: Edit[] = [];
  if (site.library === 'boto3' && site.boto3 === undefined) edits.push(insert(site, 'import boto3', 0));
  if (site.library === 'powertools' && site.getParameter === undefined) edits.push(insert(site, `from aws_lambda_powertools.utilities import ${toImport('parameters', getUtility(site))}`, 0));
  if (site.isUrlPart && site.urlQuote === undefined) {
    edits.push(insert(site, `from urllib.parse import ${toImport('quote', getUrlQuote(site))}`, 1));
  }
  return edits;
}

const toImport = (name: string, local: string): string => (name === local ? name : `${name} as ${local}`);

const insert = ({ importOffset, isAtLineStart, newline }: PythonSite, statement: string, rank: number): Edit => ({
  range: [importOffset, importOffset],
  text: isAtLineStart ? `${statement}${newline}` : `${newline}${statement}`,
  rank,
});
