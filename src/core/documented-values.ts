import { hash } from './hash.ts';

/**
 * Whether a value is one that its vendor prints in public documents, ships in an emulator or gives everybody for trying out.
 * (AWS prints a certificate in the place of every session token.) Kept as hashes, so that this file is no leak for any scanner.
 */
export const isDocumentedValue = (value: string): boolean => documented.has(hash(value)) || /EXAMPLE(?:KEY)?$|^MIICiTCCAfICCQD6/u.test(value);

const documented: ReadonlySet<string> = new Set([
  // Azurite and the Cosmos DB emulator
  '3f9d1c996e620b67',
  '9f1920c6cd484714',
  // docs.stripe.com
  'ddd19c486d095d84',
  '67e733c2f9035757',
  '4b814e2c74560377',
  '675196d0d19ff51c',
  // reCAPTCHA and Turnstile, keys for tests
  '71d445b5de168d8c',
  'c9b691499b62e847',
  '4cc154d5177cbe22',
  '91c8413ae3c64a50',
  '3c94b590353b703a',
  '62690921e62941ca',
  '321c3da870f1d96f',
  'c3fdb7b88fb11eb0',
  // RFC 7617, RFC 6749, RFC 6750
  '9617ea5685ae57ea',
  '57116b3e04f3b229',
  '846b2a1e2fad7fcb',
  // developer.mozilla.org, the header Authorization
  '9f1014b5a9ad5561',
  'ecc1a4474851bc28',
  'bb65956c4b8b34bf',
  'dc8d8ca0645472e9',
  // jwt.io and Supabase, secrets for tests
  '503d68e80a77d6b7',
  'fadfaebd5ed6a6bd',
  '8f8a06bbebc2dbea',
  'c1b6ab8f13b97a2a',
  // core.telegram.org
  '3367fe8c16b673d2',
  '8959d21b97c6b870',
  // kubernetes.io
  '4305022ae10b1818',
  'd6248fd820fac92e',
  // accounts of Hardhat and Anvil
  '0b89d8abb8cbff84',
  '179484c6f508b654',
  '95cb4c522e3654a8',
  '5924ff5c475b0cd8',
  '425a29c9b5b28b29',
  '9978d89a4ce49339',
  // developers.google.com
  'cb160c5ebf072178',
  // BIP-32, first two test vectors
  'eb1d89bba6044f75',
  'd25b8e3d48917e17',
  // RFC 7515, RFC 7517 and RFC 8037
  '961d15992b9feb22',
  '0a63b8a8c2452bc0',
  'c9568c476cb97951',
  '4eca810aed896221',
  // 1password.com, docs.nats.io, pagerduty.com
  '4973d0e558849679',
  '6eb1a2f79c164d91',
  'fe737588d22055f6',
  // key URIs of Google Authenticator
  'd1d407fe9b0d9c34',
  '7cc0ebcb263a834c',
]);
