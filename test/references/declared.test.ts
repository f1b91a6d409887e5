import { describe, expect, it } from 'vitest';
import { findDeclaredNames } from '../../src/references/declared.ts';
import { inventory, makeFolder, run } from '../support/command.ts';

describe('names that a text creates', () => {
  it.each([
    'aws ssm put-parameter --type SecureString --name /prod/db --value file:///dev/stdin',
    "new PutParameterCommand({ Type: 'SecureString', Name: '/prod/db' })",
    'ssm.put_parameter(Name="/prod/db", Value=value)',
    'Type: AWS::SSM::Parameter\n    Properties:\n      Name: /prod/db',
    'resource "aws_ssm_parameter" "db" {\n  type = "SecureString"\n  name = "/prod/db"',
    "new ssm.StringParameter(this, 'Db', { stringValue: v, parameterName: '/prod/db' })",
  ])('%s', (text) => {
    expect(findDeclaredNames(text)).toEqual(['/prod/db']);
  });

  it.each(['data "aws_ssm_parameter" "db" { name = "/prod/db" }', "Type: AWS::SSM::Parameter::Value<String>\nName: /prod/db"])('none in %s', (text) => {
    expect(findDeclaredNames(text)).toEqual([]);
  });

  it('are not missing', () => {
    const folder = makeFolder({
      'main.tf': 'resource "aws_ssm_parameter" "db" {\n  name  = "/prod/db"\n  type  = "SecureString"\n  value = var.db\n}\n',
      'task.json': JSON.stringify({ executionRoleArn: 'r', containerDefinitions: [{ name: 'a', secrets: [{ name: 'A', valueFrom: '/prod/db' }, { name: 'B', valueFrom: '/prod/other' }] }] }),
      'inventory.json': inventory(['/prod/x']),
    });
    const { stdout } = run(folder, ['scan', '--store', 'file:inventory.json']);
    expect(stdout).toContain('There is no parameter /prod/other');
    expect(stdout).not.toContain('There is no parameter /prod/db ');
    expect(stdout).toContain('1 missing, 1 created by these files');
  });
});
