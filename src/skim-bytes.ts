import { skim, type Skim } from './ecmascript/skim.ts';
import { conditions, keywords } from './ecmascript/skim-words.ts';
import { createSkimmer, type Skimmer } from './kernel/skimmer.ts';

/** The same as `skim`, of a text whose characters are the bytes. */
export function skimBytes(text: string, bytes: Uint8Array): Skim | undefined {
  skimmer ??= createSkimmer(keywords, conditions, (code) => Buffer.from(code, 'base64')) ?? 'none';
  if (skimmer === 'none') return skim(text);
  const skimmed = skimmer(bytes);
  return skimmed === undefined ? undefined : { text, ...skimmed };
}

let skimmer: Skimmer | 'none' | undefined;
