import { createAnchorSearch, type Anchor } from '../../core/anchor-search.ts';
import type { Config } from '../../core/config.ts';
import { toDetector } from '../../core/custom-formats.ts';
import type { Detector } from '../../core/detector.ts';
import { nameStems } from '../../core/names.ts';
import { getSpellings } from '../../core/near.ts';
import { detectors } from '../../detectors/index.ts';

/** Where in a part of some bytes a secret may stand; what is further away than `reach` has no say in it. */
export type FindPlaces = (bytes: Uint8Array, from: number, to: number) => readonly number[];

/** By the literals of the formats and by the words of which names of secrets are made. */
export function createLook({ formats, foreign }: Config): FindPlaces {
  const search = createAnchorSearch([...detectors, ...formats.map(toDetector), ...(foreign?.detectors ?? [])].flatMap(toAnchors));
  const names = new RegExp(nameStems.source, 'giu');
  return (bytes, from, to) => {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
    const places: number[] = [];
    search.find(text, [0, text.length], (_, index) => {
      places.push(from + index);
      return false;
    });
    for (const { index } of text.matchAll(names)) places.push(from + index);
    return [...new Set(places)].sort((a, b) => a - b);
  };
}

function toAnchors({ anchors, near = [], isCaseless = false }: Detector): Anchor<undefined>[] {
  if (anchors !== undefined) return anchors.map((text) => ({ text, isCaseless, owner: undefined }));
  return near.flatMap(getSpellings).map((text) => ({ text, isCaseless: true, owner: undefined }));
}
