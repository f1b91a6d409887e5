import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/core/edit.ts';
import { createDetect } from '../../src/core/detect.ts';
import type { ScanResult } from '../../src/core/problem.ts';
import { detectors } from '../../src/detectors/index.ts';
import { php } from '../../src/scanners/php.ts';
import { text as textScanner } from '../../src/scanners/text.ts';
import { fill } from '../support/fill.ts';
import { expectSameSight } from '../support/same-sight.ts';

const detect = createDetect(detectors);
const scan = async (source: string, path = 'src/a.php'): Promise<ScanResult> => {
  const text = fill(source);
  await expectSameSight(path, text);
  return php.scan({ path, text }, detect);
};

describe('secrets in PHP', () => {
  it.each([
    "<?php define('DB_PASSWORD', '%weak%');",
    '<?php $password = "%weak%"; $config["db_password"] = \'%weak%\';',
    "<?php return ['password' => '%weak%', 'url' => 'mysql://app:%token%@db/x', 'key' => '%stripe%'];",
    "<?php putenv('API_KEY=%token%'); // %github%",
    '<p><?= $x ?></p>\n<script>const apiKey = "%token%";</script>',
    '<?php $a = <<<EOT\npassword = "%weak%"\nEOT;\n',
    "<?php function ( { $password = '%weak%';",
    "$password = '%weak%'",
  ])('are those of any text: %j', async (source) => {
    const { problems } = await textScanner.scan({ path: 'src/a.php', text: fill(source) }, detect);
    const found = (await scan(source)).problems;
    const reduce = (list: typeof problems) => list.map(({ kind, severity, range, message }) => ({ kind, severity, range, message }));
    expect(problems.length).toBeGreaterThan(0);
    expect(reduce(found)).toEqual(reduce(problems));
  });

  it.each<readonly [string, string, readonly string[]]>([
    ["<?php return ['mysql' => ['password' => '%weak%']];", 'password', ['mysql']],
    ["<?php $x['stripe'] = ['key' => '%stripe%'];", 'stripe-live-secret-key', ['stripe', 'key']],
    ["<?php class C { function f() { $this->gateway = '%github%'; } }", 'gateway', []],
    ["<?php define('GATEWAY', '%github%');", 'GATEWAY', []],
    ["<?php connect(gateway: '%github%');", 'gateway', []],
    ["<?php class Shop { private $gateway = '%github%'; }", 'gateway', []],
  ])('get the name of what holds them: %j', async (source, name, path) => {
    expect((await scan(source)).problems[0]?.subject).toEqual({ name, path });
  });

  it('have no place in a file that is no valid PHP', async () => {
    expect((await scan("<?php function ( { $password = '%weak%';")).problems).toEqual([expect.not.objectContaining({ site: expect.anything() })]);
  });

  it.each([
    ['(', (count: number) => `${'('.repeat(count)}'%weak%'`],
    ['[', (count: number) => '['.repeat(count)],
    ['"{$a', (count: number) => `"${'{$a'.repeat(count)}`],
    ['.', (count: number) => `${"'a' . ".repeat(count)}'b';`],
    ['else', (count: number) => `0; ${'if (1) {} else '.repeat(count)}{}`],
    ['<<<', (count: number) => `<<<A\n${"'a'\n".repeat(count)}`],
  ])('are looked for in hostile programs of %s', async (_, make) => {
    for (const count of [500, 30_000]) {
      const { problems } = await scan(`<?php $password = '%weak%'; $ssm->getParameter(['Name' => '/a']); $a = ${make(count)}`);
      expect(problems.length).toBeGreaterThan(0);
    }
  });
});

describe('references in PHP', () => {
  const read = async (source: string) => (await scan(`<?php ${source}`)).references ?? [];

  it.each<readonly [string, readonly string[]]>([
    ["$ssm->getParameter(['Name' => '/prod/a', 'WithDecryption' => true]);", ['/prod/a present']],
    ["$ssm?->getParameterAsync(['Name' => '/prod/a']);", ['/prod/a absent']],
    ["$ssm->getParameters(['Names' => ['/a', \"/b/{$c}/d\"], 'WithDecryption' => $flag]);", ['/a unknown', '/b/*/d unknown']],
    ["$ssm->getParametersByPath(['Path' => '/prod/' . $app . '/', 'WithDecryption' => false]);", ['/prod/*/ absent']],
    ["$ssm->getPaginator('GetParametersByPath', ['Path' => '/prod/', ...$more]);", ['/prod/ unknown']],
    ["$secrets->getSecretValue(['SecretId' => 'prod/db']);", ['prod/db present']],
    ["$secrets->execute($secrets->getCommand('GetSecretValue', array('SecretId' => 'prod/db')));", ['prod/db present']],
    // others' methods of the same name
    ["$this->getParameter('kernel.secret'); getParameter(['Name' => '/a']); $ssm->getParameter(['Name' => $name]); $ssm->getParameter($input);", []],
  ])('%j', async (source, expected) => {
    expect((await read(source)).map(({ name, decryption }) => `${name} ${decryption}`)).toEqual(expected);
  });

  it('can be corrected where they do not decrypt', async () => {
    const correct = async (source: string) => {
      const [reference] = await read(source);
      return applyEdits(`<?php ${source}`, reference?.correction?.edits ?? []);
    };
    expect(await correct("$ssm->getParameter(['Name' => '/a']);")).toBe("<?php $ssm->getParameter(['Name' => '/a', 'WithDecryption' => true]);");
    expect(await correct("$ssm->getParameter(['Name' => '/a', 'WithDecryption' => false,]);")).toBe("<?php $ssm->getParameter(['Name' => '/a', 'WithDecryption' => true,]);");
  });

  it('have the range of the name', async () => {
    const source = "<?php $ssm->getParameter(['Name' => '/prod/ä/a', 'WithDecryption' => true]);";
    const [reference] = (await scan(source)).references ?? [];
    expect(reference?.isVerbatim).toBe(true);
    expect(source.slice(...(reference?.range ?? [0, 0]))).toBe('/prod/ä/a');
  });

  it('are not looked for in tests', async () => {
    expect((await scan("<?php $ssm->getParameter(['Name' => '/a']);", 'tests/AwsTest.php')).references ?? []).toEqual([]);
  });
});
