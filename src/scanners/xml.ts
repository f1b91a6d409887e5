import { formats } from '../core/formats.ts';
import type { Scanner } from '../core/scanner.ts';
import { getTextPlace } from '../core/text-places.ts';
import { readIni } from '../settings/ini.ts';
import { judgeReading } from '../settings/judge.ts';
import { readXml } from '../settings/xml.ts';
import { text } from './text.ts';

/** Markup of settings: .xml, .config, property lists, projects of .NET. */
export const xml: Scanner = {
  id: 'xml',
  handles: formats.xml,
  async scan(file, detect, settings) {
    const { problems, ...found } = await text.scan(file, detect, settings);
    const place = getTextPlace(file.path);
    // some files with these endings are lines of settings
    const values = /^\s*</u.test(file.text) ? readXml(file.text) : readIni(file.path, file.text);
    return { ...found, problems: judgeReading(file, { values, place: place === 'code' ? 'setting' : place }, detect, problems) };
  },
};
