import { setFlagsFromString } from 'node:v8';

/** The newest version of Node whose V8 was seen to take a flag. To one that it does not know V8 answers with an error on the terminal. */
const newest = { '--heap-growing-percent': 26, '--max-inlined-bytecode-size-cumulative': 26, '--interrupt-budget': 20 } as const;

/** Sets a flag of V8 for the rest of the run, where it is known. */
export function setFlag(flag: keyof typeof newest, value: number): void {
  if (Number.parseInt(process.versions.node, 10) <= newest[flag]) setFlagsFromString(`${flag}=${String(value)}`);
}
