export { checkTemplate as check } from '../../support/cfn-lint.ts';
