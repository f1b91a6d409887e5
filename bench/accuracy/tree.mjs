// All cases as files of a folder, and what is expected of each.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { encode, fillCase, readCases } from './cases.mjs';
import { makeTokenCases } from './token-cases.mjs';

const folder = path.join(import.meta.dirname, 'cases');

/** Class name to its files. The name of a case file is its class; `negatives.txt` has one class for each first part of a path. */
function readAll() {
  const classes = new Map([['tokens', makeTokenCases()]]);
  for (const name of readdirSync(folder).sort()) {
    const group = name.slice(0, -4);
    for (const [index, file] of readCases(readFileSync(path.join(folder, name), 'utf8')).entries()) {
      const isSplit = group.startsWith('negatives');
      const key = isSplit ? `${group}/${file.path.split('/')[0]}` : group;
      const own = { ...file, path: isSplit ? file.path.split('/').slice(1).join('/') : file.path };
      classes.set(key, [...(classes.get(key) ?? []), { ...own, path: `${String(index + 1)}/${own.path}` }]);
    }
  }
  return classes;
}

/** Writes the tree; gives by class the labelled units and templates of each path. */
export function writeTree(root) {
  const classes = new Map();
  for (const [name, files] of readAll()) {
    const units = new Map();
    const templates = new Map();
    let lines = 0;
    for (const file of files) {
      const filled = fillCase(file, name);
      const relative = `${name}/${file.path}`;
      const absolute = path.join(root, relative);
      mkdirSync(path.dirname(absolute), { recursive: true });
      writeFileSync(absolute, encode(filled.text, file.encoding));
      units.set(relative, filled.units);
      templates.set(relative, filled.templates);
      lines += filled.templates.length;
    }
    classes.set(name, { units, templates, lines });
  }
  return classes;
}
