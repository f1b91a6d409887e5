import { describe, expect, it } from 'vitest';
import { createDetect } from '../../src/core/detect.ts';
import { getSpellings } from '../../src/core/near.ts';
import { detectors } from '../../src/detectors/index.ts';
import { makeSample } from '../support/sample.ts';
import { samples } from '../support/samples.ts';

const detect = createDetect(detectors);

/** A name as each kind of text writes it, and the value. */
const surroundings: Readonly<Record<string, (name: Names, value: string) => string>> = {
  dotenv: ({ upper }, value) => `PORT=80\n${upper}=${value}\nDEBUG=1\n`,
  'dotenv with quotes': ({ upper }, value) => `export ${upper}="${value}"\n`,
  TypeScript: ({ camel }, value) => `const ${camel}: string = '${value}';\n`,
  'a member of an object': ({ camel }, value) => `const options = { ${camel}: "${value}", timeout: 5 };\n`,
  'a nested member': ({ word }, value) => `module.exports = {\n  ${word}: {\n    token: '${value}',\n  },\n};\n`,
  Python: ({ snake }, value) => `client = Client(${snake}="${value}")\n`,
  'a dictionary of Python': ({ snake }, value) => `config['${snake}'] = '${value}'\n`,
  Java: ({ upper }, value) => `    public static final String ${upper} = "${value}";\n`,
  'a property of Java': ({ dotted }, value) => `System.setProperty("${dotted}", "${value}");\n`,
  Go: ({ camel }, value) => `\t${camel} := "${value}"\n`,
  Ruby: ({ snake }, value) => `  :${snake} => '${value}',\n`,
  PHP: ({ upper }, value) => `define('${upper}', '${value}');\n`,
  'C#': ({ camel }, value) => `private const string ${camel} = @"${value}";\n`,
  Rust: ({ upper }, value) => `const ${upper}: &str = "${value}";\n`,
  JSON: ({ camel }, value) => `{\n  "${camel}": "${value}",\n  "n": 1\n}\n`,
  'JSON in a string': ({ snake }, value) => String.raw`body = "{\"${snake}\":\"${value}\"}"`,
  YAML: ({ snake }, value) => `${snake}: ${value}\n`,
  'nested YAML': ({ word }, value) => `${word}:\n  enabled: true\n  api_key: ${value}\n`,
  'a list of YAML': ({ upper }, value) => `env:\n  - name: ${upper}\n    value: "${value}"\n`,
  TOML: ({ snake }, value) => `${snake} = "${value}"\n`,
  properties: ({ dotted }, value) => `${dotted}=${value}\n`,
  'an element': ({ camel }, value) => `<${camel}>${value}</${camel}>\n`,
  'an attribute': ({ camel }, value) => `<add key="${camel}" value="${value}" />\n`,
  'an option of a command': ({ kebab }, value) => `deploy --${kebab} ${value} --now\n`,
  'an option with an equals sign': ({ kebab }, value) => `deploy --${kebab}=${value}\n`,
  'a header': ({ kebab }, value) => `curl -H "X-${kebab}: ${value}" https://api.acme.io\n`,
  'a line of a log': ({ word }, value) => `2025-01-01T00:00:00Z INFO ${word} token: ${value}\n`,
  'a comment': ({ word }, value) => `// ${word} api key: ${value}\n`,
  Markdown: ({ upper }, value) => `Set \`${upper}\` to \`${value}\` and start.\n`,
  Terraform: ({ snake }, value) => `  ${snake} = "${value}"\n`,
  'a Dockerfile': ({ upper }, value) => `ENV ${upper}=${value}\n`,
};

interface Names {
  readonly word: string;
  readonly snake: string;
  readonly upper: string;
  readonly camel: string;
  readonly kebab: string;
  readonly dotted: string;
}

function getNames(word: string): Names {
  const snake = /token|key|secret|pass/u.test(word) ? word : `${word}_token`;
  return {
    word,
    snake,
    upper: snake.toUpperCase(),
    camel: snake.replace(/_(.)/gu, (_, letter: string) => letter.toUpperCase()),
    kebab: snake.replaceAll('_', '-'),
    dotted: snake.replaceAll('_', '.'),
  };
}

/** Those that need more around them, and those that go over lines or hold quotes. */
const plain = detectors.filter(({ id }) => samples[id] === undefined && !/\s/u.test(makeSample(detectors.find((detector) => detector.id === id) ?? never(id)).value));

const never = (id: string): never => {
  throw new Error(id);
};

describe('in every surrounding', () => {
  it.each(plain.map((detector) => [detector.id, detector] as const))('%s', (_, detector) => {
    const missed = Object.entries(surroundings).flatMap(([name, write]) => {
      const found = [1, 2, 3].some((seed) => {
        const { value } = makeSample(detector, seed);
        const text = write(getNames(getSpellings(detector.near?.[0] ?? 'service')[0] ?? ''), value);
        const start = text.indexOf(value);
        return detect.tokens(text).some(({ range }) => range[0] >= start && range[1] <= start + value.length);
      });
      return found ? [] : [name];
    });
    expect(missed).toEqual([]);
  });
});
