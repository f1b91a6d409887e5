import { existsSync } from 'node:fs';
import path from 'node:path';
import { runChecker, type Check } from '../../support/checker.ts';
import { checkTemplate } from '../../support/cfn-lint.ts';

/** What the AWS SDK says of the request before it sends it. */
const validate = `
import json, sys
try:
    import botocore.session, botocore.validate
except ImportError:
    sys.exit(42)
model = botocore.session.get_session().get_service_model('ecs')
task = json.load(open('task-definition.json'))
shape = model.operation_model('RegisterTaskDefinition').input_shape
unknown = set(task) - set(shape.members)
report = botocore.validate.ParamValidator().validate(task, shape)
containers = task['containerDefinitions']
twice = [name for c in containers for name in {e['name'] for e in c['environment']} & {s['name'] for s in c['secrets']}]
print(report.generate_report(), unknown, twice)
sys.exit(1 if report.has_errors() or unknown or twice else 0)
`;

export function check(folder: string): Check {
  if (existsSync(path.join(folder, 'stack.yaml'))) return checkTemplate(folder);
  const result = runChecker('python3', ['-c', validate], folder);
  return result !== 'missing' && result.code === 42 ? 'missing' : result;
}
