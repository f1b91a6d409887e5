import { describe, expect, it } from 'vitest';
import { createDetect } from '../../src/core/detect.ts';
import type { Detector } from '../../src/core/detector.ts';
import { ofChars, subtract } from '../../src/core/expressions/char-set.ts';
import { parseExpression, type Expression } from '../../src/core/expressions/parse.ts';
import { detectors } from '../../src/detectors/index.ts';
import { createKernel } from '../../src/kernel/create-kernel.ts';
import { getLeadingSets, readItems } from '../../src/prefilter/leading-sets.ts';
import { getTokenKeywords, toTokenKeywords } from '../../src/prefilter/token-keywords.ts';
import { makeSample } from '../support/sample.ts';
import { createRandom, pick, type Random } from '../kernel/random-texts.ts';

function createSearch(detector: Detector): (text: string) => number[] {
  const kernel = createKernel(getTokenKeywords(detector));
  return (text) => {
    const bytes = Buffer.from(text);
    kernel.getRoom(bytes.length).set(bytes);
    const places: number[] = [];
    kernel.find(bytes.length, (_, index) => void places.push(index));
    return places;
  };
}

const frames: readonly ((value: string) => string)[] = [
  (value) => value,
  (value) => `{"a":"b","c":"${value}"}\n`,
  (value) => `export A=${value} B=1\r\n`,
  (value) => String.raw`"first\n${value}\n"`,
  (value) => `密码 é ${value} 😀`,
  (value) => `# ${'lorem ipsum 7 '.repeat(40)}\n- ${value}`,
];

describe('keywords of token formats', () => {
  it('stand wherever a format is found', { timeout: 120_000 }, () => {
    let found = 0;
    for (const detector of detectors) {
      const search = createSearch(detector);
      const detect = createDetect([detector]);
      for (let seed = 1; seed <= 4; seed++) {
        for (const frame of frames) {
          const text = frame(makeSample(detector, seed).text);
          if (detect.tokens(text).length === 0) continue;
          found++;
          expect(search(text), `${detector.id}, sample ${seed}`).not.toEqual([]);
        }
      }
    }
    expect(found).toBeGreaterThan(detectors.length * 8);
  });

  it('stand wherever an expression matches, whatever the characters', { timeout: 120_000 }, () => {
    let matched = 0;
    for (const detector of detectors) {
      const search = createSearch(detector);
      const { anchors, near = [], isCaseless = false, lookBehind = 0, pattern } = detector;
      const expression = parseExpression(pattern.source, pattern.flags);
      for (let seed = 1; seed <= 20; seed++) {
        const random = createRandom(seed);
        const value = write(expression, random);
        const before = anchors === undefined ? `${pick(near, random)}${pick([' ', '_KEY=', 'é'.repeat(199)], random)}` : '';
        pattern.lastIndex = before.length;
        const text = `${before}${value}${pick(['', ' ', '"', '\n'], random)}`;
        if (pattern.exec(text) === null) continue;
        const lower = isCaseless ? text.toLowerCase() : text;
        const at = anchors === undefined ? 0 : Math.min(...anchors.map((anchor) => lower.indexOf(isCaseless ? anchor.toLowerCase() : anchor)).filter((index) => index >= 0));
        if (at > lookBehind || !/^[\x20-\x7e]*$/u.test(text.slice(0, at))) continue;
        matched++;
        expect(search(text), `${detector.id}, turn ${seed}`).toContain(at);
      }
    }
    expect(matched).toBeGreaterThan(detectors.length * 8);
  });

  it('ask for no other first characters than an expression has', () => {
    for (const { id, pattern, first } of detectors) {
      if (first === undefined) continue;
      const [set = []] = getLeadingSets(readItems(pattern), 1);
      expect(subtract(set, ofChars(first)), id).toEqual([]);
    }
  });

  it('are the same from the table', () => {
    for (const detector of detectors) expect(getTokenKeywords(detector), detector.id).toEqual(toTokenKeywords(detector));
  });

  it('are seldom met by chance', () => {
    const words = 'The quick brown fox reads the AWS documentation of datadog, then pushes sk-learn to https://example.com/path?key=value. ';
    const kernel = createKernel(detectors.flatMap(getTokenKeywords));
    const bytes = Buffer.from(words.repeat(50));
    kernel.getRoom(bytes.length).set(bytes);
    let count = 0;
    kernel.find(bytes.length, () => ++count < 0);
    expect(count).toBe(0);
  });
});

/** A text that an expression takes, of any characters that it allows. */
function write(node: Expression, random: Random): string {
  switch (node.type) {
    case 'set':
      return writeSet(node.set, random);
    case 'sequence':
      return node.items.map((item) => write(item, random)).join('');
    case 'choice':
      return write(pick(node.options, random), random);
    case 'repeat': {
      const most = random(4) === 0 ? 300 : node.min + 3;
      const count = node.min + random(Math.max(0, Math.min(node.max, most) - node.min) + 1);
      return Array.from({ length: count }, () => write(node.body, random)).join('');
    }
    default:
      return '';
  }
}

const favourites = [0x20, 0x61, 0x6b, 0x5a, 0x2d, 0x39, 0xe9, 0x17f, 0x212a, 0x5bc6, 0x1_f6_00];

function writeSet(set: readonly (readonly [number, number])[], random: Random): string {
  const point = pick(favourites, random);
  if (set.some(([first, last]) => first <= point && point <= last)) return String.fromCodePoint(point);
  const [first, last] = pick(set, random);
  return String.fromCodePoint(first + random(Math.min(last, 0xd7_ff) - first + 1));
}
