/** Lines of a file, the first and the last, counted from 1. */
export type Lines = readonly [first: number, last: number];

interface HunkReader {
  add(chunk: Buffer): void;
  /** By file, in the order of the patch: its new lines, or that git has not looked at lines. */
  finish(): readonly (readonly Lines[] | 'whole')[];
}

/** Reads which lines a patch without context adds (git-diff, generating patch text). Holds no line of it. */
export function createHunkReader(): HunkReader {
  const files: (Lines[] | 'whole')[] = [];
  const takeLine = (head: string): void => {
    const hunk = /^@@ -\d+(?:,\d+)? \+(?<first>\d+)(?:,(?<count>\d+))? @@/u.exec(head)?.groups;
    const last = files.at(-1);
    if (head.startsWith('diff --git ')) files.push([]);
    else if (/^(?:Binary files .|GIT binary patch)/u.test(head)) files.splice(-1, 1, 'whole');
    else if (hunk !== undefined && Array.isArray(last)) last.push([Number(hunk['first']), Number(hunk['first']) + Number(hunk['count'] ?? 1) - 1]);
  };
  let head = '';
  return {
    add(chunk) {
      for (let start = 0; start < chunk.length; ) {
        const found = chunk.indexOf(10, start);
        const end = found === -1 ? chunk.length : found;
        // what a file holds stands behind a sign, and needs no more than that
        if (head.length < longestHead) head += chunk.toString('latin1', start, Math.min(end, start + longestHead));
        start = end + 1;
        if (found === -1) return;
        takeLine(head);
        head = '';
      }
    },
    finish() {
      takeLine(head);
      return files;
    },
  };
}

const longestHead = 100;
