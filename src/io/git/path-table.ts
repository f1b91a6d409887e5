/** Paths, put together from the names of folders and files as trees hold them: bytes, of which each is a character here. */
export interface PathTable {
  readonly paths: readonly string[];
  readonly root: Folder;
  /** The number of the file's path. */
  addFile(folder: Folder, name: string): number;
  openFolder(folder: Folder, name: string): Folder;
}

export interface Folder {
  /** With a slash at its end, unless it is the root. */
  readonly path: string;
  readonly depth: number;
  readonly folders: Map<string, Folder>;
  readonly files: Map<string, number>;
}

export function createPathTable(): PathTable {
  const paths: string[] = [];
  return {
    paths,
    root: createFolder('', 0),
    addFile({ path, files }, name) {
      const known = files.get(name);
      if (known !== undefined) return known;
      files.set(name, paths.push(decode(path + name)) - 1);
      return paths.length - 1;
    },
    openFolder(folder, name) {
      const known = folder.folders.get(name) ?? createFolder(`${folder.path}${name}/`, folder.depth + 1);
      folder.folders.set(name, known);
      return known;
    },
  };
}

const createFolder = (path: string, depth: number): Folder => ({ path, depth, folders: new Map(), files: new Map() });

const decode = (path: string): string => Buffer.from(path, 'latin1').toString('utf8');
