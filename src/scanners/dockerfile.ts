import { formats } from '../core/formats.ts';
import type { Scanner } from '../core/scanner.ts';
import { dropOverlapping } from '../core/secret-problem.ts';
import { readDockerfile } from '../settings/dockerfile.ts';
import { judgeReading } from '../settings/judge.ts';
import { getSettingPlace } from '../settings/place.ts';
import { findCommandSecrets } from '../shell/commands.ts';
import { text } from './text.ts';

/** Dockerfiles: what they set, and the commands that they run. */
export const dockerfile: Scanner = {
  id: 'dockerfile',
  handles: formats.dockerfile,
  async scan(file, detect, settings) {
    const { problems, ...found } = await text.scan(file, detect, settings);
    const place = getSettingPlace(file.path);
    const { values, commands, text: joined } = readDockerfile(file.text);
    const named = judgeReading(file, { values, place }, detect, problems);
    return { ...found, problems: dropOverlapping([...named, ...findCommandSecrets(joined, commands, detect, place)]) };
  },
};
