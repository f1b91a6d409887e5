#!/usr/bin/env node
'use strict';
// dist/bin/paramguard.cjs: runs the bundles beside it. Where the build left compiled code for this version of V8, it is taken
// instead of compiling anew, which is a fifth of a start; V8 checks that it fits and compiles where it does not.
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { Script } = require('node:vm');

const folder = path.join(__dirname, 'on-demand');
const codeFolder = path.join(__dirname, 'code', `${process.versions.v8}-${process.arch}`);
const modules = new Map();

/** A bundle by its file name, run once. */
function load(name) {
  const known = modules.get(name);
  if (known !== undefined) return known.exports;
  const file = path.join(folder, name);
  const cachedData = readCode(name);
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'latin1')}\n})`;
  const script = new Script(source, { filename: file, ...(cachedData === undefined ? {} : { cachedData }) });
  const module = { exports: {}, script };
  modules.set(name, module);
  script.runInThisContext()(module.exports, requireFrom, module, file, folder);
  return module.exports;
}

const requireFrom = (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id));
requireFrom.resolve = require.resolve;

function readCode(name) {
  try {
    return readFileSync(path.join(codeFolder, name));
  } catch {
    return undefined;
  }
}

if (require.main === module) load('main.cjs');
else module.exports = { load, modules, codeFolder };
