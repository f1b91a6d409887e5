import { rememberLast } from './remember-last.ts';

/**
 * Whether a text looks machine-made. Not Shannon entropy, which a short text cannot have: each step from character to
 * character is weighed as more likely in what people write or in what a machine draws, and the weights are added up.
 */
export function isRandom(text: string): boolean {
  return text.length >= 8 && isUnlikeWords(text);
}

const isUnlikeWords = rememberLast((text) => {
  // letters of other alphabets make words, not keys
  if (/[^\u0000-\u007F]{3}/u.test(text)) return false;
  if (/^[\da-f]+$/iu.test(text)) return text.length >= 16 && new Set(text.toLowerCase()).size >= 7;
  if (new Set(text).size < Math.min(8, text.length * 0.4)) return false;
  // without digits and changes of case a short text is rather a word of some language or two names
  const limit = text.length < 16 && /^[A-Z]?[a-z]+$/u.test(text) ? -8 : 0;
  return getHumanBits(text) < limit && getHumanBits(undoLeet(text)) < limit;
});

/** How much more likely, in bits, people made the text than a machine; negative for a machine. */
function getHumanBits(text: string): number {
  const segments = text.match(/[A-Z]?[a-z]+|[A-Z]+|\d+|[^A-Za-z\d]+/gu) ?? [];
  let bits = 0;
  let previous = '';
  for (const segment of segments) {
    bits += /^[A-Za-z]/u.test(segment) ? getWordBits(segment) : Math.min(2, (segment.length - 1) * (/\d/u.test(segment) ? 0.7 : 0.5));
    if (previous !== '') bits -= getJointCost(previous, segment);
    previous = segment;
  }
  return bits;
}

/** People join words at capitals and marks, and put a number after a word; a machine does it anywhere. */
function getJointCost(before: string, after: string): number {
  if (/^[^A-Za-z\d]/u.test(before) || /^[^A-Za-z\d]/u.test(after)) return 0.6;
  const isWhole = before.length > 2 && after.length > 2;
  return isWhole ? 0.3 : before.length + after.length > 4 ? 1.2 : 2;
}

function getWordBits(segment: string): number {
  // fingers that walk along the keyboard
  const word = segment.toLowerCase().replace(/qwert[yz]?|azerty|asdfg?|zxcvb?/u, '');
  let bits = word.length === segment.length ? 0 : 4;
  for (let index = 0; index + 1 < word.length; index++) {
    const column = word.charCodeAt(index + 1) - 97;
    bits += Number(pairs[word.charCodeAt(index) - 97]?.charAt(column)) - 5;
  }
  return bits;
}

/**
 * Bits by which a pair of letters (row, column: a to z) is more common in the words of English documentation than by
 * chance, plus 5. Counted over the readmes and declarations of some hundred npm packages.
 */
const pairs: readonly string[] = (
    '16761360614868060878554252 52216000520610510443500020 71517007606610801647600040 52148120710412520451511030 74885653431768364997364741 50206500700401600433400040 51007045600435400541410011 ' +
    '60007000500232600424400030 65766660002669852678160406 20004000100000200040300000 31126220500102010050001000 73358320802711730155531060 74027000711351660141500000 72777582624435631278552030 ' +
    '45663450425679560866656322 71227114501621760756510020 00000000000100000000600000 82559350805465730576542050 51628406704443661378623140 71529327900521730776503160 55545340500657250666000100 ' +
    '60007010600000400000000000 50005014500104400440001000 30404000400000050005000010 22203200300334350042002001 30005000300000300000000011'
).split(' ');

/** `Pa55w0rd` is a word to whoever made it up. */
const undoLeet = (text: string): string => text.replace(/(?<=[A-Za-z@$\d])[@$013457](?=[A-Za-z@$\d]{0,60}[A-Za-z])/gu, (mark) => leet[mark] ?? mark);

const leet: Readonly<Record<string, string>> = { '@': 'a', $: 's', 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' };

/** Share of neighbouring letters that are common in English text, 0 to 1; 0 where there are no two letters in a row. */
export function getWordLikeness(text: string): number {
  let pairs = 0;
  let common = 0;
  for (let index = 0; index + 1 < text.length; index++) {
    const pair = text.slice(index, index + 2);
    if (!/^[A-Za-z]{2}$/u.test(pair)) {
      // a change between letter and digit is as unlike a word as a rare pair of letters
      if (/^(?:[A-Za-z]\d|\d[A-Za-z])$/u.test(pair)) pairs++;
      continue;
    }
    pairs++;
    if (/^[a-z][A-Z]$/u.test(pair)) continue;
    if (commonPairs.has(pair.toLowerCase())) common++;
  }
  return pairs === 0 ? 0 : common / pairs;
}

/** Letter pairs that make up most of English text (counts of Norvig's study of the Google books corpus). */
const commonPairs: ReadonlySet<string> = new Set(
  (
    'th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ic ne ea ' +
    'ra ce li ch ll be ma si om ur ca el ta la ns di fo ho pe ec pr no ct us ac ot il tr ly nc et ut ss so rs un lo wa ge ie ' +
    'wh ee wi em ad ol rt po we na ul ni ts mo ow pa im mi ai sh ir su id os iv ia am fi ci vi pl ig tu ev ld ry mp fe bl ab ' +
    'gh ty op wo sa ay ex ke ui bo ck ey ds av rd rm pt ag ef up ap ue da qu gr rn ov if rk cl ew fr gi tt bu ep ga rr oo ff sp ' +
    'sw ls ub ob ks ok ty ak ip dd ys ws xt xp ft lf od ud ug um br cr dr gu fa fu go ju ke ki ld lt mb mm my nk nn nf nl ' +
    'nu ny oa og oi oy pp pu ps rc rg ru rv sc sk sl sm sn sy tl tw ua va vo ye yp yo zi ze bi ba by cy dm'
  ).split(' '),
);
