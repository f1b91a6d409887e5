import type { PhpNode } from '../../php/tree.ts';

/** Undefined where the file is no valid PHP: then nothing is known of the places in it, and no edit is safe. */
export async function parse(text: string): Promise<PhpNode | undefined> {
  const { Engine } = await import('php-parser');
  // with short tags `<?xml` would begin a program
  for (const hasShortTags of [true, false]) {
    try {
      return new Engine({ parser: { version: '8.4', suppressErrors: false, extractDoc: false }, ast: { withPositions: true }, lexer: { short_tags: hasShortTags } }).parseCode(text, '');
    } catch {
      // read in the other way, or not at all
    }
  }
  return undefined;
}
