import { describe, expect, it } from 'vitest';
import { createDetect } from '../../src/core/detect.ts';
import { toFindings } from '../../src/core/finding.ts';
import { getSpellings } from '../../src/core/near.ts';
import { detectors } from '../../src/detectors/index.ts';
import { mayHoldSecret } from '../../src/ecmascript/may-hold-secret.ts';
import { findTextSecrets } from '../../src/scanners/text.ts';
import { growsTooFast } from '../support/growth.ts';

const detect = createDetect(detectors);

const names = ['password', 'api_key', 'pw'];

/** What makes a reader of names look far ahead, again and again; `%` is the name. */
const shapes = ['%=', '%="', '"%", ', '"%": ', "'%' => ", '%.equals(', '%=\\"', '"abcd".equals(%', '<%>', '%: string =', 'set%("', '%={{', '%=$(', '%(', '%("u",', 'curl -u %:', '-p%', '%:\n  ', '%=\t\t\t\t', 'https://u:%', '%=[[[[["', '%=`'];

const marks = ['aA1', '%41', '\\u0041', '&#65;', 'QUJD', '{', '"', '`', '\n', ' ', '\\', '-----BEGIN ', 'eyJ', '=', 'login(', '"abcd".toCharArray', 'user=', 'paramguard-disable ', 'gitleaks:allow '];

const units = [...shapes.flatMap((shape) => names.map((name) => shape.replaceAll('%', name))), ...marks];

const repeat = (unit: string, size: number): string => unit.repeat(Math.ceil(size / unit.length));

describe('a text that is made to be slow takes twice as long where it is twice as long', { timeout: 60_000 }, () => {
  it('for names and values', () => {
    const work = (unit: string) => (size: number): void => {
      const text = repeat(unit, size);
      findTextSecrets({ path: 'a.conf', text }, detect);
    };
    expect(units.filter((unit) => growsTooFast(work(unit), { from: 4000, to: 128_000 }))).toEqual([]);
  });

  it('for programs', () => {
    const work = (unit: string) => (size: number): void => void mayHoldSecret(repeat(unit, size), detect);
    expect(units.filter((unit) => growsTooFast(work(unit), { from: 4000, to: 128_000 }))).toEqual([]);
  });

  it('for the words of all providers', () => {
    const words = new Set(detectors.flatMap(({ anchors, near = [] }) => [...(anchors ?? []), ...near.flatMap(getSpellings)]));
    const work = (word: string) => (size: number): void => void detect.tokens(repeat(`${word} `, size));
    expect([...words].filter((word) => growsTooFast(work(word), { from: 2000, to: 16_000 }))).toEqual([]);
  });

  it.each(['\n', '; '])('for many findings, with %j between them', (between) => {
    const work = (size: number): void => {
      const text = Array.from({ length: size / 50 }, (_, index) => `db_password_${String(index)} = "k8${String(index * 7919)}Qz${String(index * 104_729)}w!"`).join(between);
      const file = { path: 'a.conf', text };
      toFindings(file, findTextSecrets(file, detect));
    };
    expect(growsTooFast(work, { from: 10_000, to: 640_000 })).toBe(false);
  });
});
