/** What is shown in the place of a text. */
export interface Hidden {
  readonly text: string;
  readonly mask: string;
}

/** Replaces very many texts in one pass, the longest that begins at a place first: trying one after the other would take their number times the length. */
export function createRedaction(hidden: readonly Hidden[]): (shown: string) => string {
  const table = createTable(hidden);
  return (shown) => {
    let result = '';
    let done = 0;
    for (let index = 0; index < shown.length; ) {
      const found = findLongest(table, shown, index);
      if (found === '') {
        index++;
        continue;
      }
      const mask = table.masks.get(found.slice(0, pieceLength)) ?? '';
      // the mask of a long text stands for all its pieces
      const isContinued = mask === '' && index === done && done > 0;
      result += shown.slice(done, index) + (isContinued ? '' : mask || plainMask);
      index += found.length;
      done = index;
    }
    return result + shown.slice(done);
  };
}

const plainMask = '****';

/** A long text is looked for in pieces of so many characters. */
const pieceLength = 64;

const mostAlike = 100;

interface Table {
  /** By text; empty for the further pieces of a long one. */
  readonly masks: ReadonlyMap<string, string>;
  readonly levels: readonly Level[];
  /** Long texts by their first piece, some of them where very many begin alike. */
  readonly long: ReadonlyMap<string, readonly string[]>;
  /** What is left of a long text, behind its last piece. */
  readonly tails: ReadonlySet<string>;
}

/** Texts of this size and less than twice of it. */
interface Level {
  readonly size: number;
  /** How all texts of this level and of the higher ones begin. */
  readonly beginnings: ReadonlySet<string>;
  /** The longest first. */
  readonly lengths: readonly number[];
}

function createTable(hidden: readonly Hidden[]): Table {
  const masks = new Map<string, string>();
  const tails = new Set<string>();
  const long = new Map<string, string[]>();
  for (const { text, mask } of hidden) {
    if (text.length > pieceLength) {
      const alike = long.get(text.slice(0, pieceLength)) ?? [];
      if (alike.length < mostAlike) long.set(text.slice(0, pieceLength), [...alike, text]);
    }
    for (let start = 0; start < text.length; start += pieceLength) {
      const piece = text.slice(start, start + pieceLength);
      if (start > 0 && piece.length < pieceLength) tails.add(text.slice(start - pieceLength));
      else if (!masks.has(piece)) masks.set(piece, start === 0 ? mask : '');
    }
  }
  return { masks, levels: [1, 2, 4, 8, 16, 32, pieceLength].map((size) => createLevel(size, [...masks.keys()])), long, tails };
}

function createLevel(size: number, texts: readonly string[]): Level {
  const long = texts.filter((text) => text.length >= size);
  const lengths = new Set(long.map((text) => text.length).filter((length) => length < size * 2));
  return { size, beginnings: new Set(long.map((text) => text.slice(0, size))), lengths: [...lengths].sort((a, b) => b - a) };
}

function findLongest({ masks, levels, long, tails }: Table, shown: string, index: number): string {
  let found = '';
  for (const { size, beginnings, lengths } of levels) {
    if (!beginnings.has(shown.slice(index, index + size))) break;
    const length = lengths.find((each) => index + each <= shown.length && masks.has(shown.slice(index, index + each)));
    if (length !== undefined) found = shown.slice(index, index + length);
  }
  if (found.length < pieceLength) return found;
  const whole = long.get(found)?.reduce((longest, text) => (text.length > longest.length && shown.startsWith(text, index) ? text : longest), found) ?? found;
  return whole === found ? findTail(tails, found, shown, index) : whole;
}

function findTail(tails: ReadonlySet<string>, found: string, shown: string, index: number): string {
  if (tails.size === 0) return found;
  for (let length = pieceLength - 1; length > 0; length--) {
    const whole = shown.slice(index, index + pieceLength + length);
    if (tails.has(whole)) return whole;
  }
  return found;
}
