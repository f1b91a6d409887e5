import type { Edit } from '../../core/edit.ts';
import type { TerraformSite } from '../../core/sites/terraform.ts';

/** Keeps the signs under each other when the argument gets a name of another length, as `terraform fmt` does. */
export function align({ nameRange, lines }: NonNullable<TerraformSite['argument']>, text: string, name: string): { readonly edits: readonly Edit[]; readonly pad: (name: string) => string } {
  const others = lines.filter((line) => line.nameRange[0] !== nameRange[0]);
  const width = Math.max(name.length, ...others.map((line) => line.nameRange[1] - line.nameRange[0]));
  const edits = others.flatMap((line) => {
    const gap = ' '.repeat(width - (line.nameRange[1] - line.nameRange[0]) + 1);
    const range = [line.nameRange[1], line.equals] as const;
    return text.slice(...range) === gap || range[0] === range[1] ? [] : [{ range, text: gap }];
  });
  return { edits, pad: (shown) => shown.padEnd(width) };
}
