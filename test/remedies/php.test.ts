import { Engine } from 'php-parser';
import { describe, expect, it } from 'vitest';
import { createDetect } from '../../src/core/detect.ts';
import { applyEdits, mergeEdits, type Edit } from '../../src/core/edit.ts';
import type { ComposerFacts } from '../../src/core/remedy.ts';
import { detectors } from '../../src/detectors/index.ts';
import { php } from '../../src/remedies/php.ts';
import { php as scanner } from '../../src/scanners/php.ts';
import { fill } from '../support/fill.ts';
import { present } from './present.ts';

const detect = createDetect(detectors);
const sdk: ComposerFacts = { packages: new Set(['aws/aws-sdk-php']), php: '' };

/** All edits that are offered, made at once; reasons where there is none. */
async function fix(source: string, composer?: ComposerFacts): Promise<{ text: string; reasons: string[] }> {
  const text = fill(source);
  const { problems } = await scanner.scan({ path: 'a.php', text }, detect);
  const groups: (readonly Edit[])[] = [];
  const reasons: string[] = [];
  for (const problem of problems) {
    if (problem.site?.carrier !== 'php') continue;
    if (problem.site.refusal !== undefined) reasons.push(problem.site.refusal);
    else {
      const project = { prefix: '', ...(composer === undefined ? {} : { composer }) };
      groups.push(php.propose({ text, problem, site: problem.site, parameter: present('/prod/db-password'), parametersBelowPrefix: [], project }).edits ?? []);
    }
  }
  return { text: applyEdits(text, mergeEdits(groups) ?? []), reasons };
}

const read = "(new \\Aws\\Ssm\\SsmClient(['version' => 'latest', 'region' => getenv('AWS_REGION') ?: 'eu-west-1']))->getParameter(['Name' => '/prod/db-password', 'WithDecryption' => true])['Parameter']['Value']";
const failure = "throw new \\RuntimeException('DB_PASSWORD is not set; set it from parameter /prod/db-password')";
const environment = `getenv('DB_PASSWORD') ?: (function () { ${failure}; })()`;

/** With the SDK and without. */
const cases: readonly (readonly [string, string, string])[] = [
  ["<?php $password = '%weak%';", `<?php $password = ${read};`, `<?php $password = ${environment};`],
  ['<?php $password="%weak%" ;', `<?php $password=${read} ;`, `<?php $password=${environment} ;`],
  ["<?php define('DB_PASSWORD', '%weak%');", `<?php define('DB_PASSWORD', ${read});`, `<?php define('DB_PASSWORD', ${environment});`],
  ["<?php return ['password' => '%weak%'];", `<?php return ['password' => ${read}];`, `<?php return ['password' => ${environment}];`],
  ["<?php function dbPassword() { return'%github%'; }", `<?php function dbPassword() { return${read}; }`, `<?php function dbPassword() { return ${environment}; }`],
  ["<?php $password = $_ENV['P'] ?? '%github%';", `<?php $password = $_ENV['P'] ?? ${read};`, `<?php $password = $_ENV['P'] ?? (${environment});`],
  ["<?php $h = 'Bearer ' . '%github%' . $x;", `<?php $h = 'Bearer ' . ${read} . $x;`, `<?php $h = 'Bearer ' . (${environment}) . $x;`],
  ["<?php $url = 'mysql://app:%token%@db/x';", `<?php $url = 'mysql://app:' . rawurlencode(${read}) . '@db/x';`, `<?php $url = 'mysql://app:' . rawurlencode(${environment}) . '@db/x';`],
  ['<?php connect($x . "mysql://app:%token%@db\\n");', `<?php connect($x . ("mysql://app:" . rawurlencode(${read}) . "@db\\n"));`, `<?php connect($x . ("mysql://app:" . rawurlencode(${environment}) . "@db\\n"));`],
  ["<?php putenv('API_KEY=%token%');", `<?php putenv('API_KEY=' . ${read});`, `<?php putenv('API_KEY=' . (${environment}));`],
  ["<?php new PDO('pgsql:host=db;user=shop;password=%token%;dbname=x');", `<?php new PDO(${read});`, `<?php new PDO(${environment});`],
  ["<?php class C { function f() { $token = '%token%'; return fn () => '%github%'; } }", `<?php class C { function f() { $token = ${read}; return fn () => ${read}; } }`, `<?php class C { function f() { $token = ${environment}; return fn () => (${environment}); } }`],
  ["<?xml version='1.0'?>\n<?php $password = '%weak%';", `<?xml version='1.0'?>\n<?php $password = ${read};`, `<?xml version='1.0'?>\n<?php $password = ${environment};`],
  ["<ul>\n<?php foreach ($a as $b): ?>\n<?= login('%github%') ?>\n<?php endforeach ?>", `<ul>\n<?php foreach ($a as $b): ?>\n<?= login(${read}) ?>\n<?php endforeach ?>`, `<ul>\n<?php foreach ($a as $b): ?>\n<?= login(${environment}) ?>\n<?php endforeach ?>`],
];

