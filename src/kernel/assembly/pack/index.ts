// AssemblyScript (https://www.assemblyscript.org), compiled by scripts/kernel.mjs: what unpacks the objects of a pack of git.
export { applyDelta, readSize, sizeEnd } from './delta';
export { inflate } from './inflate';
export { compareTrees } from './trees';
