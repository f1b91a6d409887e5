/** The value is elsewhere, or only sealed here: what the common tools, clouds and languages write in its place. */
export const isReference = (value: string): boolean => !isBare(value) && references.some((expression) => expression.test(value));

/** A part is filled in later: the text itself holds no secret, or only around the hole (the URL detector looks there). */
export const isTemplate = (value: string): boolean => !isBare(value) && (templates.some((expression) => expression.test(value)) || brackets.some(([open, close]) => isBetween(value, open, close)));

/** A short text of letters, figures, `_` and `-`, as most are, is none of these, but for what KMS sealed. */
const isBare = (value: string): boolean => value.length < 60 && !value.startsWith('AQ') && !/[^\w-]/u.test(value);

/** Looked for from both ends: an expression would try each opening bracket to the end. */
function isBetween(value: string, open: string, close: string): boolean {
  const start = value.indexOf(open);
  return start !== -1 && value.lastIndexOf(close) >= start + open.length;
}

const references: readonly RegExp[] = [
  // environments of programs
  /^(?:process\.env\b|import\.meta\.env\b|Deno\.env\b|Bun\.env\b|os\.(?:environ|getenv|Getenv)|ENV\[|ENV\.fetch\(|System\.(?:getenv|getProperty)|Environment\.GetEnvironmentVariable|env(?:var)?\(|config\(|getenv\(|std::env::|env!\(|option_env!\(|\$_(?:ENV|SERVER)\[|\$env:|\$ENV\{|Sys\.getenv\()/u,
  /^%[A-Za-z_][\w.-]*%$|^\$[A-Za-z_]\w*$|^:[a-z_]\w*$/u,
  // of Go's templates
  /^\.(?:Env|Values|Release|Chart)\.[A-Za-z_]/u,
  // Terraform's addresses
  /^(?:var|local|data|module|each|self|path|ephemeral|random_password|aws_[a-z_]+)\.[A-Za-z_]/u,
  // vaults and stores, as tools name what is in them
  /^(?:vault[:/(]|vault\+|ref\+|op:\/\/|bws:\/\/|bw:\/\/|doppler:\/\/|infisical:\/\/|akv:\/\/|akeyless:|sm:\/\/|gsm:|gcp-secretmanager:|gcpsm:|aws-?sm:|aws-?ssm:|ssm:|awsps?:|aws-(?:parameterstore|secretsmanager):|optional:aws-|aws(?:Param|Secret)\(|secretsmanager:|secretRef:|secret:\/\/|secrets?\.[A-Za-z_]|keyvault:|keyring:|keychain:|pass:\/\/|lpass:|conjur:|berglas:\/\/|chamber:\/\/|passbolt:\/\/|keeper:\/\/|file:\/\/|projects\/[^/]+\/secrets\/|@Microsoft\.KeyVault\(|arn:aws)/u,
  // of CDK, CloudFormation, Step Functions, Pulumi and the Amplify
  /^!(?:Ref|Sub|GetAtt|Join|If|Select|ImportValue|FindInMap|Base64|Split|Transform|vault|secret|env|reference|Encrypted)\b|^\$\$?\.[A-Za-z]|^States\.\w+\(|^(?:Fn::|ecs\.Secret\.|ssm\.StringParameter\.|SecretValue\.|StringParameter\.|secret\(['"])/u,
  // Argo CD and Dex: `$name-of-a-secret:key`
  /^\$[a-z][\w-]*:[A-Za-z][\w.-]*$|^\$[a-z]+(?:-[a-z]+){0,4}-(?:token|secret|key|password|webhook)$/u,
  // sealed: SOPS, Jasypt, Hiera, dotenvx, Travis, Ansible, KMS, Rails, age, CircleCI, Maven, sealed-secrets
  /^(?:ENC\[|ENC\(|enc:|encrypted:|secure:|sealed:|\{cipher\}|\{aes\}|\$ANSIBLE_VAULT|AQICAH|AQECAH|age-encryption\.org\/|-----BEGIN AGE|AgA[\w+/]{60}|v1:AES|crypt:)/u,
  /^\{[\w+/]{16,}={0,2}\}$/u,
  /^[\w+/]{40,}={0,2}--[\w+/]{12,}={0,2}--[\w+/]{16,}={0,2}$/u,
];

const brackets = [['$(', ')'], ['$[[', ']]'], ['{{', '}}'], ['{%', '%}'], ['<%', '%>'], ['<?', '?>'], ['#{', '}'], ['%{', '}'], ['@{', '}'], ['[%', '%]'], ['[[', ']]']] as const;

const templates: readonly RegExp[] = [
  // `${…}` with all its kin, cut short by a quote within it too
  /^\\?\$?\$[({[]|\$\{|^`[^`]*`$/u,
  /^\{\{|\}\}$/u,
  /^%[sdvq]$|%\([A-Za-z_]+\)s|%(?:\d{1,2}\$)?s(?!\w)/u,
  /\{\d*\}|\{[a-z][a-z_.]{2,30}\}|\\\([A-Za-z_.]+\)|<[a-z][\w .-]*>/u,
  /^@@[A-Z][A-Z\d_]*@@$|^~~[^\s~]{1,200}~~$/u,
];
