/**
 * What the actions of the services that hold secrets reach. Made by hand from the AWS Service Authorization Reference:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html,
 * …/list_awssecretsmanager.html and …/list_awskeymanagementservice.html.
 */
export type SecretService = 'ssm' | 'secretsmanager' | 'kms';

/** Actions that give out a secret or undo its encryption. */
export const secretBearingActions: readonly string[] = [
  'ssm:GetParameter',
  'ssm:GetParameterHistory',
  'ssm:GetParameters',
  'ssm:GetParametersByPath',
  // BatchGetSecretValue gives nothing by itself: it asks for GetSecretValue on each secret
  'secretsmanager:GetSecretValue',
  'kms:Decrypt',
  // decrypts, and encrypts again under a key that the caller may choose
  'kms:ReEncryptFrom',
];

/** The secret-bearing actions that a pattern of a policy names; `*` and `?` as in IAM, letters of either case. */
export const expandAction = (pattern: string): readonly string[] => secretBearingActions.filter((action) => isGlobMatch(pattern, action));

/** Whether every action that a pattern names works on a parameter, so that its resource can be a parameter's ARN. */
export const isParameterAction = (pattern: string): boolean => isWithin(pattern, parameterActions, otherSsmActions, 'ssm');

/** The same for KMS keys. */
export const isKeyAction = (pattern: string): boolean => isWithin(pattern, keyActions, unscopableActions, 'kms');

/** Whether the action, or a member of the pattern, takes no resource but `*`. */
export const isUnscopable = (pattern: string): boolean => unscopableActions.some((action) => isGlobMatch(pattern, action));

export const getService = (action: string): string => action.slice(0, Math.max(0, action.indexOf(':'))).toLowerCase();

/** IAM's matching of patterns: any run for `*`, one character for `?`. Linear: no regular expression is built from a policy. */
export function isGlobMatch(pattern: string, text: string): boolean {
  const glob = pattern.toLowerCase();
  const subject = text.toLowerCase();
  let star = -1;
  let resume = 0;
  let at = 0;
  let index = 0;
  while (index < subject.length) {
    if (glob[at] === '*') {
      star = at++;
      resume = index;
    } else if (at < glob.length && (glob[at] === '?' || glob[at] === subject[index])) {
      at++;
      index++;
    } else if (star < 0) return false;
    else {
      at = star + 1;
      index = ++resume;
    }
  }
  while (glob[at] === '*') at++;
  return at === glob.length;
}

const list = (service: SecretService, names: string): readonly string[] => names.split(' ').map((name) => `${service}:${name}`);

const parameterActions = list(
  'ssm',
  'DeleteParameter DeleteParameters GetParameter GetParameterHistory GetParameters GetParametersByPath LabelParameterVersion PutParameter UnlabelParameterVersion',
);

/** Actions that begin like those on parameters and work on something else; enough to judge patterns such as `ssm:Get*`. */
const otherSsmActions = list(
  'ssm',
  'CancelCommand CreateDocument DeleteDocument DescribeDocument DescribeParameters GetAutomationExecution GetCommandInvocation GetDocument GetInventory ' +
    'GetMaintenanceWindow GetPatchBaseline LabelDocument ListCommands ListDocuments ListTagsForResource PutComplianceItems PutInventory SendCommand StartSession',
);

const keyActions = list(
  'kms',
  'CreateGrant Decrypt DescribeKey DisableKey EnableKey Encrypt GenerateDataKey GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext ' +
    'GenerateDataKeyWithoutPlaintext GenerateMac GetKeyPolicy GetKeyRotationStatus GetPublicKey ListGrants ListKeyPolicies ListResourceTags ReEncryptFrom ' +
    'ReEncryptTo RetireGrant RevokeGrant ScheduleKeyDeletion Sign TagResource Verify VerifyMac',
);

const unscopableActions = [
  ...list(
    'ssm',
    'DescribeActivations DescribeAvailablePatches DescribeInventoryDeletions DescribeMaintenanceWindows DescribeParameters DescribePatchBaselines ' +
      'GetInventory GetInventorySchema ListCommands ListComplianceItems ListComplianceSummaries ListDocuments ListInventoryEntries ' +
      'ListResourceComplianceSummaries ListResourceDataSync PutInventory',
  ),
  ...list('secretsmanager', 'BatchGetSecretValue GetRandomPassword ListSecrets'),
  ...list('kms', 'ConnectCustomKeyStore CreateCustomKeyStore CreateKey DescribeCustomKeyStores GenerateRandom ListAliases ListKeys'),
];

const isWithin = (pattern: string, members: readonly string[], others: readonly string[], service: SecretService): boolean =>
  getService(pattern) === service &&
  members.some((action) => isGlobMatch(pattern, action)) &&
  !others.some((action) => isGlobMatch(pattern, action));
