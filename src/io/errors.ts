export const userErrorName = 'UserError';

/** Something that the user can mend: shown as one line without a stack, exit 2. */
export class UserError extends Error {
  override readonly name = userErrorName;
}

/** The code of a system error such as `ENOENT`. */
export const getErrorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

export const getErrorMessage = (error: unknown): string => (error instanceof Error ? error.message.split('\n', 1)[0] ?? '' : String(error));