describe('a literal of PHP', () => {
  it.each(cases)('%j', async (source, withSdk, without) => {
    expect(await fix(source, sdk)).toEqual({ text: fill(withSdk), reasons: [] });
    expect(await fix(source)).toEqual({ text: fill(without), reasons: [] });
  });

  it('becomes a program that can be read, and is clean', async () => {
    for (const [source] of cases) {
      for (const composer of [sdk, undefined, { packages: new Set<string>(), php: '^8.1' }]) {
        const { text } = await fix(source, composer);
        expect(() => new Engine({ parser: { version: '8.4', suppressErrors: false } }).parseCode(text, 'a.php'), text).not.toThrow();
        expect((await scanner.scan({ path: 'a.php', text }, detect)).problems, text).toEqual([]);
      }
    }
  });

  it.each([
    ['^8.2', true],
    ['>=8.0', true],
    ['~8.1.0 || ^9.0', true],
    ['8.*', true],
    ['^7.4 || ^8.0', false],
    ['>=7.4', false],
    ['<9', false],
    ['*', false],
    ['', false],
  ])('throws in an expression where PHP %s can', async (constraint, can) => {
    const { text } = await fix("<?php $password = '%weak%';", { packages: new Set(), php: constraint });
    expect(text).toBe(`<?php $password = ${can ? `getenv('DB_PASSWORD') ?: ${failure}` : environment};`);
  });

  it('is read with the SDK where the file has it', async () => {
    expect((await fix("<?php use Aws\\S3\\S3Client; $password = '%weak%';")).text).toContain('SsmClient');
  });
});

describe('no edit is offered', () => {
  it.each([
    ["<?php const PASSWORD = '%weak%';", /define\(\)/u],
    ["<?php class C { const PASSWORD = '%weak%'; }", /constant takes no call/u],
    ["<?php class C { private string $password = '%weak%'; }", /constructor/u],
    ["<?php class C { private array $db = ['password' => '%weak%']; }", /constructor/u],
    ["<?php function f($password = '%weak%') {}", /take null/u],
    ["<?php class C { function __construct(private string $password = '%weak%') {} }", /take null/u],
    ["<?php function f() { static $password = '%weak%'; }", /static/u],
    ["<?php #[Login(password: '%github%')] class C {}", /attribute/u],
    ["<?php enum E: string { case Password = '%github%'; }", /enum/u],
    ['<?php $dsn = "mysql://app:%token%@{$host}/x";', /filled in/u],
    ['<?php $a = <<<EOT\n%github%\nEOT;\n', /filled in/u],
    ["<?php $a = <<<'EOT'\n%github%\nEOT;\n", /filled in/u],
    ['<?php `login %github%`;', /filled in/u],
  ])('%j', async (source, reason) => {
    const { text, reasons } = await fix(source, sdk);
    expect(text).toBe(fill(source));
    expect(reasons).toEqual([expect.stringMatching(reason)]);
  });
});
