import { describe, expect, it } from 'vitest';
import { createDetect } from '../../src/core/detect.ts';
import { findLayeredSecrets } from '../../src/core/layered-secrets.ts';
import { findLayers } from '../../src/core/layers.ts';
import { detectors } from '../../src/detectors/index.ts';
import { fake } from '../support/fake.ts';
import { expectSameSight } from '../support/same-sight.ts';

const detect = createDetect(detectors);
const scan = (text: string, path = 'x.txt') => findLayeredSecrets({ path, text }, detect);

const token = fake.githubToken();
const toBase64 = (text: string): string => btoa(text);
const toUrlBase64 = (text: string): string => btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '');
const toHex = (text: string): string => Buffer.from(text).toString('hex');
const toPercent = (text: string): string => Array.from(text, (character) => `%${toHex(character)}`).join('');
const toUnicode = (text: string): string => Array.from(text, (character) => `\\u00${toHex(character)}`).join('');
const toEntities = (text: string): string => Array.from(text, (character) => `&#x${toHex(character)};`).join('');
const wrap = (text: string, width: number, mark: string): string => text.match(new RegExp(`.{1,${String(width)}}`, 'gu'))!.join(mark);
const filler = 'The quick brown fox jumps over the lazy dog. '.repeat(3);

describe('a token', () => {
  it.each<[string, string, string]>([
    ['in base64', toBase64(token), 'base64'],
    ['in base64, not at its beginning', toBase64(`Authorization: token ${token}\n`), 'base64'],
    ['in the URL alphabet', toUrlBase64(`??>>${token}`), 'base64'],
    ['in lines of 76', wrap(toBase64(filler + token + filler), 76, '\n'), 'base64'],
    ['in indented lines', wrap(toBase64(filler + token + filler), 64, '\n    '), 'base64'],
    ['in escaped lines', wrap(toBase64(filler + token + filler), 76, String.raw`\n`), 'base64'],
    ['in pieces of a literal', wrap(toBase64(filler + token + filler), 60, '" +\n  "'), 'base64'],
    ['in the UTF-16 of PowerShell', Buffer.from(`$t = "${token}"`, 'utf16le').toString('base64'), 'base64'],
    ['in hex', toHex(`token ${token}`), 'hex'],
    ['in percent-encoding', toPercent(token), 'percent-encoding'],
    ['in unicode escapes', toUnicode(token), 'escapes'],
    ['in escapes of bytes', Array.from(token, (character) => `\\x${toHex(character)}`).join(''), 'escapes'],
    ['in entities', toEntities(token), 'HTML entities'],
    ['in base64 in base64', toBase64(`user-data: ${toBase64(`x ${token}`)}`), 'base64'],
    ['in percent-encoding in base64', toBase64(`https://a.io/?t=${toPercent(token)}`), 'base64'],
    ['in base64 in hex in base64', toBase64(`a ${toHex(`b ${toBase64(`c ${token}`)}`)}`), 'base64'],
  ])('%s', async (_, encoded, encoding) => {
    const text = `data: "${encoded}"\n`;
    await expectSameSight('x.txt', text);
    const [problem, ...others] = scan(text);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ kind: 'github-token', ruleId: 'no-hardcoded-secrets' });
    expect(problem?.message).toContain(`in ${encoding}`);
    const [start, end] = problem!.range;
    expect(start).toBeGreaterThanOrEqual(7);
    expect(end).toBeLessThanOrEqual(text.length - 2);
  });

  it('four layers deep is let be', () => {
    expect(scan(toBase64(`a ${toBase64(`b ${toBase64(`c ${toBase64(`d ${token}`)}`)}`)}`))).toEqual([]);
  });
});

