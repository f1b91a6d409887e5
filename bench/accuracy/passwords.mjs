// Passwords as people choose them and as managers make them.

const lower = 'abcdefghijklmnopqrstuvwxyz';
const upper = lower.toUpperCase();
const digits = '0123456789';
const letters = `${lower}${upper}`;

const words = (
  'winter sommer summer autumn spring dragon monkey tiger falcon panther mustang thunder lightning shadow phoenix merlin gandalf ' +
  'marlin sailor coffee espresso cheese pickle banana mango pepper ginger butter cookie muffin waffle rocket turbo diesel ferrari ' +
  'chelsea arsenal juventus barca liverpool yankees lakers packers berlin paris london madrid lisbon dublin oslo hamburg seattle ' +
  'daniel thomas michael jessica sabine claudia andrea martina pascal nicole stefan jordan ashley hannah oliver sophie charlie bailey ' +
  'buddy cooper bella luna rufus felix garfield snoopy batman hercules apollo zeus athena orion galaxy comet jupiter saturn pluto ' +
  'secure server oracle backup deploy office laptop printer router gateway bridge harbor castle garden forest meadow river mountain ' +
  'guitar piano violin drummer hockey soccer tennis surfer skater kayak sunshine rainbow flower orchid tulip jasmine violet crimson ' +
  'silver golden copper marble granite hammer anvil wrench hunter archer ranger wizard knight pirate bandit outlaw maverick nomad'
).split(' ');

const capital = (word) => word[0].toUpperCase() + word.slice(1);
const leet = (word) => word.replaceAll('a', '@').replaceAll('o', '0').replaceAll('e', '3').replaceAll('i', '1');
const year = (random) => String(1968 + random.below(58));
const mark = (random) => random.pick(['!', '!', '!', '#', '.', '@', '*', '!!', '?', '+']);

const weakStyles = [
  (random) => `${capital(random.pick(words))}${year(random)}${mark(random)}`,
  (random) => `${capital(random.pick(words))}${mark(random)}${random.text(digits, 2 + random.below(3))}`,
  (random) => `${random.pick(words)}${random.text(digits, 2 + random.below(4))}`,
  (random) => `${random.pick(words)}${random.text(digits, 2 + random.below(4))}`,
  (random) => `${capital(leet(random.pick(words)))}${random.text(digits, 1 + random.below(3))}`,
  (random) => `${random.pick(words)}${capital(random.pick(words))}${random.text(digits, 1 + random.below(2))}`,
  (random) => `${random.pick(words)}_${random.pick(words)}${random.text(digits, 1 + random.below(2))}`,
  (random) => `${random.pick(words)}${random.pick(words)}`,
  (random) => `${random.text(lower, 4)}${random.text(digits, 4)}`,
  (random) => `${capital(random.pick(words))}${random.text(digits, 3)}`,
];

export const passwords = {
  /** Chosen by a person. */
  weak: (random) => random.pick(weakStyles)(random),
  /** The same without signs, for places that would need to escape them. */
  plain: (random) => random.pick([weakStyles[2], weakStyles[5], weakStyles[6], weakStyles[7], weakStyles[8], weakStyles[9]])(random),
  /** One lower-case word. */
  word: (random) => random.pick(words.filter((word) => word.length >= 6)),
  /** Some words, as the comic recommends. */
  phrase: (random) => Array.from({ length: 4 }, () => random.pick(words)).join(random.pick(['-', '-', '.', '_'])),
  /** Typed at random, 8 to 12 characters. */
  short: (random) => random.text(`${letters}${digits}`, 8 + random.below(5)),
  /** From a manager, with signs that no quoting minds. */
  strong: (random, length = 16) => `${random.text(letters, 1)}${random.text(`${letters}${digits}!#*+-.=@^_~?`, Number(length) - 2)}${random.text(digits, 1)}`,
  /** From a manager, letters and digits. */
  safe: (random, length = 20) => random.text(`${letters}${digits}`, Number(length)),
  /** With signs that quoting and expansion trip over. */
  tricky: (random) => `${capital(random.pick(words))}${random.pick(['$', '&', '%', '^', ';', '|', '<', '`', '~', ')', '}'])}${random.text(`${letters}${digits}`, 4)}${mark(random)}`,
  tiny: (random) => random.pick([() => random.text(lower, 5), () => random.text(`${lower}${digits}`, 6), () => `${random.pick(words).slice(0, 3)}${random.text(digits, 3)}`])(),
  number: (random) => random.text(digits, 6 + random.below(4)),
  letters: (random, length = 10) => random.text(lower, Number(length)),
  umlaut: (random) => `${random.pick(['Grüße', 'Señor', 'Müller', 'Åse', 'Übung', 'café'])}${random.pick(words)}${random.text(digits, 3)}`,
  spaced: (random) => Array.from({ length: 3 }, () => random.pick(words)).join(' '),
  pin: (random, length = 6) => random.text(digits, Number(length)),
};
