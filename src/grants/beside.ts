/** The folder whose code a policy is for: its own, or the one around folders that hold nothing but infrastructure; empty for the root. */
export function getBase(path: string): string {
  const parts = path.split('/').slice(0, -1);
  while (infrastructure.test(parts.at(-1) ?? '')) parts.pop();
  return parts.join('/');
}

export const isBeside = (policy: string, code: string): boolean => policy === code || isBelow(code, getBase(policy));

export const isBelow = (path: string, folder: string): boolean => folder === '' || path === folder || path.startsWith(`${folder}/`);

const infrastructure = /^(?:infra|infrastructure|iac|terraform|iam|policy|policies|cdk|deploy|cloudformation|cfn|templates|stacks|aws)$/iu;
