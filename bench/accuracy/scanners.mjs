// Runs the built command, or a peer that is on the PATH, over a folder; each gives reports of path, line, last line and kind.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const command = path.resolve(import.meta.dirname, '../../dist/bin/paramguard.cjs');
const secretRules = new Set(['no-hardcoded-secrets', 'no-plaintext-dotenv']);

/** All that the command says about secrets, of every severity. */
export function scan(folder) {
  const { stdout, stderr } = run(process.execPath, [command, 'scan', '--store', 'none', '--format', 'json'], folder);
  if (!stdout.startsWith('{')) throw new Error(`the command gave no report: ${stderr.slice(0, 500)}`);
  const { findings, unread, files } = JSON.parse(stdout);
  const reports = findings.filter(({ rule }) => secretRules.has(rule)).map(({ path: file, start, end, kind }) => ({ path: file, line: start.line, endLine: end.line, kind }));
  return { reports, unread, files };
}

function run(file, args, cwd) {
  return spawnSync(file, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 30 });
}

/** A scanner that writes JSON to a file, as gitleaks and those that follow it do. */
const leaksLike = (name, mode) => ({
  version: ['version'],
  scan: (folder) =>
    withFile((file) => {
      run(name, [mode, folder, '--report-format', 'json', '--report-path', file, '--no-banner', '--exit-code', '0'], folder);
      return JSON.parse(readFileSync(file, 'utf8')).map(({ File, StartLine, EndLine, RuleID }) => ({ path: relative(folder, File), line: StartLine, endLine: EndLine, kind: RuleID }));
    }),
});

const peers = {
  gitleaks: leaksLike('gitleaks', 'dir'),
  betterleaks: leaksLike('betterleaks', 'dir'),
  'detect-secrets': {
    version: ['--version'],
    scan(folder) {
      const { results } = JSON.parse(run('detect-secrets', ['scan', '--all-files', '--no-verify', '.'], folder).stdout);
      return Object.entries(results).flatMap(([file, list]) => list.map(({ line_number: line, type }) => ({ path: path.normalize(file), line, kind: type })));
    },
  },
  kingfisher: {
    version: ['--version'],
    scan(folder) {
      const { stdout } = run('kingfisher', ['scan', folder, '--no-validate', '--format', 'jsonl', '--no-update-check', '--git-history=none'], folder);
      return parseLines(stdout).flatMap(({ rule, finding }) => (finding === undefined ? [] : [{ path: relative(folder, finding.path), line: Number(finding.line), kind: rule?.id }]));
    },
  },
  secretlint: {
    version: ['--version'],
    scan(folder) {
      const settings = '{"rules":[{"id":"@secretlint/secretlint-rule-preset-recommend"}]}';
      return withFile((file) => {
        run('secretlint', ['**/*', '**/.*', '--format', 'json', '--output', file, '--secretlintrcJSON', settings], folder);
        const found = JSON.parse(readFileSync(file, 'utf8'));
        return found.flatMap(({ filePath, messages }) => messages.map(({ loc, ruleId }) => ({ path: relative(folder, filePath), line: loc.start.line, endLine: loc.end.line, kind: ruleId })));
      });
    },
  },
  trufflehog: {
    version: ['--version'],
    scan(folder) {
      const { stdout } = run('trufflehog', ['filesystem', folder, '--json', '--no-verification', '--no-update'], folder);
      return parseLines(stdout).flatMap(({ SourceMetadata, DetectorName }) => {
        const at = SourceMetadata?.Data?.Filesystem;
        return at === undefined ? [] : [{ path: relative(folder, at.file), line: at.line, kind: DetectorName }];
      });
    },
  },
};

const parseLines = (text) => text.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));

const relative = (folder, file) => (path.isAbsolute(file) ? path.relative(realpathSync(folder), file.replace(folder, realpathSync(folder))) : path.normalize(file));

function withFile(use) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'accuracy-report-'));
  try {
    return use(path.join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The peers that are here: name, version, scan. */
export function findPeers() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return Object.entries(peers)
    .filter(([name]) => folders.some((folder) => existsSync(path.join(folder, name))))
    .map(([name, { version, scan: scanWith }]) => ({ name, version: getVersion(name, version), scan: scanWith }));
}

function getVersion(name, args) {
  const { stdout = '', stderr = '' } = run(name, args, '.');
  return /\d+\.\d+\.\d+/u.exec(`${stdout} ${stderr}`)?.[0] ?? '';
}
