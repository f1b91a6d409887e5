import { ConfigCommentParser, Directive, TextSourceCodeBase, VisitNodeStep } from '@eslint/plugin-kit';
import { parseDotenv } from '../core/dotenv.ts';
import { getLineStarts, getPosition, type Range } from '../core/range.ts';

interface DotenvNode {
  readonly type: 'Dotenv' | 'Assignment';
  readonly range: [number, number];
  readonly loc: { start: { line: number; column: number }; end: { line: number; column: number } };
  readonly body?: readonly DotenvNode[];
  readonly comments?: readonly Comment[];
}

interface Comment {
  readonly value: string;
  readonly range: [number, number];
  readonly loc: DotenvNode['loc'];
}

interface ParseResult {
  readonly ok: true;
  readonly ast: DotenvNode;
}

interface File {
  readonly body: string | Uint8Array;
}

/** `.env` files for ESLint: assignments, and `# eslint-disable…` comments. Every text is a .env file, so parsing never fails. */
export const dotenvLanguage = {
  fileType: 'text' as const,
  lineStart: 1 as const,
  columnStart: 0 as const,
  nodeTypeKey: 'type' as const,
  visitorKeys: { Dotenv: ['body'], Assignment: [] },
  validateLanguageOptions(): void {
    // there are none
  },
  parse: (file: File): ParseResult => ({ ok: true, ast: parseTree(toText(file)) }),
  createSourceCode: (file: File, { ast }: ParseResult): DotenvSourceCode => new DotenvSourceCode(toText(file), ast),
};

const toText = ({ body }: File): string => (typeof body === 'string' ? body : new TextDecoder().decode(body));

function parseTree(text: string): DotenvNode {
  const lineStarts = getLineStarts(text);
  const locate = (range: Range): Pick<DotenvNode, 'range' | 'loc'> => ({ range: [...range], loc: { start: toLoc(lineStarts, range[0]), end: toLoc(lineStarts, range[1]) } });
  const { entries } = parseDotenv(text);
  const comments = [...text.matchAll(/^[ \t]*#(?<value>[^\r\n]*)/gmu)].map((found) => {
    const start = found.index + found[0].indexOf('#');
    return { value: found.groups?.['value'] ?? '', ...locate([start, found.index + found[0].length]) };
  });
  const body = entries.map((entry): DotenvNode => ({ type: 'Assignment', ...locate([entry.keyRange[0], entry.outerRange[1]]) }));
  return { type: 'Dotenv', ...locate([0, text.length]), body, comments };
}

function toLoc(lineStarts: readonly number[], offset: number): { line: number; column: number } {
  const { line, column } = getPosition(lineStarts, offset);
  return { line, column: column - 1 };
}

const commentParser = new ConfigCommentParser();

class DotenvSourceCode extends TextSourceCodeBase {
  readonly #comments: readonly Comment[];
  readonly #root: DotenvNode;

  constructor(text: string, ast: DotenvNode) {
    super({ text, ast });
    this.#root = ast;
    this.#comments = ast.comments ?? [];
  }

  /** Asked for by core rules that look at every file. */
  getAllComments(): readonly Comment[] {
    return this.#comments;
  }

  override getParent(node: object): object | undefined {
    return node === this.#root ? undefined : this.#root;
  }

  getInlineConfigNodes(): readonly Comment[] {
    return this.#comments.filter(({ value }) => /^\s*eslint/u.test(value));
  }

  getDisableDirectives() {
    const directives: Directive[] = [];
    for (const node of this.getInlineConfigNodes()) {
      const parsed = commentParser.parseDirective(node.value);
      const type = /^eslint-(?<type>disable-next-line|disable-line|disable|enable)$/u.exec(parsed?.label ?? '')?.groups?.['type'];
      if (parsed === undefined || type === undefined) continue;
      directives.push(new Directive({ type: type as Directive['type'], node, value: parsed.value, justification: parsed.justification }));
    }
    return { problems: [], directives };
  }

  applyInlineConfig() {
    return { configs: [], problems: [] };
  }

  override *traverse() {
    yield new VisitNodeStep({ target: this.#root, phase: 1, args: [this.#root] });
    for (const node of this.#root.body ?? []) {
      yield new VisitNodeStep({ target: node, phase: 1, args: [node, this.#root] });
      yield new VisitNodeStep({ target: node, phase: 2, args: [node, this.#root] });
    }
    yield new VisitNodeStep({ target: this.#root, phase: 2, args: [this.#root] });
  }
}
