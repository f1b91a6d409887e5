// Each token format in a rotating set of surroundings, some of a kind in one file, as in a settings module of a real project.
import { makeRandom } from './random.mjs';
import { tokens } from './tokens.mjs';

const perToken = 4;
const perFile = 6;

const camel = (snake) => snake.replace(/_([a-z0-9])/gu, (_, letter) => letter.toUpperCase());
const pascal = (snake) => camel(`_${snake}`);
const upper = (snake) => snake.toUpperCase();
const kebab = (snake) => snake.replaceAll('_', '-');

/** Name of the file and what it is made of: head, a line for each token, foot. */
const surroundings = {
  ts: { file: 'src/settings.ts', line: (n, v) => `export const ${camel(n)} = '${v}';` },
  object: { file: 'src/config.js', head: 'module.exports = {', line: (n, v) => `  ${camel(n)}: "${v}",`, foot: '};' },
  argument: { file: 'src/clients.js', head: "const sdk = require('./sdk');", line: (n, v) => `sdk.connect({ ${camel(n)}: '${v}', timeout: 3000 });` },
  python: { file: 'app/settings.py', line: (n, v) => `${upper(n)} = "${v}"` },
  kwarg: { file: 'app/clients.py', head: 'from sdk import Client\n', line: (n, v) => `client = Client(region="eu-1", ${n}='${v}')` },
  fallback: { file: 'app/env.py', head: 'import os\n', line: (n, v) => `${n} = os.environ.get("${upper(n)}", "${v}")` },
  yaml: { file: 'config/app.yaml', head: 'service:', line: (n, v) => `  ${n}: ${v.includes(': ') ? `"${v}"` : v}` },
  quotedYaml: { file: 'config/values.yml', head: 'env:', line: (n, v) => `  - name: ${upper(n)}\n    value: "${v}"` },
  json: { file: 'config/default.json', head: '{', line: (n, v) => `  "${camel(n)}": "${v}",`, foot: '  "version": 2\n}' },
  dotenv: { file: '.env', line: (n, v) => `${upper(n)}=${v}` },
  quotedDotenv: { file: '.env.production', line: (n, v) => `${upper(n)}="${v}"` },
  java: { file: 'src/main/java/com/acme/Keys.java', head: 'public final class Keys {', line: (n, v) => `    private static final String ${upper(n)} = "${v}";`, foot: '}' },
  kotlin: { file: 'app/src/main/kotlin/Keys.kt', head: 'object Keys {', line: (n, v) => `    const val ${upper(n)} = "${v.replaceAll('$', '\\$')}"`, foot: '}' },
  go: { file: 'internal/config/config.go', head: 'package config\n\nvar (', line: (n, v) => `\t${pascal(n)} = "${v}"`, foot: ')' },
  ruby: { file: 'config/initializers/keys.rb', line: (n, v) => `Rails.configuration.${n} = '${v}'` },
  php: { file: 'config/services.php', head: '<?php\nreturn [', line: (n, v) => `    '${n}' => '${v}',`, foot: '];' },
  csharp: { file: 'src/Keys.cs', head: 'internal static class Keys\n{', line: (n, v) => `    public const string ${pascal(n)} = "${v}";`, foot: '}' },
  shell: { file: 'scripts/deploy.sh', head: '#!/bin/bash\nset -e', line: (n, v) => `export ${upper(n)}='${v}'` },
  xmlElement: { file: 'conf/settings.xml', head: '<settings>', line: (n, v) => `  <${camel(n)}>${xml(v)}</${camel(n)}>`, foot: '</settings>' },
  xmlAttribute: { file: 'Web.config', head: '<configuration>\n  <appSettings>', line: (n, v) => `    <add key="${pascal(n)}" value="${xml(v)}" />`, foot: '  </appSettings>\n</configuration>' },
  toml: { file: 'config.toml', head: '[service]', line: (n, v) => `${n} = "${v}"` },
  properties: { file: 'src/main/resources/application.properties', line: (n, v) => `app.${kebab(n)}=${v}` },
  curl: { file: 'docs/smoke.sh', head: '#!/bin/sh', line: (n, v) => `curl -s -H "X-${pascal(n)}: ${v}" https://api.example.com/v1/ping` },
  bearer: { file: 'tests/smoke.http', line: (n, v) => `GET https://api.example.com/v1/${kebab(n)}\nAuthorization: Bearer ${v}\n` },
  log: { file: 'logs/app.log', line: (n, v) => `2025-03-11T08:12:44.120Z INFO  [main] using ${n}=${v} for tenant 12` },
  markdown: { file: 'docs/setup.md', head: '# Setup\n', line: (n, v) => `- set \`${upper(n)}\` to \`${v}\`` },
  sql: { file: 'db/seed.sql', line: (n, v) => `INSERT INTO settings (name, value) VALUES ('${n}', '${v.replaceAll("'", "''")}');` },
  terraform: { file: 'infra/main.tf', head: 'locals {', line: (n, v) => `  ${n} = "${v.replaceAll('${', '$${')}"`, foot: '}' },
  tfvars: { file: 'infra/prod.auto.tfvars', line: (n, v) => `${n} = "${v}"` },
  docker: { file: 'Dockerfile', head: 'FROM node:22-slim', line: (n, v) => `ENV ${upper(n)}=${v}` },
  query: { file: 'src/urls.py', line: (n, v) => `URL_${upper(n)} = "https://api.example.com/v1/items?${n}=${v}&page=1"` },
  comment: { file: 'src/legacy.js', line: (n, v) => `// old ${n}: ${v}\nmodule.exports.${camel(n)}Version = 2;` },
  rust: { file: 'src/config.rs', line: (n, v) => `pub const ${upper(n)}: &str = "${v}";` },
  swift: { file: 'App/Keys.swift', head: 'enum Keys {', line: (n, v) => `    static let ${camel(n)} = "${v}"`, foot: '}' },
  powershell: { file: 'scripts/deploy.ps1', line: (n, v) => `$env:${upper(n)} = '${v}'` },
  jenkinsfile: { file: 'Jenkinsfile', head: "pipeline {\n  agent any\n  environment {", line: (n, v) => `    ${upper(n)} = '${v}'`, foot: '  }\n}' },
  compose: { file: 'docker-compose.yml', head: 'services:\n  app:\n    image: acme/app:1.4\n    environment:', line: (n, v) => `      - ${upper(n)}=${v}` },
  testFile: { file: 'test/client.test.ts', line: (n, v) => `it('works with ${n}', () => expect(check('${v}')).toBe(true));` },
};

