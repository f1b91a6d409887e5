import { isDotenvPath } from './paths.ts';

/** Which path is of which format; `text` is what no other claims. A scanner is loaded only for a file of its format. */
export const formats = {
  dotenv: isDotenvPath,
  javascript: (path: string): boolean => /\.[cm]?[jt]sx?$/u.test(path),
  json: (path: string): boolean => isJsonPath(path) || isMaybeJsonPath(path),
  php: (path: string): boolean => /\.(?:php\d?|phtml|inc)$/iu.test(path),
  properties: (path: string): boolean => /\.properties$/iu.test(path),
  python: (path: string): boolean => /\.py[iw]?$/u.test(path),
  shell: (path: string): boolean => /\.(?:ba|z|k|da)?sh$|(?:^|\/)\.(?:bashrc|bash_profile|profile|zshrc|zshenv|envrc)$/u.test(path),
  terraform: (path: string): boolean => /\.(?:tf|tfvars)$/u.test(path),
  text: (): boolean => true,
  yaml: (path: string): boolean => /\.ya?ml(?:\.(?:template|tmpl|tpl|dist|example|sample))?$|(?:^|\/)\.ebextensions\/[^/]+\.config$/iu.test(path),
} as const;

export const isJsonPath = (path: string): boolean =>
  /\.(?:jsonc?|json5|jsonl|ndjson|tfstate|har|webmanifest|code-workspace)$|\.json\.(?:template|tmpl|tpl|dist|example|sample)$|(?:^|\/)\.(?:dockercfg|dockerconfigjson)$/iu.test(path);

/** CloudFormation's `.template`, and policies without an ending: what is in them decides. */
const isMaybeJsonPath = (path: string): boolean => /(?:^|\/)[\w-]+\.(?:template|cfn)$|(?:^|\/)(?:[\w-]+[_-])?policy$/iu.test(path);
