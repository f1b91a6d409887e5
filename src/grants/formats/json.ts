import { getPartition } from '../../core/grant.ts';
import type { GrantCondition, GrantedArn, PolicyFormat, PolicyStatement } from '../policy.ts';

/** A policy document (IAM User Guide, "IAM JSON policy reference"); the statements of several roles are told apart by their ids. */
export const json: PolicyFormat = {
  id: 'json',
  canLeaveOpen: false,
  render: (policies) => `${JSON.stringify({ Version: '2012-10-17', Statement: policies.flatMap(({ statements }) => statements.map(toStatement)) }, undefined, 2)}\n`,
};

const toStatement = ({ sid, actions, resources, conditions }: PolicyStatement): object => ({
  Sid: sid,
  Effect: 'Allow',
  Action: actions,
  Resource: resources === '*' ? '*' : resources.map(toArn),
  ...(conditions.length === 0 ? {} : { Condition: Object.fromEntries(conditions.map(toCondition)) }),
});

export const toArn = ({ service, region = '', account = '', resource }: GrantedArn): string => `arn:${getPartition(region)}:${service}:${region}:${account}:${resource}`;

const toCondition = ({ operator, key, value }: GrantCondition): [string, object] => [operator, { [key]: value }];
