import { describe, expect, it } from 'vitest';
import { makeFolder, run } from '../support/command.ts';

/** Patterns that course notes and user guides teach, and that do not work or give the secret away; each has to be found by the command. */
const lessons: Readonly<Record<string, { files: Readonly<Record<string, string>>; expected: readonly string[] }>> = {
  'an account of nine digits in the secrets of a task': {
    files: {
      'task.json': JSON.stringify({
        secrets: [
          { name: 'DB_PASSWORD', valueFrom: 'arn:aws:secretsmanager:ap-southeast-1:123456789:secret:prod/myapp/db-password' },
          { name: 'API_KEY', valueFrom: 'arn:aws:ssm:ap-southeast-1:123456789:parameter/prod/myapp/api-key' },
        ],
      }),
    },
    expected: ['no-malformed-reference bad-account', 'no-malformed-reference bad-account'],
  },
  'and in a policy': {
    files: { 'policy.json': JSON.stringify({ Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: 'arn:aws:secretsmanager:ap-southeast-1:123456789:secret:prod/myapp/*' }) },
    expected: ['no-malformed-reference bad-account'],
  },
  'the ARN of a secret as an environment variable of a function, "same pattern" as ECS': {
    files: { 'template.yaml': 'Resources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      Environment:\n        Variables:\n          DB_PASSWORD: arn:aws:secretsmanager:ap-southeast-1:123456789012:secret:prod/myapp/db-password-AbCdEf\n' },
    expected: ['no-unresolved-reference arn-in-function'],
  },
  'and with the field of ECS': {
    files: { 'function.json': JSON.stringify({ FunctionName: 'f', Environment: { Variables: { DB_PASSWORD: { valueFrom: 'arn:aws:secretsmanager:ap-southeast-1:123456789012:secret:prod/myapp/db-password-AbCdEf' } } } }) },
    expected: ['no-unresolved-reference value-from-in-function'],
  },
  'the line that prints None, in a profile': {
    files: { '.bash_profile': 'export DB_PASS=$(aws ssm get-parameters --names /db/postgres/db-pass --region us-east-1 --with-decryption --query Parameters[0].Value --output text)\n' },
    expected: ['no-unsafe-parameter-command hidden-failure', 'no-unsafe-parameter-command prints-none'],
  },
  'the same, with the dashes of a blog': {
    files: { 'env.sh': 'export DB_PASS=$(aws ssm get-parameters –names /db/postgres/db-pass –region us-east-1 –with-decryption –query Parameters[0].Value –output text)\n' },
    expected: ['no-unsafe-parameter-command hidden-failure', 'no-unsafe-parameter-command prints-none'],
  },
  'a decrypted parameter that is printed': {
    files: {
      'app.py': `import boto3
import os

def handler(event, context):
    ssm = boto3.client("ssm")
    my_env = os.environ["MY_ENV"]
    raw = ssm.get_parameter(Name=f"/sandbox/{my_env}/password", WithDecryption=True)
    value = raw["Parameter"]["Value"]
    print(f"Value: {value}")
`,
    },
    expected: ['no-logged-secrets logged-parameter'],
  },
  'a policy for another call than the one that is taught': {
    files: {
      'policy.json': JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: ['ssm:GetParameters'], Resource: ['arn:aws:ssm:us-east-1:123456789012:parameter/sandbox/*'] }] }),
      'app.py': 'import boto3\n\nssm = boto3.client("ssm")\nuse(ssm.get_parameter(Name=f"/sandbox/{my_env}/password", WithDecryption=True))\n',
    },
    expected: ['no-mismatched-grant wrong-action'],
  },
  'a grant of GetParameters beside code that calls get_parameter': {
    files: {
      'policy.json': JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: ['ssm:GetParameters', 'kms:Decrypt'], Resource: ['arn:aws:ssm:region:aws_account_id:parameter/parameter_name', 'arn:aws:kms:region:aws_account_id:key/key_id'] }] }, undefined, 2),
      'app.py': 'import boto3\nimport os\n\nssm = boto3.client("ssm")\nMY_ENV = os.environ["MY_ENV"]\nusername = ssm.get_parameter(Name=f"/sandbox/{MY_ENV}/username")\npassword = ssm.get_parameter(Name=f"/sandbox/{MY_ENV}/password", WithDecryption=True)\n',
    },
    expected: ['no-mismatched-grant wrong-action'],
  },
  'a secret that is printed': {
    files: { 'lab.py': 'import boto3\nimport json\n\nclient = boto3.client("secretsmanager")\ncreds = json.loads(client.get_secret_value(SecretId="lab/creds")["SecretString"])\nprint(f"Pass: {creds[\'password\']}")\n' },
    expected: ['no-logged-secrets logged-parameter'],
  },
  'a literal on the command line of put-parameter': {
    files: { 'create.sh': 'aws ssm put-parameter --name parameter_name --value "parameter value" --type SecureString\n' },
    expected: ['no-unsafe-parameter-command value-in-arguments'],
  },
  'a read that prints the decrypted value': {
    files: { 'get.sh': 'aws ssm get-parameter \\\n  --name /prod/myapp/api-key \\\n  --with-decryption \\\n  --query Parameter.Value \\\n  --output text\n' },
    expected: ['no-logged-secrets printed-parameter'],
  },
};

describe.each(Object.entries(lessons))('%s', (_, { files, expected }) => {
  it('is found', () => {
    const folder = makeFolder(files);
    const { stdout } = run(folder, ['scan', '--store', 'none', '--format', 'json']);
    const { findings } = JSON.parse(stdout) as { findings: { rule: string; kind: string }[] };
    expect(findings.map(({ rule, kind }) => `${rule} ${kind}`)).toEqual(expected);
  });
});
