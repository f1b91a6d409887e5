import { describe, expect, it } from 'vitest';
import { getLineStarts } from '../../../src/core/range.ts';
import { findMarkers, isMarked } from '../../../src/core/suppressions/markers.ts';
import type { Place } from '../../../src/core/suppressions/suppression.ts';
import { growsTooFast } from '../../support/growth.ts';

const place = (line: number, fields: Partial<Place> = {}): Place => ({ ruleId: 'no-hardcoded-secrets', kind: 'github-token', path: 'a.ts', lines: [line, line], fingerprint: '', ...fields });

const marked = (text: string, fields: Partial<Place> = {}): number[] => {
  const markers = findMarkers(text, getLineStarts(text));
  return text.split('\n').flatMap((_, index) => (markers.some((marker) => isMarked(marker, place(index + 1, fields))) ? [index + 1] : []));
};

describe('comments for other scanners', () => {
  it.each([
    ['a\nb # gitleaks:allow\nc', [2]],
    ['a\nb # betterleaks:allow\nc', [2]],
    ['a\nb // trufflehog:ignore\nc', [2]],
    ['a\nb // kingfisher:ignore\nc', [2]],
    ['a\nb # pragma: allowlist secret\nc', [2]],
    ['a\nb # pragma: whitelist secret\nc', [2]],
    ['a\n<!-- pragma: allowlist nextline secret -->\nc', [3]],
    ['a\nb // secretlint-disable-line\nc', [2]],
    ['a\n// secretlint-disable-next-line -- of the sandbox\nc', [3]],
    ['a\n// secretlint-disable\nc\n// secretlint-enable\ne', [2, 3, 4]],
    ['a\n// secretlint-disable\nc', [2, 3]],
    ['a\n// secretlint-disable-line @secretlint/secretlint-rule-github\nc', [2]],
    ['a\n// secretlint-disable-line @secretlint/secretlint-rule-slack\nc', []],
    ['a\n// secretlint-disable-line @secretlint/secretlint-rule-preset-recommend\nc', [2]],
    ['a\nb # nosec\nc', []],
  ])('%j allow the lines %j', (text, lines) => {
    expect(marked(text)).toEqual(lines);
    expect(marked(text, { ruleId: 'no-plaintext-dotenv' })).toEqual(lines);
  });

  it('speak of secrets that are written down, not of grants and logs', () => {
    for (const ruleId of ['no-wildcard-resource', 'no-logged-secrets', 'no-unknown-parameter'] as const) expect(marked('a # gitleaks:allow', { ruleId })).toEqual([]);
  });

  it('meet a secret of several lines; that of Kingfisher also behind it', () => {
    const find = (text: string) => findMarkers(text, getLineStarts(text))[0]!;
    expect(isMarked(find('\n\nc # gitleaks:allow'), place(1, { lines: [1, 3] }))).toBe(true);
    expect(isMarked(find('\n\nc # gitleaks:allow'), place(1, { lines: [1, 2] }))).toBe(false);
    expect(isMarked(find('\n\nc # kingfisher:ignore'), place(1, { lines: [1, 2] }))).toBe(true);
    expect(isMarked(find('\nc # kingfisher:ignore'), place(1))).toBe(false);
  });

  it.each(['secretlint-disable ', 'pragma: allowlist ', 'secretlint-disable @a/secretlint-rule-a,', 'secretlint-enable\n'])('%j, many times, takes no longer than it is long', (piece) => {
    expect(growsTooFast((size) => void marked(piece.repeat(size / piece.length)), { from: 4000, to: 500_000 })).toBe(false);
  });
});
