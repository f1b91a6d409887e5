import { runChecker, type Check } from '../../support/checker.ts';

/** Compiled without leaving anything behind; nothing is run. */
const compile = "import pathlib\nfor file in pathlib.Path('.').glob('*.py'): compile(file.read_text(), str(file), 'exec')";

export const check = (folder: string): Check => runChecker('python3', ['-c', compile], folder);
