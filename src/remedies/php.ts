import { toVariable } from '../core/parameter-names.ts';
import type { ComposerFacts, Proposal, Remedy, RemedyRequest } from '../core/remedy.ts';
import type { PhpSite } from '../core/sites/php.ts';
import type { Present } from '../core/store.ts';

/** A literal in PHP becomes a read with the AWS SDK where the project has it, and of the environment where not. */
export const php: Remedy<PhpSite> = {
  carrier: 'php',
  needs: 'parameter',
  secrets: 'like-parameters',
  propose({ site, parameter, project, text }: RemedyRequest<PhpSite>): Proposal {
    if (parameter === undefined) return { edits: undefined, reason: 'no parameter' };
    const { name } = parameter.parameter;
    const hasSdk = site.usesSdk || project.composer?.packages.has('aws/aws-sdk-php') === true;
    const read = hasSdk ? toRead(parameter) : toEnvironment(name, project.composer);
    return {
      edits: [{ range: site.range, text: separate(site, text, toExpression(site, text, read)) }],
      title: `read ${name} ${hasSdk ? 'with the AWS SDK for PHP' : 'through the environment'}`,
      note: hasSdk
        ? 'It needs the autoloader of Composer, and asks Parameter Store each time the line runs: keep the value where that is often.'
        : `Set ${toVariable(name)} from ${name} where the code is deployed (ECS "secrets", or "paramguard exec"); PHP-FPM passes it on with clear_env = no, or with a line env[${toVariable(name)}] of its pool.`,
    };
  },
};

/** The SDK has no region of its own; without `WithDecryption` a SecureString would come as ciphertext. */
const toRead = ({ parameter: { name }, evidence: { region } }: Present): string =>
  `(new \\Aws\\Ssm\\SsmClient(['version' => 'latest', 'region' => getenv('AWS_REGION') ?: '${region}']))->getParameter(['Name' => '${name}', 'WithDecryption' => true])['Parameter']['Value']`;

/** `throw` is an expression from PHP 8 on; PHP 7 can call a closure that throws. */
function toEnvironment(name: string, composer: ComposerFacts | undefined): string {
  const failure = `throw new \\RuntimeException('${toVariable(name)} is not set; set it from parameter ${name}')`;
  return `getenv('${toVariable(name)}') ?: ${isPhp8(composer?.php ?? '') ? failure : `(function () { ${failure}; })()`}`;
}

/** Whether every alternative of a constraint begins at version 8 or later (Composer, "Versions and constraints"). */
const isPhp8 = (constraint: string): boolean => constraint.split('|').every((part) => part === '' || /^\s*(?:(?:\^|~|>=?|=)\s*)?v?(?:[89]|[1-9]\d)(?:\.|\s|$)/u.test(part)) && /\d/u.test(constraint);

function toExpression({ range, partRange, isUrlPart, needsParentheses }: PhpSite, text: string, read: string): string {
  const prefix = /^[bB]?["']/u.exec(text.slice(...range))?.[0] ?? "'";
  const mark = prefix.slice(-1);
  const before = text.slice(range[0] + prefix.length, partRange[0]);
  const after = text.slice(partRange[1], range[1] - 1);
  const isAlone = before === '' && after === '';
  const value = isUrlPart ? `rawurlencode(${read})` : isAlone || !read.startsWith('getenv') ? read : `(${read})`;
  const parts = [...(before === '' ? [] : [prefix + before + mark]), value, ...(after === '' ? [] : [mark + after + mark])].join(' . ');
  const binds = isAlone ? value.startsWith('getenv') : true;
  return needsParentheses && binds ? `(${parts})` : parts;
}

/** `return'…'` needs no space, `returngetenv` does. */
const separate = ({ range }: PhpSite, text: string, replacement: string): string => (/\w/u.test(text.charAt(range[0] - 1)) && /^\w/u.test(replacement) ? ` ${replacement}` : replacement);
