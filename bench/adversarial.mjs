// Texts that are made to be slow: every line a candidate, every word the beginning of a format.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compare, getPeak } from './interleave.mjs';
import { scan } from './programs.mjs';
import { peak, speed } from './rows.mjs';

const megabytes = 20;

export function benchAdversarial({ folder, keywords, rounds }) {
  const prefixes = readFileSync(keywords.file, 'utf8').split('\n').filter((pattern) => pattern !== '' && !pattern.startsWith('(?i:')).map((pattern) => pattern.replaceAll('\\', ''));
  const texts = {
    'every line a candidate': (index) => `password_${index} = "value-${(index * 7919) % 1000}"\n`,
    'every line a candidate of its own': (index) => `password_${index} = "value-${index}"\n`,
    'every line a name without a value': (index) => `the secret token key ${index} of a password\n`,
    'every word a prefix': (index) => `${prefixes[index % prefixes.length]}${index % 10} `,
    'one line, every word a name': (index) => `token${index % 10}=$x;`,
  };
  return Object.entries(texts).flatMap(([name, make], number) => {
    const cwd = path.join(folder, `adversarial-${number}`);
    mkdirSync(cwd);
    const [empty, large] = ['empty', 'large'].map((size) => path.join(cwd, size));
    for (const [target, text] of [[empty, ''], [large, fill(make, megabytes * 1e6)]]) {
      mkdirSync(target);
      writeFileSync(path.join(target, 'text.txt'), text);
    }
    const [run, base] = compare([scan(large), scan(empty)], { rounds });
    const net = { ...run, time: run.time - base.time };
    return [speed(`${name}, start not counted`, net, megabytes, 40), ...peak(`${name}: memory for ${megabytes} MB`, getPeak(scan(large)), 300)];
  });
}

function fill(make, bytes) {
  const parts = [];
  for (let index = 0, length = 0; length < bytes; index++) {
    parts.push(make(index));
    length += parts.at(-1).length;
  }
  return parts.join('');
}
