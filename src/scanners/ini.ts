import type { FormatValue } from '../core/file-format.ts';
import { formats } from '../core/formats.ts';
import { findLineStart } from '../core/lines.ts';
import type { Range } from '../core/range.ts';
import type { Scanner } from '../core/scanner.ts';
import { isRandom } from '../core/value.ts';
import { readIni } from '../settings/ini.ts';
import { isToken, judgeReading } from '../settings/judge.ts';
import { getSettingPlace } from '../settings/place.ts';
import { text } from './text.ts';

/** Settings of one line each: .ini, .cfg, .conf, AWS credentials, .npmrc, units of systemd. */
export const ini: Scanner = {
  id: 'ini',
  handles: formats.ini,
  async scan(file, detect, settings) {
    const { problems: loose, ...found } = await text.scan(file, detect, settings);
    const problems = loose.filter((problem) => isToken(problem) || !isShownDefault(file.text, problem.range));
    // a program, or a file whose `passwd` names a database of accounts
    if (file.text.startsWith('#!') || /(?:^|\/)nsswitch\.conf$/u.test(file.path)) return { ...found, problems };
    return { ...found, problems: judgeReading(file, { values: [...readIni(file.path, file.text)].filter((value) => !isKeyId(value)), place: getSettingPlace(file.path) }, detect, problems) };
  },
};

/** Such files show their defaults in comments; only what a machine made is believed there. */
function isShownDefault(text: string, [start, end]: Range): boolean {
  const lineStart = findLineStart(text, start);
  return lineStart !== undefined && /^[ \t]*[#;!]/u.test(text.slice(lineStart, Math.min(start, lineStart + 200))) && !isRandom(text.slice(start, end));
}

/** Git's `signingKey` names a key that is elsewhere. */
const isKeyId = ({ name, value }: FormatValue): boolean => /^signing_?key$/iu.test(name) && /^(?:(?:0x)?[\dA-F]{8,40}!?$|ssh-|key::|[~/])/iu.test(value);
