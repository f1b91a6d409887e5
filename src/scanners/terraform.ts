import { formats } from '../core/formats.ts';
import { isTestPath } from '../core/paths.ts';
import { getLineStarts, getPosition } from '../core/range.ts';
import type { Scanner } from '../core/scanner.ts';
import { dropOverlapping } from '../core/secret-problem.ts';
import { parseHcl } from '../hcl/parser.ts';
import { findHclGrants, findReadGrants } from '../hcl/policies.ts';
import { findReferences } from '../hcl/references.ts';
import { findHclSecrets } from '../hcl/secrets.ts';
import { mayHoldPolicy } from '../iam/policy.ts';
import { noReferences } from '../references/found.ts';
import { mayRefer } from '../references/may-refer.ts';
import { findTextSecrets } from './text.ts';

/** Terraform's configuration and files of variables' values, in HCL. */
export const terraform: Scanner = {
  id: 'terraform',
  handles: formats.terraform,
  scan(file, detect) {
    const canRefer = mayRefer(file.text) && !isTestPath(file.path);
    if (!detect.mayHold(file.text) && !canRefer && !mayHoldPolicy(file.text)) return { problems: [], unread: [] };
    const { body, error } = parseHcl(file.text);
    const found = [...findHclSecrets(file, body, detect), ...findHclGrants(file, body)];
    // what stands in comments, or is no HCL
    const problems = dropOverlapping([...found, ...findTextSecrets(file, detect)]);
    const referring = canRefer ? findReferences(body, file.text) : noReferences;
    return { problems: [...problems, ...referring.problems], references: referring.references, grants: isTestPath(file.path) ? [] : findReadGrants(file, body), unread: error === undefined || /\{\{|<%/u.test(file.text) ? [] : [{ reason: notHcl, line: getPosition(getLineStarts(file.text), error).line }] };
  },
};

const notHcl = 'This is not valid HCL, so a part of it was only searched as text: correct it or leave it out of the scan.';
