import { isPowerShellPath, isRecipePath } from '../core/paths.ts';

/** Whether a text may name a parameter or a secret of AWS; every reader of references is asked only after this. */
export const mayRefer = (text: string): boolean => telling.test(text);

/** The same without a method that many other libraries have. */
export const mayReferToAws = (text: string): boolean => telling.test(text.replace(/[gG]etParameters?(?![A-Za-z])/gu, ' '));

/**
 * The same of a document in JSON, in which a service is spoken of more often than referred to: its readers take a scheme, an ARN, an action, a key
 * or a command, and no other word.
 */
export const mayReferInJson = (text: string): boolean => referring.test(text) || command.test(text);

/** Text beside programs and documents in which commands stand that may refer to one. */
export const mayBeScript = (path: string, text: string): boolean => isPowerShellPath(path) || isRecipePath(path) || /^#![^\n]{0,80}sh\b/u.test(text);

const telling =
  /(?<![A-Za-z])ssm(?![a-z])|SSM|[Gg]et[-_]?[Pp]arameter|[Pp]arameter[-_ ]?[Ss]tore|parameterstore|PARAMETER_STORE|[Ss]ecrets?[-_]?[Mm]anager|[Gg]et[-_]?[Ss]ecret|fromSecret|EnvironmentSecrets|StringParameter|SecretValue|(?<![a-z])[vV]alueFrom|value-from|\/copilot\/|awsParam|awsSecret|\/aws\/reference\//u;

const referring =
  /ssm:|[{:]ssm[.(]|secretsmanager:|resolve:|[vV]alueFrom|value-from|EnvironmentSecrets|"AWS::SSM::Parameter[^"]{0,80}"(?!\s{0,20}:)|:\s{0,20}"PARAMETER_STORE"|"(?:secret-ids|parameter-store|secrets-manager)"\s{0,20}:|ExternalSecret|SecretProviderClass|aws-parameterstore:/u;

/** `aws ssm`, in one line or with a backslash at its end. */
const command = /\baws(?![\w-])[^\n]{0,200}(?:\\\r?\n[^\n]{0,200})?(?<![\w-])(?:ssm|secretsmanager)(?![\w-])/u;
