import { expect, it } from 'vitest';
import { createCustomDetect } from '../../src/core/custom-detect.ts';
import { defaultConfig } from '../../src/core/config.ts';
import { detectors } from '../../src/detectors/index.ts';
import { hasJointOrEscape, mayBeGivenInBytes } from '../../src/ecmascript/given-in-bytes.ts';
import { createKnownNames, findNamedSecret, getBelieving } from '../../src/ecmascript/may-hold-secret.ts';
import { fake } from '../support/fake.ts';

const detect = createCustomDetect(detectors, defaultConfig);
const known = createKnownNames();
const places = getBelieving('src/a.js');

const isFound = (text: string, index: number): boolean => findNamedSecret(text, index, detect, known, places) !== undefined;
const isRuledOut = (text: string, index: number): boolean => {
  const bytes = Buffer.from(text, 'latin1');
  return !mayBeGivenInBytes(bytes, index) && !hasJointOrEscape(bytes);
};

const name = 'dbPassword';
const value = `'${fake.password()}'`;

it.each([
  `${name} = ${value};`,
  `${name}\n  : string\n  = ${value}`,
  `{ ${name}: ${value} }`,
  `{ '${name}': ${value} }`,
  `{ name: '${name}', value: ${value} }`,
  `config[${name}] = ${value}`,
  `if (${value} === ${name}) {`,
  `if (${name} !== ${value}) {`,
  `${name} ||= ${value}`,
  `a = ${name} ?? ${value}`,
  `${name}(): string { return ${value}; }`,
  `${name}: () => { a(); return ${value}; }`,
  `const ${name} = async () => { a(); return ${value}; }`,
  `user, ${name} = 'admin', ${value}`,
  `(user, ${name}) = 'admin', ${value}`,
  `switch (${name}) { case ${value}: }`,
  `set('${name}', ${value})`,
  `${name}?: string = ${value}`,
  `${name}! = ${value}`,
  `x as { ${name} }; a = 'abc' + ${value}`,
])('%s is not ruled out', (text) => {
  expect(isRuledOut(text, text.indexOf('Password'))).toBe(false);
});

it.each([`f(${name});`, `{ user, ${name} }`, `${name}.length`, `${name}: string;`, `{ ${name}: config.value, a: 'b' }`, `${name} = read();\nlog('…')`, `function log(${name}) { print('a'); }`])('%s is ruled out', (text) => {
  expect(isRuledOut(Buffer.from(text).toString('latin1'), text.indexOf('Password'))).toBe(true);
});

const parts = [name, name, name, `--${name}`, 'a', 'admin', 'switch', 'as', 'satisfies', 'async', 'function', 'return', 'value', 'name', 'string', value, value, value, `'abc'`, '`', '"', "'", ' ', ' ', '\n', '\t', '(', ')', '[', ']', '{', '}', ',', ';', ':', '=', '=', '==', '!=', '=>', '?', '!', '|', '||', '&', '&&', '??', '+', '<', '>', '.', '-', '\\u0061', '%20', '&quot;', '\u00A0', '\u00E9', ' '.repeat(79), 'x'.repeat(59)];

it('rules nothing out that the text tells', () => {
  let seed = 7;
  const draw = (most: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % most;
  };
  let count = 0;
  for (let round = 0; round < 60_000; round++) {
    const text = Array.from({ length: 2 + draw(14) }, () => parts[draw(parts.length)]).join('');
    for (let index = text.indexOf('Password'); index !== -1; index = text.indexOf('Password', index + 1)) {
      if (!isFound(text, index)) continue;
      count++;
      expect(isRuledOut(text, index), JSON.stringify(text.replaceAll(value, '<value>'))).toBe(false);
    }
  }
  expect(count).toBeGreaterThan(1000);
});
