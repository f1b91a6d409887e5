import { runChecker, type Check } from '../../support/checker.ts';

/** Read by a library of Java's format; no property may be left without a value, and placeholders have to be well-formed. */
const read = `
import pathlib, re, sys
try:
    import javaproperties
except ImportError:
    sys.exit(42)
wrong = []
for file in pathlib.Path('.').rglob('application*.properties'):
    for key, value in javaproperties.loads(file.read_text()).items():
        if not value or ('\${' in value and not re.fullmatch(r'\\\$\\{[A-Z][A-Z0-9_]*\\}', value)):
            wrong.append(key)
print(wrong)
sys.exit(1 if wrong else 0)
`;

export function check(folder: string): Check {
  const result = runChecker('python3', ['-c', read], folder);
  return result !== 'missing' && result.code === 42 ? 'missing' : result;
}
