import { findGitleaksFile, readConfig, type LoadedConfig } from '../io/config-file.ts';
import { say } from '../io/terminal.ts';

/** The config with the rules of other scanners that it names, for what looks at files. What of them is not used is said. */
export async function readScanConfig(root: string, file?: string, report: (line: string) => void = say): Promise<LoadedConfig> {
  const loaded = await readConfig(root, file);
  const found = findGitleaksFile(loaded);
  if (found === undefined) return loaded;
  const { readGitleaksFile } = await import('../io/gitleaks-file.ts');
  const foreign = await readGitleaksFile(root, found);
  for (const line of foreign.warnings) report(line);
  return { ...loaded, config: { ...loaded.config, foreign } };
}
