import type { Provider } from '../core/detector.ts';

export const commonPassword: Provider = {
  name: 'Common passwords',
  revoke: 'Choose another one wherever it is set',
  formats: [
    {
      id: 'common-password',
      title: 'a password that everybody tries first',
      severity: 'low',
      source: 'https://www.ncsc.gov.uk/static-assets/documents/PwnedPasswordsTop100k.txt',
      // the word for a password with figures or signs for some of its letters, or figures after it: few names are called so
      anchors: ['@ssw', 'assw0rd', 'assword1'],
      isCaseless: true,
      lookBehind: 1,
      pattern: /(?<!placeholder=["'])(?<secret>p[a@]ssw[o0]rd[\d!@#$%^&*]{0,10})/iuy,
      isGeneric: true,
      accepts: (password, { input, index }) =>
        (/[@0]/u.test(password.slice(0, 8)) || /^.{8}(?:\d{3}|\d{1,8}[!@#$%^&*])/u.test(password)) && !refers.test(input.slice(Math.max(0, index - reach), index)) && !isName(password, input, index),
    },
  ],
};

/** To a resource or parameter of CloudFormation that is called so. */
const refers = /(?:!(?:Ref|GetAtt)|\bRef["']?:)[ \t]{1,4}["']?$/u;
const reach = 16;

/** Of a variable, a property or a key: `const password123 = …`, `f(password123)`, `"password123": …`. */
const isName = (password: string, input: string, index: number): boolean =>
  /^\w+$/u.test(password) && (/[\w$\])]\??\.$/u.test(input.slice(Math.max(0, index - 3), index)) || used.test(input.slice(index + password.length, index + password.length + reach)));
const used = /^(?:[\])};,(]|\[|\??\.\w|["'?]?[ \t]{0,4}(?::|=>?)|[ \t]{1,4}(?:[!=<>+*?]|[&|]{2}|(?:in|of|instanceof|as|is)\b))/u;
