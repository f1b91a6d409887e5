/** Escape sequences of a scanned file or of its name must not reach a terminal, and no sign may turn the direction of its text. */
export const dropControls = (line: string): string => line.replace(/[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '');

/** The same for a text of several lines. */
export const dropControlsInLines = (text: string): string => text.replace(/[^\n\r\t]+|\r(?!\n)/gu, (part) => dropControls(part));
