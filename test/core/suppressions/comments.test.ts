import { describe, expect, it } from 'vitest';
import { getLineStarts } from '../../../src/core/range.ts';
import { covers, findComments } from '../../../src/core/suppressions/comments.ts';
import type { Place } from '../../../src/core/suppressions/suppression.ts';
import { growsTooFast } from '../../support/growth.ts';

const find = (text: string) => findComments(text, getLineStarts(text));
const rule = 'no-hardcoded-secrets';
const kind = 'github-token';
const place = (line: number, last = line, fields: Partial<Place> = {}): Place => ({ ruleId: rule, kind, path: 'a.ts', lines: [line, last], fingerprint: '', ...fields });

/** The lines of a text whose findings are allowed. */
const allowed = (text: string, fields: Partial<Place> = {}, today = '2026-06-01'): number[] => {
  const comments = find(text);
  return text.split(/\r\n|\r|\n/u).flatMap((_, index) => (comments.some((comment) => covers(comment, place(index + 1, index + 1, fields), today)) ? [index + 1] : []));
};

describe('a comment of paramguard', () => {
  it.each([
    [`a(); // paramguard-disable-line ${rule} -- rotated in May`, [1]],
    [`// paramguard-disable-next-line ${rule} -- rotated in May\na();\nb();`, [2]],
    ['# paramguard-disable-next-line -- all rules, test key\nA=1', [2]],
    [`/* eslint-disable-next-line paramguard/${rule} -- test key */\na();`, [2]],
    [`/* eslint-disable paramguard/${rule} -- test keys */\na();\n/* eslint-enable paramguard/${rule} */\nb();`, [1, 2, 3]],
    [`// paramguard-disable-line ${rule}, no-logged-secrets -- both\r\n`, [1]],
    [`// paramguard-disable-line ${kind} -- of the sandbox\r\n`, [1]],
    ['// paramguard-disable-line slack-token -- another kind', []],
    [`// paramguard-disable-line ${rule}`, []],
    [`// paramguard-disable-line ${rule} --`, []],
    [`<!-- paramguard-disable-line ${rule} -->`, []],
    ['// paramguard-disable-line no-such-rule -- reason', []],
    ['// eslint-disable-line no-console -- reason', []],
    ['// eslint-disable-line -- reason', []],
    ['// paramguard-disable -- fixtures\na\n// paramguard-enable\nb', [1, 2, 3]],
    ['a\n// paramguard-disable -- to the end\nb\nc', [2, 3, 4]],
    [`// paramguard-disable ${kind}, slack-token -- fixtures\na\n// paramguard-enable ${kind}\nb`, [1, 2, 3]],
    [`// paramguard-disable -- fixtures\na\n// paramguard-enable ${kind}\nb`, [1, 2, 3]],
    ['// paramguard-disable -- fixtures\na\n// paramguard-enable slack-token\nb', [1, 2, 3, 4]],
    ['a\nb\n// paramguard-disable-file -- generated', [1, 2, 3]],
    [`a /* paramguard-disable ${rule} -- one */ b /* paramguard-enable */\nc`, [1]],
    ['const a = "// paramguard-disable-line -- quoted";', []],
    ['const a = "x"// paramguard-disable-line -- behind a text', [1]],
    ['see paramguard-disable-line -- in prose', []],
  ])('%j allows the lines %j', (text, lines) => expect(allowed(text)).toEqual(lines));

  it.each(['// X', '# X', '-- X', '; X', '% X', '/* X */', '/** X */', ' * X', '<!-- X -->', '{/* X */}', 'REM X', "' X", '{- X -}', '(* X *)', 'a //X', '//X'])('stands in comments like %j', (shape) => {
    const text = shape.replace('X', `paramguard-disable-line ${rule} -- test key`);
    expect(allowed(text)).toEqual([1]);
    expect(find(text)).toMatchObject([{ label: 'paramguard-disable-line' }]);
  });

  it('gives its reason without the end of the comment', () => {
    expect(find('/* paramguard-disable-line -- test key */').map(({ reason }) => reason)).toEqual(['test key']);
    expect(find('<!-- paramguard-disable-line -- test key -->').map(({ reason }) => reason)).toEqual(['test key']);
  });

  it.each([
    [`// paramguard-disable-line ${rule} until 2026-06-01 -- moves in June`, [1]],
    [`// paramguard-disable-line ${rule} until 2026-05-31 -- moves in June`, []],
    ['// paramguard-disable-line until 2026-05-31 -- moves in June', []],
    ['// paramguard-disable-line -- moves in June, until 2026-05-31', []],
    ['// paramguard-disable-line -- moves in June (until 2027-01-01)', [1]],
    ['// paramguard-disable-line until June -- moves in June', []],
    ['// paramguard-disable-line until 2026-02-30 -- no such day', []],
  ])('%j ends with its day', (text, lines) => expect(allowed(text)).toEqual(lines));

  it('meets a secret of several lines on each of them', () => {
    const [behind] = find('a\nb\nc // paramguard-disable-line -- test key');
    expect(covers(behind!, place(1, 3), '')).toBe(true);
    expect(covers(behind!, place(1, 2), '')).toBe(false);
  });

  it.each([
    ['// paramguard-disable-line', 'no-reason'],
    ['// paramguard-disable-line until soon -- why not', 'no-date'],
    ['// paramguard-enable', 'no-block'],
  ])('%j has no effect: %s', (text, fault) => expect(find(text)).toMatchObject([{ fault }]));

  it.each(['// paramguard-disable-line ', '//eslint-disable-next-line a,', '# paramguard-disable -- a', '// paramguard-enable -', '"// paramguard-disable'])('%j, many times, takes no longer than it is long', (piece) => {
    expect(growsTooFast((size) => void find(piece.repeat(size / piece.length)), { from: 4000, to: 500_000 })).toBe(false);
  });
});
