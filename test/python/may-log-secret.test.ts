import { expect, test } from 'vitest';
import { mayLogSecret } from '../../src/python/may-log-secret.ts';

test.each([
  'import logging\nlog = logging.getLogger(__name__)\nclass Failed(Exception):\n  pass\ndef run(key, url):\n  log.info("run %s", url)\n  raise Failed(key)',
  'import os\nprint(os.environ["AWS_REGION"], os.environ.get("STAGE"), os.getenv("HOME"), "HOME" in os.environ)',
  'for name in os.environ: print(name)',
  'from os import environ\nprint(environ["HOME"])',
  'print(parameters, parameter_name, "Parameter", value)',
  'headers = {"Accept": "text/html"}\nprint(headers)',
  'password = read()',
])('a program that prints nothing of a secret need not be read: %s', (text) => {
  expect(mayLogSecret(text)).toBe(false);
});

test('words are asked for again, whatever was asked in between', () => {
  for (let index = 0; index < 30_000; index++) mayLogSecret(`print(name_${String(index)})`);
  expect(mayLogSecret('print(api_key)')).toBe(true);
  expect(mayLogSecret('print(api_kind)')).toBe(false);
});
