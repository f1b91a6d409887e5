import type { Detect } from '../core/detect.ts';
import type { Range } from '../core/range.ts';
import { findToldPasswords } from '../core/prose-passwords.ts';
import { findCommandSecrets } from '../shell/commands.ts';

/** What stands between the name of a call and its arguments. */
const opening = /[\w.]{0,20}[ \t]{0,4}\(/uy;

/** Whether arguments follow the mark of a call. */
export function isOpened(text: string, index: number, length: number): boolean {
  opening.lastIndex = index + length;
  return text.charAt(index + length - 1) === '(' || opening.test(text);
}

/** An option, or what is piped. */
export const option = /[\s"'[,]-{1,2}[A-Za-z]|\||[Aa]uthorization:|(?:add_user|change_password|authenticate_user)[ \t]/u;

/** The command is the first item of a list of its arguments. */
export const item = /[\w.-]{0,20}["']?[ \t]{0,8}(?:,|\r?\n[ \t]{0,80}-[ \t])/uy;
export const between = /[[\]"',]|\r?\n[ \t]{0,80}-[ \t]/gu;

/** Commands in quotes, as in the steps of a pipeline or the scripts of a package: between each two quotes of a kind, however they pair. */
export function findQuotedCommands(text: string, [start, end]: Range): Range[] {
  const ranges: Range[] = [];
  for (let open = start; open < end && ranges.length < mostCommands; open++) {
    const quote = text.charAt(open);
    if (quote !== '"' && quote !== "'") continue;
    let close = text.indexOf(quote, open + 1);
    while (close !== -1 && close < end && close - open <= longestCommand && text.charAt(close - 1) === '\\') close = text.indexOf(quote, close + 1);
    if (close === -1 || close >= end || close - open < 5 || close - open > longestCommand || !option.test(text.slice(open, close))) continue;
    // as a notebook marks them
    ranges.push([/[!%]/u.test(text.charAt(open + 1)) ? open + 2 : open + 1, close]);
  }
  return ranges;
}

/** Of a line, and characters of each. */
const mostCommands = 24;
const longestCommand = 2000;

export const takesSecret = (text: string, range: Range, detect: Detect): boolean => (['setting', 'test'] as const).some((place) => findCommandSecrets(text, [range], detect, place).length > 0);

/** What tells has a colon, an equals sign or a verb before the password. */
export function isTold(text: string, start: number, end: number): boolean {
  const part = text.slice(Math.max(0, start), end);
  return /[:=]|[ \t](?:is|was)[ \t:]/iu.test(part) && findToldPasswords(part).next().done === false;
}

/** `"AWS::ApiGateway::ApiKey"`, as `getNameKind` says of the whole. */
export const isOfResourceType = (text: string, start: number, end: number): boolean => text.startsWith('::', start - 2) && /["'\s][A-Z]\w{1,40}::\w{2,40}::$/u.test(text.slice(Math.max(0, start - 90), start)) && /^\w{2,60}["']$/u.test(text.slice(start, end + 1));

const isNameCharacter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 45 && code <= 46) || (code >= 48 && code <= 57) || code === 95 || code === 36 || code > 127;

export function getNameStart(text: string, index: number): number {
  let start = index;
  while (start > 0 && index - start < 60 && isNameCharacter(text.charCodeAt(start - 1))) start--;
  while (start < index && /[.-]/u.test(text.charAt(start))) start++;
  return start;
}

export function getNameEnd(text: string, index: number): number {
  let end = index;
  while (end < text.length && end - index < 100 && isNameCharacter(text.charCodeAt(end))) end++;
  return end;
}

export function getLineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