it('gives the range of the outer text, to the digit', async () => {
  const text = `x: ${toBase64(`ab ${token}`)}`;
  const [problem] = scan(text);
  expect(problem?.range).toEqual([7, 3 + Math.ceil((43 * 4) / 3)]);
  const escaped = `a\\u003d${token.replace('ghp', String.raw`gh\u0070`)} b`;
  expect(scan(escaped)[0]?.range).toEqual([7, escaped.length - 2]);
  await expectSameSight('x.txt', escaped);
  const lines = wrap(toBase64(filler + token + filler), 76, '\n').split('\n');
  const [inLines] = scan(lines.join('\n'));
  expect(lines.join('\n').slice(0, inLines?.range[0]).split('\n').length, 'the line on which it stands').toBe(1 + Math.floor((filler.length / 3) * 4 / 76));
});

describe('what is named in a layer', () => {
  it.each([
    ['a script', toBase64(`#!/bin/bash\nexport DB_PASSWORD=${fake.weakPassword()}\nservice start\n`)],
    ['a dotenv file', toBase64(`HOST=db\nDB_PASSWORD=${fake.weakPassword()}\n`)],
    ['JSON', toBase64(JSON.stringify({ host: 'db', password: fake.password() }))],
    ['a connection string in percent-encoding', `url=${encodeURIComponent(`postgres://app:${fake.alphanumeric(18)}@db.internal/x`)}`],
    ['a query in JSON of Go', `"body": "user=app\\u0026password=${fake.password()}\\u0026x=1"`],
    ['JSON in an attribute', `<div data-x="{&quot;apiKey&quot;:&quot;${fake.hex(32)}&quot;}">`],
  ])('%s', (_, text) => {
    expect(scan(text, 'config.yaml')).toHaveLength(1);
  });

  it('in a dotenv file is of the rule for these', () => {
    expect(scan(`CONFIG=${toBase64(JSON.stringify({ password: fake.password() }))}`, '.env')[0]?.ruleId).toBe('no-plaintext-dotenv');
  });
});

describe('nothing is found in', () => {
  it.each([
    ['hashes', `${fake.hex(64)} ${fake.hex(40)} sha512-${fake.base64(86)}==`],
    ['long names', 'thisIsAVeryLongNameOfSomethingWithPassword/andAPathWithSecret_and-token'],
    ['a picture', `data:image/png;base64,iVBORw0KGgo${fake.base64(400)}`],
    ['sources in a source map', `//# sourceMappingURL=data:application/json;base64,${toBase64(`{"sourcesContent":["const password = '${fake.password()}'"]}`)}`],
    ['labels with escapes', String.raw`"password": "Passwort \u00e4ndern", "x": "a \u0026 b password: letmein1"`],
    ['references', toBase64('#!/bin/bash\nexport DB_PASSWORD=$(aws ssm get-parameter --name /prod/db)\nTOKEN=${TOKEN}\n')],
    ['what stands there as it is', `password=${fake.password()} a%2Fb`],
  ])('%s', (_, text) => {
    expect(scan(text)).toEqual([]);
  });
});

describe('hostile text', () => {
  const size = 1_000_000;
  it.each<[string, string]>([
    ['one run', 'QUFB'.repeat(size / 4)],
    ['nested layers', toBase64(toBase64(toBase64('a'.repeat(size / 4))))],
    ['short runs', 'abcdefghijklmnopqrstuvw '.repeat(size / 24)],
    ['lines of base64', `${'QUFB'.repeat(19)}\n`.repeat(size / 77)],
    ['percent signs', '%41'.repeat(size / 3)],
    ['percent signs apart', `%41${'x'.repeat(299)}`.repeat(size / 302)],
    ['escapes', String.raw`\u0041`.repeat(size / 6)],
    ['entities', '&#65; '.repeat(size / 6)],
    ['half entities', '&#'.repeat(size / 2)],
  ])('%s costs little and gives no more than it is', (_, text) => {
    let length = 0;
    for (const layer of findLayers(text)) length += layer.text.length;
    expect(length).toBeLessThanOrEqual(text.length * 1.5);
    scan(text);
  });
});
