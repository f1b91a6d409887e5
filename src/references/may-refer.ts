import { isPowerShellPath, isRecipePath } from '../core/paths.ts';

/** Whether a text may name a parameter or a secret of AWS; every reader of references is asked only after this. */
export const mayRefer = (text: string): boolean => telling.test(text);

/** The same without a method that many other libraries have. */
export const mayReferToAws = (text: string): boolean => telling.test(text.replace(/[gG]etParameters?(?![A-Za-z])/gu, ' '));

/** Text beside programs and documents in which commands stand that may refer to one. */
export const mayBeScript = (path: string, text: string): boolean => isPowerShellPath(path) || isRecipePath(path) || /^#![^\n]{0,80}sh\b/u.test(text);

const telling =
  /(?<![A-Za-z])ssm(?![a-z])|SSM|[Gg]et[-_]?[Pp]arameter|[Pp]arameter[-_ ]?[Ss]tore|parameterstore|PARAMETER_STORE|[Ss]ecrets?[-_]?[Mm]anager|[Gg]et[-_]?[Ss]ecret|fromSecret|EnvironmentSecrets|StringParameter|SecretValue|(?<![a-z])[vV]alueFrom|value-from|\/copilot\/|awsParam|awsSecret|\/aws\/reference\//u;
