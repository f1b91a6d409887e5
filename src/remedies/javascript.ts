import { toVariable } from '../core/parameter-names.ts';
import type { Proposal, Project, Remedy } from '../core/remedy.ts';
import type { JavaScriptSite } from '../core/sites/javascript.ts';
import { getHelper, type Helper } from './javascript/helpers.ts';

/** A literal in JavaScript or TypeScript becomes a read of the parameter. */
export const javascript: Remedy<JavaScriptSite> = {
  carrier: 'javascript',
  needs: 'parameter',
  secrets: 'like-parameters',
  propose({ site, parameter, project }): Proposal {
    if (parameter === undefined) return { edits: undefined, reason: 'no parameter' };
    const { name } = parameter.parameter;
    const helper = chooseHelper(site, project);
    const needed = getHelper(helper, site);
    const call = getCall(helper, site, name, needed.callee);
    return {
      edits: [{ range: site.range, text: toExpression(site, call) }, ...needed.edits],
      title: `read ${name} ${titles[helper]}`,
      ...(helper === 'environment' ? { note: getNote(site, project, name) } : {}),
    };
  },
};

const titles: Readonly<Record<Helper, string>> = {
  powertools: 'with Powertools getParameter',
  sdk: 'with GetParameterCommand',
  environment: 'through the environment',
};

/** Powertools where the project has it, the SDK otherwise, and the environment where the code cannot wait for an answer. */
function chooseHelper(site: JavaScriptSite, project: Project): Helper {
  if (site.awaiting === 'never') return 'environment';
  if (has('@aws-lambda-powertools/parameters', site, project)) return 'powertools';
  if (has('@aws-sdk/client-ssm', site, project)) return 'sdk';
  return project.dependencies === undefined && !has(version2, site, project) ? 'sdk' : 'environment';
}

const has = (name: string, { imports }: JavaScriptSite, { dependencies }: Project): boolean =>
  dependencies?.has(name) === true || imports.some(({ source }) => source === name || source.startsWith(`${name}/`));

const version2 = 'aws-sdk';

/** Version 2 answers callbacks and promises of its own; AWS ended its support in September 2025. */
function getNote(site: JavaScriptSite, project: Project, name: string): string {
  const note = `Set ${toVariable(name)} from ${name} where the code is deployed (ECS "secrets", or "paramguard exec"); it is read when the code starts.`;
  const isOld = site.awaiting !== 'never' && has(version2, site, project);
  return isOld ? `${note} Version 2 of the AWS SDK (aws-sdk) is out of support: with @aws-sdk/client-ssm installed the value can be read directly.` : note;
}

function getCall(helper: Helper, { quote }: JavaScriptSite, name: string, callee: string): string {
  const argument = `${quote}${name}${quote}`;
  if (helper === 'environment') return `${callee}(${quote}${toVariable(name)}${quote}, ${argument})`;
  return helper === 'powertools' ? `await ${callee}(${argument}, { decrypt: true, throwOnMissing: true })` : `await ${callee}(${argument})`;
}

function toExpression(site: JavaScriptSite, call: string): string {
  const part = site.isUrlPart ? `encodeURIComponent(${call})` : call;
  if (site.place === 'template-part') return `\${${part}}`;
  if (site.place === 'jsx-attribute') return `{${part}}`;
  if (site.before !== '' || site.after !== '') return `\`${escapeTemplate(site.before)}\${${part}}${escapeTemplate(site.after)}\``;
  return site.needsParentheses && part.startsWith('await ') ? `(${part})` : part;
}

const escapeTemplate = (text: string): string => text.replace(/[\\`]|\$(?=\{)/gu, String.raw`\$&`).replace(/\n/gu, String.raw`\n`).replace(/\r/gu, String.raw`\r`);

