import type { Edit } from '../core/edit.ts';
import { describeGrant } from '../core/grant.ts';
import { getNewline, quoteLike, toScalar } from '../core/lines.ts';
import type { Proposal, Remedy } from '../core/remedy.ts';
import type { LambdaSite, PolicyList } from '../core/sites/lambda.ts';

/**
 * A variable of a function gets the parameter's name, and a name of its own that says so: nothing in a function's settings
 * resolves a SecureString, and code that goes on reading the old variable finds none instead of a wrong value.
 */
export const lambda: Remedy<LambdaSite> = {
  carrier: 'lambda',
  needs: 'parameter',
  secrets: { advice: 'pass its id in the environment, fetch it when the function starts and grant secretsmanager:GetSecretValue on it' },
  propose({ text, site, parameter }): Proposal {
    if (parameter === undefined) return { edits: undefined, reason: 'no parameter' };
    const { name } = parameter.parameter;
    const renamed = getName(site.name);
    if (site.takenNames.includes(renamed)) return { edits: undefined, reason: `Lambda does not resolve SecureStrings, and ${renamed} is there already: delete ${site.name} where the code reads the parameter.` };
    const grant = site.policies === undefined ? `the function’s role needs ${describeGrant('ssm:GetParameter', parameter)}` : `SSMParameterReadPolicy lets it${getKeyGrant(parameter.parameter.keyId)}`;
    return {
      edits: [
        { range: site.keyRange, text: quoteLike(text.charAt(site.keyRange[0]), renamed) },
        { range: site.valueRange, text: toScalar(text.slice(...site.valueRange), name) },
        ...(site.policies === undefined ? [] : addPolicy(text, site.policies, name.replace(/^\//u, ''))),
      ],
      title: `pass the name ${name} as ${renamed}`,
      note: `Change the code before you deploy this: it has to fetch the value named by ${renamed} when it starts (Powertools getParameter with decryption); ${grant}.`,
    };
  },
};

const getName = (name: string): string => (/[a-z]/u.test(name) ? `${name}Param` : `${name}_PARAM`);

const getKeyGrant = (keyId: string | undefined): string => (keyId === 'alias/aws/ssm' ? '' : ', and a KMS key of your own asks for kms:Decrypt besides');

/** Policy template of AWS SAM, whose argument is the name without its first slash. */
function addPolicy(text: string, { offset, layout, space, keySpace, parameterNames }: PolicyList, name: string): Edit[] {
  if (parameterNames.includes(name)) return [];
  const range = [offset, offset] as const;
  const mark = layout === 'flow' ? '"' : '';
  const [policy, argument] = ['SSMParameterReadPolicy', 'ParameterName'].map((key) => quoteLike(mark, key));
  if (layout === 'flow') return [{ range, text: `,${space === '' ? ' ' : space}{ ${policy ?? ''}: { ${argument ?? ''}: "${name}" } }` }];
  const newline = getNewline(text);
  const lead = offset === text.length && !text.endsWith('\n') ? ['', newline] : [newline, ''];
  const line = (content: string): string => `${lead[1] ?? ''}${content}${lead[0] ?? ''}`;
  const key = keySpace === undefined ? [] : [{ range, text: line(`${keySpace}Policies:`), rank: -1 }];
  return [...key, { range, text: line(`${space}- ${policy ?? ''}:`) + line(`${space}    ${argument ?? ''}: ${toScalar('', name)}`) }];
}
