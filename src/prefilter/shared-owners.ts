import { sharedKeywords, type SharedOwner } from './shared-keywords.ts';

const known = new Map(sharedKeywords.map(({ owners }) => [JSON.stringify(owners), owners]));

const keys = [...known.keys()];

/** Whose the keywords are that anybody may own, each list once. Data alone: the build puts what comes out in the place of this module. */
export const ownerLists: readonly (readonly SharedOwner[])[] = [...known.values()];

/** By keyword, its place in these lists. */
export const ownersOf: readonly number[] = sharedKeywords.map(({ owners }) => keys.indexOf(JSON.stringify(owners)));
