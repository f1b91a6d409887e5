import { parseDotenv } from '../core/dotenv.ts';
import type { Range } from '../core/range.ts';
import type { Reference } from '../core/reference.ts';

/** `KEY=ssm:///prod/x` (https://github.com/remind101/ssm-env), which `paramguard exec` resolves, and varlock's `awsParam("/prod/x")`. */
export function findDotenvReferences(text: string): Reference[] {
  return parseDotenv(text).entries.flatMap(({ key, value, range: written }) => {
    const name = /^(?:ssm:\/\/|awsParam\(["'])(?<name>[^"'()#\s]{1,1100})/u.exec(value)?.groups?.['name'];
    if (name === undefined) return [];
    const at = text.slice(...written).indexOf(name);
    const range: Range = at < 0 ? written : [written[0] + at, written[0] + at + name.length];
    const subject = { name: key, path: [] };
    return [{ service: 'ssm', name, range, isVerbatim: at >= 0, action: 'ssm:GetParameters', reader: 'program', takes: 'any', decryption: 'present', isPath: false, subject }];
  });
}
