import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { applyEdits, mergeEdits, type Edit } from '../../src/core/edit.ts';
import { planRemedies, settle } from '../../src/core/plan.ts';
import type { Problem } from '../../src/core/problem.ts';
import type { Remedy } from '../../src/core/remedy.ts';
import { remedies } from '../../src/remedies/index.ts';
import { python } from '../../src/remedies/python.ts';
import { scan } from '../python/scan-python.ts';
import { fill } from '../support/fill.ts';
import { present } from './present.ts';

const name = '/prod/x';

const findRemedy = ({ site }: Problem): Remedy | undefined => remedies.find(({ carrier }) => carrier === site?.carrier);

/** All edits that are offered, made at once; reasons where there is none. */
async function fix(source: string, path?: string): Promise<{ text: string; reasons: string[] }> {
  const { text, problems } = await scan(source, path);
  const groups: (readonly Edit[])[] = [];
  const reasons: string[] = [];
  for (const problem of problems) {
    const remedy = findRemedy(problem);
    if (problem.site?.refusal !== undefined) reasons.push(problem.site.refusal);
    else if (problem.site !== undefined && remedy !== undefined) {
      const proposal = remedy.propose({ text, problem, site: problem.site, parameter: present(name), parametersBelowPrefix: [], project: { prefix: '' } });
      groups.push(proposal.edits ?? []);
    }
  }
  return { text: applyEdits(text, mergeEdits(groups) ?? []), reasons };
}

const read = `boto3.client("ssm").get_parameter(Name="${name}", WithDecryption=True)["Parameter"]["Value"]`;
const singleRead = read.replaceAll('"', "'");

const powertoolsRead = `parameters.get_parameter("${name}", decrypt=True)`;
const fromUtilities = 'from aws_lambda_powertools.utilities import parameters\n';

