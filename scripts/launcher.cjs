#!/usr/bin/env node
'use strict';
// dist/bin/paramguard.cjs: runs the bundles beside it. Where the build, or a run before, left compiled code for this version of V8, it is taken
// instead of compiling anew, which is a fifth of a start; V8 checks that it fits and compiles where it does not.
const { existsSync, readFileSync } = require('node:fs');
const path = require('node:path');
const { Script } = require('node:vm');

const folder = path.join(__dirname, 'on-demand');
const codeFolder = path.join(__dirname, 'code', `${process.versions.v8}-${process.platform}-${process.arch}`);
/** What runs before have kept, where the build left nothing. */
const kept = existsSync(codeFolder) ? undefined : require('./kept-code.cjs').findKeptCode(folder);
const modules = new Map();
const scripts = new Map();
const late = new Map();
let starting;
/** What parts of the start file tell others, as plain properties: nothing in them changes. */
let parts;

/** A bundle by its name, run once. */
function load(name) {
  if (starting === undefined) start();
  const known = modules.get(name);
  // one that is not through gives what there is of it, as with `require`
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  modules.set(name, module);
  const part = parts[name.slice(0, -'.cjs'.length)];
  if (part !== undefined) return (module.exports = part());
  run(starting[name] ?? compile(name), module, name);
  return module.exports;
}

/** Several bundles that nearly every run needs stand in one file, the parts of the first are asked for by their own names. */
function start() {
  starting = compile('start.cjs');
  const base = { exports: {} };
  run(starting['base.cjs'], base, 'base.cjs');
  parts = base.exports;
}

const run = (bundle, module, name) => bundle(module.exports, requireFrom, module, path.join(folder, name), folder);

function compile(name) {
  const file = path.join(folder, name);
  const cachedData = readCode(name);
  const script = new Script(readFileSync(file, 'latin1'), { filename: file, ...(cachedData === undefined ? {} : { cachedData }) });
  scripts.set(name, script);
  return script.runInThisContext();
}

const requireFrom = (id) => (id.startsWith('./') ? load(id.slice(2)) : id.startsWith('late:') ? getLate(id.slice(5)) : require(id));
requireFrom.resolve = require.resolve;

/** Costs nothing until something of it is used. */
function getLate(id) {
  const known = late.get(id) ?? new Proxy({}, { get: (_, name) => requireFrom(id)[name] });
  late.set(id, known);
  return known;
}

function readCode(name) {
  if (kept !== undefined) return kept.read(name);
  try {
    return readFileSync(path.join(codeFolder, name));
  } catch {
    return undefined;
  }
}

if (require.main === module) {
  if (kept !== undefined && !process.argv.includes('--no-cache')) process.on('exit', () => kept.keep(scripts));
  load('main.cjs').start();
} else module.exports = { load, scripts, codeFolder };
