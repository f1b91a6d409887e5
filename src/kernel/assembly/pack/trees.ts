/** What `readEntry` read: where its name is, where its id is, and what it is. */
let nameAt: usize = 0;
let idAt: usize = 0;
let kind: u32 = 0;

const file: u32 = 1;
const folder: u32 = 2;
/** A link or another repository. */
const other: u32 = 3;

const idLength: usize = 20;

/**
 * Tells what a tree has and none of its parents: their places stand at `list`, the tree's first, two words each, where it begins and where it
 * ends. Four words at `out` for each entry, what it is, where its name begins and ends, and where its id is; behind them for each parent where the
 * id of the folder of that name is, or 0. Gives the number of entries, at most `most`; what is left begins where the list says then. -1
 * for what is no tree. (git-mktree and gitformat-pack: mode, blank, name, NUL, id.)
 */
export function compareTrees(list: usize, parents: u32, out: usize, most: u32): i32 {
  const listEnd = list + 8 + (<usize>parents << 3);
  const end: usize = load<u32>(list, 4);
  let at: usize = load<u32>(list);
  let told: u32 = 0;
  let place = out;
  while (at < end && told < most) {
    if (!readEntry(at, end)) return -1;
    const entryName = nameAt;
    const entryId = idAt;
    const entryKind = kind;
    const length = idAt + idLength - at;
    let isKnown = false;
    let folders = place + 16;
    for (let parent = list + 8; parent < listEnd; parent += 8) {
      const parentEnd: usize = load<u32>(parent, 4);
      const parentAt: usize = load<u32>(parent);
      store<u32>(folders, 0);
      if (parentAt + length <= parentEnd && isSame(parentAt, at, length)) {
        store<u32>(parent, <u32>(parentAt + length));
        isKnown = true;
      } else {
        const order = seek(parent, parentEnd, entryName, entryId - 1, entryKind == folder);
        if (order < 0) return -1;
        if (order == 1) {
          const parentLength = idAt + idLength - load<u32>(parent);
          if (parentLength == length && isSame(load<u32>(parent), at, length)) isKnown = true;
          else if (entryKind == folder) store<u32>(folders, <u32>idAt);
          store<u32>(parent, <u32>(idAt + idLength));
        }
      }
      folders += 4;
    }
    at += length;
    if (isKnown || entryKind == other) continue;
    store<u32>(place, entryKind);
    store<u32>(place, <u32>entryName, 4);
    store<u32>(place, <u32>entryId - 1, 8);
    store<u32>(place, <u32>entryId, 12);
    place = folders;
    told++;
  }
  store<u32>(list, <u32>at);
  return told;
}

/** Moves a parent on to an entry of that name: 1 where there is one, which was read then; 0 where there is none, -1 for what is no tree. */
function seek(parent: usize, end: usize, name: usize, nameEnd: usize, isFolder: bool): i32 {
  let at: usize = load<u32>(parent);
  let order = -1;
  while (at < end) {
    if (!readEntry(at, end)) return -1;
    order = compareNames(nameAt, idAt - 1, kind == folder, name, nameEnd, isFolder);
    if (order >= 0) break;
    at = idAt + idLength;
  }
  store<u32>(parent, <u32>at);
  return at < end && order == 0 ? 1 : 0;
}

/** In the order of a tree: as if the names of folders ended with a slash. */
function compareNames(a: usize, aEnd: usize, aIsFolder: bool, b: usize, bEnd: usize, bIsFolder: bool): i32 {
  while (a < aEnd && b < bEnd) {
    const order = <i32>load<u8>(a) - <i32>load<u8>(b);
    if (order != 0) return order;
    a++;
    b++;
  }
  const left: i32 = a < aEnd ? load<u8>(a) : aIsFolder ? 47 : 0;
  const right: i32 = b < bEnd ? load<u8>(b) : bIsFolder ? 47 : 0;
  return left != right ? left - right : <i32>(a < aEnd) - <i32>(b < bEnd);
}

function readEntry(at: usize, end: usize): bool {
  if (at + 8 + idLength > end) return false;
  // modes of five digits are those of folders
  const isShort = load<u8>(at, 5) == 32;
  if (!isShort && load<u8>(at, 6) != 32) return false;
  nameAt = at + (isShort ? 6 : 7);
  kind = isShort ? folder : load<u16>(at) == 0x3031 ? file : other;
  const zero = i64x2(0, 0);
  let place = nameAt;
  while (place < end) {
    const zeros = i8x16.bitmask(i8x16.eq(v128.load(place), zero));
    if (zeros != 0) {
      place += ctz(zeros);
      idAt = place + 1;
      return idAt + idLength <= end && place > nameAt;
    }
    place += 16;
  }
  return false;
}

// @ts-ignore: a decorator
@inline
function isSame(a: usize, b: usize, length: usize): bool {
  let done: usize = 0;
  while (done + 16 <= length) {
    if (i8x16.bitmask(i8x16.eq(v128.load(a + done), v128.load(b + done))) != 0xffff) return false;
    done += 16;
  }
  const rest = (1 << (length - done)) - 1;
  return (i8x16.bitmask(i8x16.eq(v128.load(a + done), v128.load(b + done))) & rest) == rest;
}