/** Sources and what they become; Python judges all of the results below. */
const cases: readonly (readonly [string, string])[] = [
  ['import boto3\npassword = "%weak%"\n', `import boto3\npassword = ${read}\n`],
  ['import boto3 as aws\npassword = "%weak%"\n', `import boto3 as aws\npassword = ${read.replace('boto3', 'aws')}\n`],
  ['import boto3.session\npassword = "%weak%"\n', `import boto3.session\npassword = ${read}\n`],
  ['try:\n    import boto3\nexcept ImportError:\n    raise\npassword = "%weak%"\n', `try:\n    import boto3\nexcept ImportError:\n    raise\npassword = ${read}\n`],
  // where the import goes
  ['password = "%weak%"\n', `import boto3\npassword = ${read}\n`],
  ['import os\nimport sys\n\npassword = "%weak%"\n', `import os\nimport sys\nimport boto3\n\npassword = ${read}\n`],
  ['from a import (\n    b,\n    c,\n)\n\npassword = "%weak%"', `from a import (\n    b,\n    c,\n)\nimport boto3\n\npassword = ${read}`],
  ['"""Settings."""\n\npassword = "%weak%"\n', `"""Settings."""\nimport boto3\n\npassword = ${read}\n`],
  ['"""Settings."""\nfrom __future__ import annotations\n\npassword = "%weak%"\n', `"""Settings."""\nfrom __future__ import annotations\nimport boto3\n\npassword = ${read}\n`],
  ['#!/usr/bin/env python3\n# -*- coding: utf-8 -*-\npassword = "%weak%"\n', `#!/usr/bin/env python3\n# -*- coding: utf-8 -*-\nimport boto3\npassword = ${read}\n`],
  ['# Licence\n# text\n\npassword = "%weak%"\n', `# Licence\n# text\n\nimport boto3\npassword = ${read}\n`],
  ['import os\r\npassword = "%weak%"\r\n', `import os\r\nimport boto3\r\npassword = ${read}\r\n`],
  ['password = "%weak%"\nimport boto3\n', `import boto3\npassword = ${read}\nimport boto3\n`],
  ['def f():\n    import boto3\npassword = "%weak%"\n', `import boto3\ndef f():\n    import boto3\npassword = ${read}\n`],
  ['from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import boto3\npassword = "%weak%"\n', `from typing import TYPE_CHECKING\nimport boto3\nif TYPE_CHECKING:\n    import boto3\npassword = ${read}\n`],
  // literals and their places
  ["import boto3\nx = 'a'\npassword = '%weak%'\n", `import boto3\nx = 'a'\npassword = ${singleRead}\n`],
  ['import boto3\nkey = hmac.new(b"%token%", m, "sha1")\n', `import boto3\nkey = hmac.new(${read}.encode(), m, "sha1")\n`],
  ['import boto3\nSECRET_KEY = "%password%".encode("ascii")\nSECRET_KEY = u"%password%"\n', `import boto3\nSECRET_KEY = ${read}.encode("ascii")\nSECRET_KEY = ${read}\n`],
  ['import boto3\ndef get_password():\n    return"%weak%"\n', `import boto3\ndef get_password():\n    return ${read}\n`],
  ['import boto3\nclass C:\n    password: str = "%weak%"\n    def f(self, token="%token%"): pass\n', `import boto3\nclass C:\n    password: str = ${read}\n    def f(self, token=${read}): pass\n`],
  ['import boto3\nif password == "%weak%": pass\n', `import boto3\nif password == ${read}: pass\n`],
  ['import boto3\napi_key = ("%token%"\n    "%hex%")\n', `import boto3\napi_key = (${read})\n`],
  ['import boto3\napi_key = "%token%" + "%hex%"\n', `import boto3\napi_key = ${read}\n`],
  ['import boto3\npassword = """%weak%"""\n', `import boto3\npassword = ${read}\n`],
  // with Powertools for AWS Lambda
  ['from aws_lambda_powertools import Logger\npassword = "%weak%"\n', `from aws_lambda_powertools import Logger\n${fromUtilities}password = ${powertoolsRead}\n`],
  [`${fromUtilities}password = "%weak%"\n`, `${fromUtilities}password = ${powertoolsRead}\n`],
  ['import boto3\nfrom aws_lambda_powertools.utilities.parameters import get_parameter as get\npassword = "%weak%"\n', `import boto3\nfrom aws_lambda_powertools.utilities.parameters import get_parameter as get\npassword = get("${name}", decrypt=True)\n`],
  ['import aws_lambda_powertools.utilities.parameters as p\nkey = hmac.new(b"%token%", m, "sha1")\n', `import aws_lambda_powertools.utilities.parameters as p\nkey = hmac.new(p.get_parameter("${name}", decrypt=True).encode(), m, "sha1")\n`],
  ['import aws_lambda_powertools.utilities.parameters\npassword = "%weak%"\n', `import aws_lambda_powertools.utilities.parameters\npassword = aws_lambda_powertools.utilities.${powertoolsRead}\n`],
  [`${fromUtilities}def f(parameters):\n    password = "%weak%"\n`, `${fromUtilities}from aws_lambda_powertools.utilities import parameters as powertools_parameters\ndef f(parameters):\n    password = powertools_${powertoolsRead}\n`],
  ['import aws_lambda_powertools\nurl = "postgres://app:%token%@db/x"\n', `import aws_lambda_powertools\n${fromUtilities}from urllib.parse import quote\nurl = f"postgres://app:{quote(${powertoolsRead.replaceAll('"', "'")}, safe='')}@db/x"\n`],
  // parts of literals
  ['import boto3\nh = {"Authorization": "Bearer %token%"}\n', `import boto3\nh = {"Authorization": f"Bearer {${singleRead}}"}\n`],
  ["import boto3\nh = {'Authorization': 'Bearer %token%'}\n", `import boto3\nh = {'Authorization': f'Bearer {${read}}'}\n`],
  ['import boto3\nh = {"Authorization": f"Bearer %token%"}\n', `import boto3\nh = {"Authorization": f"Bearer {${singleRead}}"}\n`],
  ['import boto3\nfrom urllib.parse import quote\nurl = "postgres://app:%token%@db/{x}"\n', `import boto3\nfrom urllib.parse import quote\nurl = f"postgres://app:{quote(${singleRead}, safe='')}@db/{{x}}"\n`],
  ['import boto3\nurl = f"postgres://app:%token%@{host}/db"\n', `import boto3\nfrom urllib.parse import quote\nurl = f"postgres://app:{quote(${singleRead}, safe='')}@{host}/db"\n`],
  ['import boto3\nquote = 1\nurl = r\'postgres://app:%token%@db/{1}\'\n', `import boto3\nfrom urllib.parse import quote as quote_password\nquote = 1\nurl = fr'postgres://app:{quote_password(${read}, safe="")}@db/{{1}}'\n`],
  ['url = "postgres://app:%token%@db/x"\n', `import boto3\nfrom urllib.parse import quote\nurl = f"postgres://app:{quote(${singleRead}, safe='')}@db/x"\n`],
  ['import boto3\nfrom urllib.parse import quote as q\nurl = "postgres://app:%token%@{}/db".format(host)\n', `import boto3\nfrom urllib.parse import quote as q\nurl = f"postgres://app:{q(${singleRead}, safe='')}@{{}}/db".format(host)\n`],
  ['import boto3\nfrom urllib.parse import quote\nurl = ("postgres://app:"\n    "%token%@db")\n', `import boto3\nfrom urllib.parse import quote\nurl = ("postgres://app:"\n    f"{quote(${singleRead}, safe='')}@db")\n`],
  ['import boto3\nx = "\\N{DASH} \\t{a} %github% \\\\"\n', `import boto3\nx = f"\\N{DASH} \\t{{a}} {${singleRead}} \\\\"\n`],
  ['import boto3\nx = """a\n"b" {c} %github%\n"""\n', `import boto3\nx = f"""a\n"b" {{c}} {${singleRead}}\n"""\n`],
];

/** Whether Python takes the programs; undefined where there is no Python. */
function compile(programs: readonly string[]): string | undefined {
  const script = 'import ast, json, sys\nfor text in json.load(sys.stdin):\n    try: compile(text, "x", "exec")\n    except SyntaxError as error: print(error, text)';
  const result = spawnSync('python3', ['-c', script], { input: JSON.stringify(programs), encoding: 'utf8' });
  return result.error === undefined ? `${result.stdout}${result.stderr}` : undefined;
}

