import { scanBytes } from '../../src/pipeline.ts';
import { defaultConfig } from '../../src/core/config.ts';
import { makeFolder } from '../support/command.ts';

/** `action name reader decryption` of each reference, in the order of the file, and the kinds of the problems that need no store. */
export async function scanReferences(path: string, text: string): Promise<{ references: string[]; kinds: string[]; marked: string[] }> {
  const { references, problems } = await scanBytes(makeFolder(), path, Buffer.from(text), defaultConfig);
  const ordered = [...references].sort((a, b) => a.range[0] - b.range[0]);
  return {
    references: ordered.map(({ action, name, reader, takes, decryption, region }) =>
      [action, name, reader, ...(takes === 'any' ? [] : [takes]), ...(decryption === 'present' ? [] : [decryption]), ...(region === undefined ? [] : [region])].join(' '),
    ),
    kinds: problems.map(({ kind }) => kind),
    marked: ordered.map(({ range }) => text.slice(...range)),
  };
}
