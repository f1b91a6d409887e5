import { formats } from '../core/formats.ts';
import type { Scanner } from '../core/scanner.ts';
import { judgeReading } from '../settings/judge.ts';
import { getSettingPlace } from '../settings/place.ts';
import { readToml } from '../settings/toml.ts';
import { text } from './text.ts';

/** TOML: settings of Rust, Python, Hugo, Netlify, Cloudflare. */
export const toml: Scanner = {
  id: 'toml',
  handles: formats.toml,
  async scan(file, detect, settings) {
    const { problems, ...found } = await text.scan(file, detect, settings);
    return { ...found, problems: judgeReading(file, { values: readToml(file.text), place: getSettingPlace(file.path) }, detect, problems) };
  },
};
