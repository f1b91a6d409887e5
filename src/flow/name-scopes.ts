import type { Budget } from './budget.ts';

/** Where a name is declared: between two tokens. */
export interface Scope {
  readonly from: number;
  readonly to: number;
  /** Where values that it is given begin. */
  readonly starts: number[];
}

/** Which blocks and functions declare which names, and what these are given there. Most runs end before this code is warm: it makes few objects. */
export class NameScopes {
  readonly #budget: Budget;
  readonly #declared = new Map<number, Scope[]>();
  readonly #everywhere = new Map<number, Scope>();

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  declare(name: number, from: number, to: number): void {
    const scopes = this.#declared.get(name);
    if (scopes === undefined) this.#declared.set(name, [{ from, to, starts: [] }]);
    else if (!isAmongLast(scopes, from, to)) scopes.push({ from, to, starts: [] });
  }

  /** In each block around the token that declares the name; where none does, everywhere. */
  give(name: number, token: number, start: number): void {
    let isDeclared = false;
    this.#visitDeclared(name, token, ({ starts }) => {
      isDeclared = true;
      starts.push(start);
    });
    if (isDeclared) return;
    const global = this.#everywhere.get(name);
    if (global === undefined) this.#everywhere.set(name, { from: 0, to: Number.MAX_SAFE_INTEGER, starts: [start] });
    else global.starts.push(start);
  }

  /** Those in which a name that stands at a token may be declared. */
  visit(name: number, token: number, visit: (scope: Scope) => void): void {
    this.#visitDeclared(name, token, visit);
    const global = this.#everywhere.get(name);
    if (global !== undefined) visit(global);
  }

  #visitDeclared(name: number, token: number, visit: (scope: Scope) => void): void {
    const scopes = this.#declared.get(name);
    if (scopes === undefined || !this.#budget.spend(scopes.length)) return;
    scopes.forEach((scope) => {
      if (token >= scope.from && token <= scope.to) visit(scope);
    });
  }
}

/** A name that is declared twice is mostly declared twice in the same place. */
function isAmongLast(scopes: readonly Scope[], from: number, to: number): boolean {
  for (let at = scopes.length - 1; at >= 0 && at >= scopes.length - 4; at--) if (scopes[at]?.from === from && scopes[at]?.to === to) return true;
  return false;
}
