import { expect, it } from 'vitest';
import { mayLogSecret } from '../../src/flow/may-log-secret.ts';

it.each([
  ['a header that carries no credentials', `export const handler = (event) => { console.log(event.headers['Content-Type'], event.headers.origin, event.headers?.get('accept')); };`],
  ['the status of an answer', `axios.get(url).catch((error) => { console.error(error.response.status, error.response?.['data'], error.config.url); });`],
  ['the answer of an unknown client', `send().catch((error) => { console.error(error.response); });`],
  ['a word that is printed', `const data = load(); console.log('password', data, 'token');`],
  ['a setting that is no secret', `const answer = fetch(url, { credentials: 'include' }); console.log(answer);`],
  ['what a login is given', `login({ user: 'a', password }); console.log('done');`],
  ['an error that is named after a call', `import { SSM } from 'x'; throw new GetParameterError('no such name');`],
  ['another logger', `sdk.config.logger = console; const { promisify } = require('util'); const token = await load(); console.log('loaded');`],
])('%s is no reason to parse a program', (_, program) => {
  expect(mayLogSecret(program)).toBe(false);
});
