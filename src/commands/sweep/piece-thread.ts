import type { Config } from '../../core/config.ts';
import { openFile } from '../../io/read-file.ts';
import { getRoom, siftPart, suspectPart, toWhole } from '../../pipeline.ts';
import { readHead, readPiece } from './piece.ts';
import { isKeepingUp, takePiece, tellSifted, tellSight, type SharedPieces } from './shared-pieces.ts';

/** Helps with one large file. */
export interface PiecesTask {
  readonly kind: 'pieces';
  readonly root: string;
  readonly path: string;
  readonly config: Config;
  readonly pieces: SharedPieces;
}

/**
 * Says where something may be in the pieces that it takes. What is more than a look at bytes it leaves to the thread that reports as long as
 * that one keeps up: there it is done faster, since it was done before. What this one dies at, that one looks at itself.
 */
export function lookAtPieces({ root, path, config, pieces }: PiecesTask): void {
  const file = openFile(root, path);
  try {
    const toRoom = getRoom(config);
    const whole = toWhole(path, readHead(file, toRoom), config);
    if (whole === undefined) return;
    for (let number = takePiece(pieces); number !== undefined; number = takePiece(pieces)) {
      const { bytes, own } = readPiece(file, toRoom, number);
      const sifted = isKeepingUp(pieces) ? siftPart(whole, bytes, own) : undefined;
      if (sifted === undefined) tellSight(pieces, number, suspectPart(whole, bytes, own));
      else tellSifted(pieces, number, sifted);
    }
  } finally {
    file.close();
  }
}