describe('a literal of Python', () => {
  it.each(cases)('%j', async (source, expected) => {
    expect(await fix(source)).toEqual({ text: fill(expected), reasons: [] });
  });

  it('becomes a program that Python takes', async ({ skip }) => {
    const programs = await Promise.all(cases.map(async ([source]) => (await fix(source)).text.replaceAll('\\N{DASH}', '\\N{EM DASH}')));
    const complaints = compile(programs);
    if (complaints === undefined) return skip('no python3');
    expect(complaints).toBe('');
    return undefined;
  });

  it('needs each import once for all literals of a file', async () => {
    const { text } = await fix('import os\npassword = "%weak%"\napi_key = "%token%"\nurl = "postgres://app:%token%@db/x"\nredis = "redis://:%hex%@db/x"\n');
    expect(text.match(/^import boto3$/gmu)).toHaveLength(1);
    expect(text.match(/^from urllib\.parse import quote$/gmu)).toHaveLength(1);
    expect(text).not.toMatch(new RegExp(['%weak%', '%token%', '%hex%'].map(fill).join('|'), 'u'));
  });

  it('is clean after the edit', async () => {
    for (const [source] of cases) {
      const { text } = await fix(source);
      expect((await scan(text)).problems.filter(({ ruleId }) => ruleId === 'no-hardcoded-secrets'), text).toEqual([]);
    }
  });
});

describe('no edit is offered', () => {
  it.each([
    ['url = "postgres://app:%token%@%s/db" % host', /filled in with %/u],
    ['x = "id %github% {}".format(y)', /\.format/u],
    ['url = b"postgres://app:%token%@db/x"', /bytes literal/u],
    ['x = f"{get(\'%github%\')}"', /inside of an f-string/u],
    ['"""Uses %github%."""', /comment/u],
    ['import os; password = "%weak%"', /line of the imports/u],
    ['from aws_cdk import Stack\npassword = "%weak%"', /SecretValue\.ssm_secure/u],
    ['boto3 = make()\npassword = "%weak%"', /something else is called boto3/u],
    ['x = "abc %github%', /not closed/u],
    ['match x:\n  case "%github%": pass', /pattern/u],
    ['x = t"id %github%"', /template string/u],
  ] as const)('for %s', async (source, reason) => {
    const { text, reasons } = await fix(source);
    expect(text).toBe(fill(source));
    expect(reasons).toEqual([expect.stringMatching(reason)]);
  });

  it('in a stub', async () => {
    expect((await fix('password = "%weak%"\n', 'a.pyi')).reasons).toEqual([expect.stringContaining('stub')]);
  });

  it('for a comment', async () => {
    expect(await fix('# %github%\n')).toEqual({ text: fill('# %github%\n'), reasons: [] });
  });

  it('without a parameter', async () => {
    const { text, problems } = await scan('password = "%weak%"');
    const site = problems[0]?.site;
    if (site?.carrier !== 'python' || problems[0] === undefined) throw new Error('no site');
    expect(python.propose({ text, problem: problems[0], site, parametersBelowPrefix: [], project: { prefix: '' } }).edits).toBeUndefined();
  });
});

it.each([
  ['DATABASE_URL = "postgres://shop:%token%@db/shop"\n', '/prod/shop/database-url', 'none'],
  ['CONNECTION_STRING = "Server=db;User Id=shop;Password=%token%;"\n', '/prod/shop/connection-string', 'none'],
  ['DATABASE_URL_PASSWORD = "%token%"\n', '/prod/shop/database-url-password', 'offered'],
])('%j takes no parameter that is named like the whole text', async (source, parameter, state) => {
  const { text, problems: [problem] } = await scan(source);
  if (problem === undefined) throw new Error('nothing found');
  const outcome = settle(planRemedies({ problem, text, path: 'a.py', project: { prefix: '' }, naming: { map: {}, prefix: '' }, knowledge: { answers: new Map(), found: [present(parameter)] }, remedies }));
  expect(outcome.state).toBe(state);
});

describe('a log line of Python', () => {
  const sources = ['print(f"a {password} b {json.dumps({\'x\': api_key})}")', 'print("a %s" % password, api_key, sep="")', 'log.info("x", password=pw, extra={"token": [api_key]})', 'print(str(password) + "x" + f\'{os.environ["API_KEY"]!r:>10}\')'];

  it('keeps its meaning and its syntax', async ({ skip }) => {
    const texts = await Promise.all(sources.map(async (source) => (await fix(source)).text));
    expect(texts).toEqual(['print(f"a [redacted] b [redacted]")', 'print("a %s" % "[redacted]", "[redacted]", sep="")', 'log.info("x", password="[redacted]", extra={"token": ["[redacted]"]})', 'print(str("[redacted]") + "x" + f\'[redacted]\')']);
    const complaints = compile(texts);
    if (complaints === undefined) return skip('no python3');
    expect(complaints).toBe('');
    return undefined;
  });
});
