import { describe, expect, it } from 'vitest';
import { createDetect } from '../../src/core/detect.ts';
import { commonDetectors } from '../../src/detectors/common.ts';
import { detectors } from '../../src/detectors/index.ts';
import { createKernel } from '../../src/kernel/create-kernel.ts';
import { createPrefilter } from '../../src/prefilter/prefilter.ts';
import { getPartReading } from '../../src/prefilter/reading.ts';
import { createRandom, pick, type Random } from '../kernel/random-texts.ts';
import { fake } from '../support/fake.ts';

const prefilter = createPrefilter({
  formats: { getCommon: () => commonDetectors, getAll: () => detectors },
  custom: [],
  detect: createDetect(detectors),
  createKernel: (getKeywords) => createKernel(getKeywords(), { hasRuns: true }),
  toText: (bytes, length) => Buffer.from(bytes.buffer, bytes.byteOffset, length).toString('latin1'),
  loggers: [],
});

const parts = [
  'password', 'DB_PASSWORD', 'client_secret', 'tokens', 'keyboard', ' = ', ': ', '="', '": "', ' is ', '\n', '\n', ' ', '"', "'", ', ', '(', ')', 'setPassword(', 'createHmac(', '.sendKeys(', 'login / ', 'btoa(',
  'storage ', 'mailchimp ', 'curl -u ', '%3a%2f%2f', '%20', '&quot;', 'process.env', 'https://user:', '@host', 'nothing ', '\u0000',
  fake.password(), fake.githubToken(), fake.accessKeyId(), fake.secretAccessKey(), fake.base64(60), fake.hex(32), fake.slackToken(), `${fake.hex(32)}-us1`, Buffer.from(`password = "${fake.password('inner')}"`).toString('base64'),
];

const paths = ['a.txt', 'a.md', 'a.conf', 'a.log', 'a.java', 'a.csv', 'test/a.yaml', 'yarn.lock', 'a.sh'];

const write = (random: Random): Uint8Array => Buffer.from(Array.from({ length: 1 + random(60) }, () => pick(parts, random)).join(''));

/** As far as they belong to the part. */
const own = (places: readonly number[] = [], [start, end]: readonly [number, number]): readonly number[] => places.filter((place) => place >= start && place < end);

describe('a part of a file that is sifted', () => {
  it('has the same places, whoever looks at what is left', () => {
    const random = createRandom(3);
    let sifted = 0;
    for (let round = 0; round < 4000; round++) {
      const bytes = write(random);
      const path = pick(paths, random);
      const isBinary = random(6) === 0;
      const range = [random(1 + (bytes.length >> 1)), bytes.length - random(1 + (bytes.length >> 2))] as const;
      const part = { reading: getPartReading(path), origin: { is: undefined } };
      prefilter.getRoom(bytes.length).set(bytes);
      const marks = prefilter.sift(path, bytes.length, { reading: isBinary ? 'tokens' : part.reading, own: range });
      const whole = prefilter.look(path, bytes.length, isBinary, true, part);
      if (marks === undefined || marks === 'all') continue;
      sifted++;
      const sight = prefilter.look(path, bytes.length, isBinary, true, { ...part, marks });
      expect(own(sight?.places, range)).toEqual(own(whole?.places, range));
      if (range[0] === 0 && range[1] === bytes.length) expect(sight?.suspicions).toEqual(whole?.suspicions);
    }
    expect(sifted).toBeGreaterThan(500);
  });
});
