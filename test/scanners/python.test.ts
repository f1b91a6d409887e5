import { describe, expect, it } from 'vitest';
import { createDetect } from '../../src/core/detect.ts';
import { isOverlapping } from '../../src/core/range.ts';
import { detectors } from '../../src/detectors/index.ts';
import { scanners } from '../../src/scanners/index.ts';
import { python } from '../../src/scanners/python.ts';
import { scan } from '../python/scan-python.ts';
import { fill } from '../support/fill.ts';

describe('the scanner of Python', () => {
  it.each(['a.py', 'b/c.pyi', 'd.pyw'])('takes %s', (path) => {
    expect(python.handles(path)).toBe(true);
    expect(scanners.find((scanner) => scanner.id !== 'text' && scanner.handles(path))?.id).toBe('python');
  });

  it.each(['a.pyc', 'a.py.txt', 'py', 'a.ipynb', 'a.pyx'])('leaves %s', (path) => {
    expect(python.handles(path)).toBe(false);
  });

  it('finds both kinds of leaks in one pass, ordered within each', async () => {
    const { text, problems } = await scan('import os\nDB_PASSWORD = "%weak%"\nprint(DB_PASSWORD)\n# %github%\nprint(os.environ)\n');
    expect(problems.map(({ ruleId, range }) => `${ruleId} ${text.slice(...range)}`)).toEqual([
      fill('no-hardcoded-secrets %weak%'),
      fill('no-hardcoded-secrets %github%'),
      'no-logged-secrets DB_PASSWORD',
      'no-logged-secrets os.environ',
    ]);
  });

  it('marks no place twice for one rule', async () => {
    const { problems } = await scan('boto3.client("s3", aws_access_key_id="%akid%", aws_secret_access_key="%sak%")\nx = {"secret": "%sak%", "url": "postgres://a:%token%@b/%github%"}\n');
    for (const problem of problems) expect(problems.filter((other) => isOverlapping(other.range, problem.range))).toEqual([problem]);
    expect(problems).toHaveLength(5);
  });

  it('offers places in a file with line ends of Windows, and after a comment in another script', async () => {
    const { text, problems } = await scan('# пароль 🔑\r\npassword = "%weak%"\r\nprint(password)\r\n');
    expect(problems.map(({ range }) => text.slice(...range))).toEqual([fill('%weak%'), 'password']);
  });

  it('looks at nothing where there is nothing to look at', async () => {
    expect((await scan('def add(a, b):\n    c = a + b\n')).problems).toEqual([]);
    expect((await scan('')).problems).toEqual([]);
  });

  it.each([
    ['one line of five megabytes', `password = "${'x y '.repeat(1_250_000)}"`],
    ['a table', `secrets = [${'"abc def", '.repeat(100_000)}]`],
    ['a table of tuples', `keys = ${'("abc", "def"), '.repeat(50_000)}`],
    ['a call with many arguments', `f(${'"abc", '.repeat(50_000)})`],
    ['a dict', `x = {${'"password": "abc", '.repeat(20_000)}}`],
    ['a sum', `password = ${'"abc" + '.repeat(50_000)}"x"`],
    ['brackets', `password = ${'('.repeat(100_000)}`],
    ['f-strings', `print(${'f"{password'.repeat(20_000)}`],
    ['literals side by side', `password = ${'"abc" '.repeat(100_000)}`],
  ])('comes to an end with %s', async (_, text) => {
    const result = await python.scan({ path: 'a.py', text }, createDetect(detectors));
    expect(result.unread).toEqual([]);
  });
});
