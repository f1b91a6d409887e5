import type { ReadGrant } from '../core/read-grant.ts';
import type { Reference } from '../core/reference.ts';
import { allows, mayCover } from './cover.ts';
import { isBeside } from './beside.ts';
import type { Mention } from './mentions.ts';

/** What a file grants and reads. */
export interface GrantFile {
  readonly path: string;
  readonly text: string;
  readonly grants: readonly ReadGrant[];
  readonly references: readonly Reference[];
  readonly mentions: readonly Mention[];
}

/** The files of a run. */
export interface GrantView {
  readonly files: readonly GrantFile[];
  /** Whether all files below a folder are in the run; where not, another policy or caller may be. */
  isWhole(folder: string): boolean;
}

export interface PlacedGrant {
  readonly file: GrantFile;
  readonly grant: ReadGrant;
}

export interface Call {
  readonly file: GrantFile;
  readonly reference: Reference;
}

/** The grants and calls of a run, flat. */
export interface Scene {
  readonly view: GrantView;
  readonly grants: readonly PlacedGrant[];
  readonly calls: readonly Call[];
}

export function toScene(view: GrantView): Scene {
  return {
    view,
    grants: view.files.flatMap((file) => file.grants.map((grant) => ({ file, grant }))),
    calls: view.files.flatMap((file) => file.references.filter(isParameter).map((reference) => ({ file, reference }))),
  };
}

/** AWS's own parameters have policies of their own kind. */
const isParameter = ({ service, name }: Reference): boolean => service === 'ssm' && !/^\/?aws\//u.test(name);

/** A call of a program, which needs the action that it names; scripts run with the rights of whoever starts them. A text in an editor has no path yet. */
export const isProgramCall = ({ file, reference }: Call): boolean =>
  reference.reader === 'program' && /\.(?:[cm]?[jt]sx?|py|php)$|^<\w+>$/u.test(file.path) && !/(?:^|\/)(?:scripts?|bin|tools?|ci|docs|examples?)\//iu.test(file.path);

/** A statement that says all it grants, to the program's role as far as its names tell. */
export const isAccountable = ({ grant }: PlacedGrant): boolean => grant.effect === 'allow' && !grant.isOpen && grant.role === undefined;

/** Whether some statement of the run may grant the call; one that grants everything counts for the code beside it. */
export const mayBeGranted = ({ file, reference }: Call, { grants }: Scene): boolean =>
  grants.some((placed) => placed.grant.effect === 'allow' && allows(placed.grant, reference.action) && mayCover(placed.grant, reference) && (isSpecific(placed.grant) || isBeside(placed.file.path, file.path)));

const isSpecific = ({ resources }: ReadGrant): boolean => resources.every(({ text }) => text !== undefined && /[^*?]/u.test(text));

/** A denial of any kind of reading leaves open what the others are for. */
export const mayBeDenied = ({ reference }: Call, { grants }: Scene): boolean => grants.some(({ grant }) => grant.effect === 'deny' && mayCover(grant, reference));

/** What ECS and its like read with it before the program starts: then it is not the program's. */
export const servesStart = ({ grant }: PlacedGrant, { calls }: Scene): boolean => calls.some(({ reference }) => reference.reader === 'execution' && allows(grant, reference.action) && mayCover(grant, reference));
