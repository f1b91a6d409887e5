import { getKeyedHash } from './keyed-hash.ts';
import { createRedaction } from './redaction.ts';

/**
 * A value that must not be shown. It can be compared, and every way of turning it into text (`String`, `JSON.stringify`,
 * `util.inspect`, a template) gives the mask. The one door out is `discloseTo`, which only the files of `src/io` that
 * eslint.config.js names may use (docs/decisions/0008-one-door-for-values.md).
 */
export class Secret {
  readonly #value: string;
  readonly mask: string;
  #cut: readonly string[] | undefined;

  /** `visible`: how many leading characters are public, such as a format's prefix; never more than a quarter. */
  constructor(value: string, visible = 0) {
    this.#value = value;
    this.mask = `${value.slice(0, Math.min(visible, value.length >> 2))}****`;
  }

  isSame(other: Secret): boolean {
    return this.#value === other.#value;
  }

  /** `text` with every occurrence of the value, or of a long part of it such as a line of a key, replaced by the mask. */
  redact(text: string): string {
    return this.#parts.reduce((shown, part) => shown.replaceAll(part, this.mask), text);
  }

  /** The same for all of them; as quick where they are very many. */
  static redactAll(secrets: readonly Secret[]): (text: string) => string {
    if (secrets.length > few) return createRedaction(secrets.flatMap((secret) => secret.#parts.map((text) => ({ text, mask: secret.mask }))));
    return (text) => secrets.reduce((shown, secret) => secret.redact(shown), text);
  }

  /** Gives every value a number of its own: for telling very many secrets apart. */
  static createNumbering(): (secret: Secret) => number {
    const numbers = new Map<string, number>();
    return (secret) => {
      const known = numbers.get(secret.#value) ?? numbers.size;
      numbers.set(secret.#value, known);
      return known;
    };
  }

  /** The same for every value with the same label in any other run with this key; whoever has not the key learns nothing by it. */
  getLabel(key: readonly number[]): string {
    return getKeyedHash(key, this.#value);
  }

  get #parts(): readonly string[] {
    return (this.#cut ??= [this.#value, ...this.#value.split(/[\s/.,:"'\\]+/u).filter((part) => part.length >= 16)]);
  }

  discloseTo<Result>(receive: (value: string) => Result): Result {
    return receive(this.#value);
  }

  toString(): string {
    return this.mask;
  }

  toJSON(): string {
    return this.mask;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `Secret(${this.mask})`;
  }
}

const few = 50;
