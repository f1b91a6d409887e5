import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Check } from './checker.ts';

export type Document = Readonly<Record<string, unknown>>;

/** Holds files for which no checker can be installed to what their reference says; `judge` gives what is wrong. */
export function checkDocuments(folder: string, files: readonly string[], judge: (document: Document) => readonly string[]): Check {
  const present = files.filter((file) => existsSync(path.join(folder, file)));
  const mistakes = present.flatMap((file) => judge(parse(readFileSync(path.join(folder, file), 'utf8')) as Document).map((mistake) => `${file}: ${mistake}`));
  return { code: present.length > 0 && mistakes.length === 0 ? 0 : 1, output: mistakes.join('\n') };
}

export const toMap = (value: unknown): Document => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Document) : {});

export const getUnknownKeys = (map: Document, keys: readonly string[]): string[] => Object.keys(map).filter((key) => !keys.includes(key)).map((key) => `unknown key ${key}`);

export const isName = (value: unknown): boolean => typeof value === 'string' && /^(?:\/[\w.-]+){1,15}$|^[\w.-]+$/u.test(value);

export const isArn = (value: unknown): boolean => typeof value === 'string' && /^arn:aws[\w-]*:ssm:[a-z\d-]+:\d{12}:parameter(?:\/[\w.-]+){1,15}$/u.test(value);

/** Values of a map that are none of what it may hold. */
export const getWrongValues = (map: Document, isRight: (value: unknown) => boolean): string[] => Object.keys(map).filter((key) => !isRight(map[key])).map((key) => `wrong value of ${key}`);

export const getShared = (a: Document, b: Document): string[] => Object.keys(a).filter((key) => key in b).map((key) => `${key} stands twice`);
