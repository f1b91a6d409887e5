/** A fenced block of a page. */
export interface Block {
  readonly language: string;
  /** The rest of the info string, such as `incorrect`. */
  readonly info: string;
  readonly text: string;
  /** Counted from 1. */
  readonly line: number;
}

/** Fenced blocks (CommonMark, section 4.5) with backticks. */
export function readBlocks(page: string): Block[] {
  const blocks: Block[] = [];
  for (const found of page.matchAll(/^```(?<language>\S*)[ \t]*(?<info>[^\n]*)\n(?<text>[\s\S]*?)^```$/gmu)) {
    const { language = '', info = '', text = '' } = found.groups ?? {};
    blocks.push({ language, info: info.trim(), text, line: page.slice(0, found.index).split('\n').length });
  }
  return blocks;
}
