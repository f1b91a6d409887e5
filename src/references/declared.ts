/**
 * Names of the parameters that a text creates: by the AWS CLI, the SDKs, CloudFormation, Terraform or the CDK. Such a name may be
 * missing in the store until the text is run, so it is looked for generously.
 */
export function findDeclaredNames(text: string): string[] {
  if (!(text.includes('arameter') || text.includes('aws_ssm')) || !creator.test(text)) return [];
  return [...text.matchAll(creation)].map((found) => found.groups?.['name'] ?? '');
}

/** Asked of the text around a place: false for all of them means that nothing is created. */
export const mayDeclare = (part: string): boolean => creator.test(part);

const creator = /put[-_]?parameter|PutParameter|AWS::SSM::Parameter\b(?!::)|"aws_ssm_parameter"|StringParameter\(/u;

const creation =
  /(?:put[-_]parameter|[pP]utParameter(?:Command)?|AWS::SSM::Parameter\b(?!::)|resource\s{1,10}"aws_ssm_parameter"|new\s{1,10}(?:\w{1,40}\.)?StringParameter\()[^]{0,500}?(?:--name[\s=]{1,10}|(?:\b[Nn]ame|\bparameterName)["']?\s{0,40}[:=]\s{0,40})["']?(?<name>\/?[\w.-][\w./-]{0,1010})/gu;