const xml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Where the form alone tells, the name often does not. */
const neutralNames = ['token', 'api_key', 'client', 'value', 'cfg', 'credential', 'key', 'data', 'x'];

export function makeTokenCases() {
  const random = makeRandom('surroundings');
  const kinds = Object.keys(surroundings);
  const waiting = new Map(kinds.map((kind) => [kind, []]));
  let turn = 0;
  for (const { kind, name, label } of tokens.values()) {
    for (let index = 0; index < perToken; index++) {
      // 38 surroundings, so steps of 11 meet each of them
      turn = (turn + 11) % kinds.length;
      const shown = name !== '' ? name : index % 2 === 0 ? kind : random.pick(neutralNames);
      waiting.get(kinds[turn]).push({ name: shown, marker: `«${label}token:${kind}»` });
    }
  }
  return [...waiting].flatMap(([kind, list]) => makeFiles(kind, list));
}

function makeFiles(kind, list) {
  const { file, head, line, foot } = surroundings[kind];
  const files = [];
  for (let index = 0; index < list.length; index += perFile) {
    const taken = new Map();
    const lines = list.slice(index, index + perFile).map(({ name, marker }) => line(makeUnique(name, taken), marker));
    files.push({ path: `${kind}-${String(index / perFile + 1)}/${file}`, template: `${[head, ...lines, foot].filter((part) => part !== undefined).join('\n')}\n` });
  }
  return files;
}

function makeUnique(name, taken) {
  const count = (taken.get(name) ?? 0) + 1;
  taken.set(name, count);
  return count === 1 ? name : `${name}_${String(count)}`;
}
