import type { Assignment } from './assigned-value.ts';
import type { Place } from './detect.ts';
import { isLocalePath, isTestPath } from './paths.ts';

/** How surely a text that no format reads assigns a credential. */
export function getTextPlace(path: string): Place {
  if (isLocalePath(path) || isProse(path) || /\.(?:html?|po|pot|strings|resx|arb|css|scss|less|svg)$|(?:^|\/)(?:strings|arrays)\.xml$/iu.test(path)) return 'text';
  if (isTestPath(path)) return 'test';
  return isSettingPath(path) ? 'setting' : 'code';
}

/** Whether values without quotes may count in a text: in settings, and in prose where `NAME=value` stands in it. */
export const hasBareValues = (path: string, place: Place): boolean => (place === 'setting' && !isMarkup(path)) || isProse(path);

export const isProse = (path: string): boolean => /\.(?:md|mdx|rst|adoc|txt)$/iu.test(path);

/** Whether a text may tell a password in words. */
export const tellsPasswords = (path: string): boolean => /\.eml$/iu.test(path) || (isProse(path) && !isLocalePath(path));

/** Files in which `name = value` needs no quotes. */
const isSettingPath = (path: string): boolean =>
  /\.(?:ini|cfg|conf|rsc|config|properties|toml|cnf|env|tfvars|service|list|bat|cmd|mk|xml|plist)$|(?:^|\/)(?:\.npmrc|\.pypirc|[._]netrc|\.?pgpass(?:\.conf)?|\.my\.cnf|\.s3cfg|\.boto|credentials|Dockerfile[\w.-]*|Containerfile|Makefile|Procfile|hosts|inventory|(?:inventor(?:y|ies)|group_vars|host_vars)\/[\w.-]+)$/iu.test(path);

const isMarkup = (path: string): boolean => /\.(?:xml|config|plist)$/iu.test(path);

/** Without quotes, calls, member reads and type names are code and no values. In prose only `NAME=value` assigns. */
export function isCode({ isQuoted, isOption = false, name, nameRange, range, value }: Assignment, place: Place): boolean {
  if (isQuoted || isOption) return false;
  // PowerShell within a batch file
  if (/^\$/u.test(name) && /^[a-z]{2,12}-[a-z]/iu.test(value)) return true;
  if (place === 'text') return !/^(?:[A-Z][A-Z\d_]*|[a-z][\w-]*(?:\.[\w-]+){1,8})$/u.test(name) || range[0] !== nameRange[1] + 1;
  return place !== 'setting' || /^[A-Za-z_$][\w$]*(?:\.(?=[A-Za-z_])|[([])|^\$|^(?:string|str|bool|boolean|int|number|any|true|false|null|none)$/iu.test(value);
}
