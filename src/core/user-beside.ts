import type { Range } from './range.ts';

/** Whether a user, a login or a host is assigned close to a value: a password beside it is no label and no field's name. */
export function hasUserBeside(text: string, [start, end]: Range): boolean {
  const before = text.slice(Math.max(0, start - reach), start);
  const after = text.slice(end, end + reach);
  return user.test(before) || user.test(after);
}

/** Characters, about two lines. */
const reach = 120;

const user = /(?<![A-Za-z])\w{0,20}(?:user(?:_?name)?|login|e_?mail|uid|account|host(?:_?name)?)(?:["']?\]?[ \t]{0,8}(?:=>|:=|={1,3}|:|,|(?=[ \t]["']))|\()[ \t]{0,8}["'][^"'\r\n$<{]{2,60}["']/iu;
