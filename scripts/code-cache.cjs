'use strict';
// Run by the build in a small repository: `node code-cache.cjs LAUNCHER scan --staged`. Leaves what V8 compiled beside the bundles; what
// a run before it has left is kept.
const { existsSync, mkdirSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const [, , launcher, ...args] = process.argv;
const { load, scripts, codeFolder } = require(launcher);
const exit = process.exit;
process.argv = [process.execPath, launcher, ...args];
process.exit = (code) => {
  // what a scan of a few more files loads
  for (const name of ['detectors-index.cjs', 'core-layered-secrets.cjs', 'text.cjs', 'commands.cjs', 'file-rows.cjs']) load(name);
  mkdirSync(codeFolder, { recursive: true });
  for (const [name, script] of scripts) if (!existsSync(path.join(codeFolder, name))) writeFileSync(path.join(codeFolder, name), script.createCachedData());
  exit(code);
};
load('main.cjs').start();
