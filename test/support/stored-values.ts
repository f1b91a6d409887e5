import { execFileSync } from 'node:child_process';
import { isInstalled } from './checker.ts';

/** The value as the AWS CLI reads it, or undefined where the CLI is not installed. */
export function readWithCli(endpoint: string, name: string): string | undefined {
  if (!isInstalled('aws')) return undefined;
  const args = ['ssm', 'get-parameter', '--name', name, '--with-decryption', '--output', 'json', '--region', 'eu-west-1', '--endpoint-url', endpoint];
  const env = { ...process.env, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };
  const { Parameter } = JSON.parse(execFileSync('aws', args, { encoding: 'utf8', env })) as { Parameter: { Value: string } };
  return Parameter.Value;
}
