import type { Proposal, Remedy } from '../core/remedy.ts';
import type { SpringSite } from '../core/sites/spring.ts';

/**
 * A property goes where the file imports its parameter under the same name. Elsewhere its value becomes a placeholder of the
 * environment variable that Spring binds to the property anyway (Spring Boot, "Binding from Environment Variables").
 */
export const spring: Remedy<SpringSite> = {
  carrier: 'spring',
  needs: 'parameter',
  secrets: 'like-parameters',
  propose({ text, site, parameter }): Proposal {
    if (parameter === undefined) return { edits: undefined, reason: 'no parameter' };
    const { name } = parameter.parameter;
    const path = site.importedPaths.find((candidate) => name.startsWith(candidate) && isSameProperty(name.slice(candidate.length).replaceAll('/', '.'), site.property));
    if (path !== undefined && site.lines !== undefined) {
      return { edits: [{ range: site.lines, text: '' }], title: `leave ${site.property} to ${name}`, note: `The import of ${path} sets it. The program’s role needs ssm:GetParametersByPath on it.` };
    }
    const variable = toVariable(site.property);
    const mark = text.charAt(site.range[0]);
    const quote = mark === '"' || mark === "'" ? mark : site.isFlow ? '"' : '';
    return {
      edits: [{ range: site.range, text: `${quote}\${${variable}}${quote}` }],
      title: `read ${site.property} from the variable ${variable}`,
      note: `Set ${variable} from ${name} where the program runs (ECS "secrets", or "paramguard exec"); where it is not set, the program gets no password. With Spring Cloud AWS, a parameter called PATH/${site.property} and spring.config.import=aws-parameterstore:PATH/ do without the variable.`,
    };
  },
};

/** Spring's relaxed names: case, dashes and underscores do not count. */
const isSameProperty = (a: string, b: string): boolean => relax(a) === relax(b);

const relax = (property: string): string => property.toLowerCase().replace(/[-_]/gu, '');

/** Dots become underscores, dashes go, all in capitals. */
const toVariable = (property: string): string => property.replace(/-/gu, '').replace(/[^A-Za-z\d]+/gu, '_').replace(/_$/u, '').toUpperCase();
