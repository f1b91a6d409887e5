import { describe, expect, it } from 'vitest';
import { getNameKind, nameStems, splitWords } from '../../src/core/names.ts';

const words = (text: string): string[] => text.trim().split(/\s+/u);

const passwords = words(`
  password dbPassword DB_PASSWORD db-password db.password DBPassword PASSWORD passwd mysqlPwd MYSQL_PWD PGPASSWORD REDIS_PASS smtp_pass
  smtpPass userPass dbpass dbPass password2 dbPassword1 DB_PASSWORD_2 passwordProd prodPassword PASSWORD_STAGING defaultPassword
  initialPassword oldPassword newPassword rootPassword adminPassword masterUserPassword keystorePassword keyPassword storePassword
  keypass storepass passphrase sshPassphrase PASSPHRASE passcode spring.datasource.password javax.net.ssl.keyStorePassword dbpassword
  mysqlpassword userpwd DBPWD admin_pw ADMIN_PW passwordPlain plainPassword passwordString requirepass ConnectionPassword $password
  $dbPassword _password #password this.password passwort dbPasswort kennwort motDePasse MOT_DE_PASSE mot_de_passe mdp contrasena contraseña
  senha wachtwoord hasło heslo lösenord пароль 密码 パスワード passwords tempPassword PASSWORD_DEV bindPassword ldapBindPasswd
`);

const secrets = words(`
  secret clientSecret CLIENT_SECRET client-secret jwtSecret JWT_SECRET_KEY SECRET_KEY_BASE secretKeyBase sessionSecret cookieSecret
  webhookSecret signingSecret appSecret APP_SECRET consumerSecret CONSUMER_SECRET token accessToken ACCESS_TOKEN authToken botToken
  githubToken githubtoken GH_TOKEN NPM_TOKEN SLACK_BOT_TOKEN refreshToken bearerToken sessionToken personalAccessToken pat GITLAB_PAT apiKey
  apikey API_KEY api-key x-api-key X-Api-Key APIKEY apiKey2 apiKeyProd API_KEY_V2 openaiApiKey OPENAI_API_KEY stripeKey STRIPE_KEY
  sendgridKey secretKey privateKey privatekey PRIVATE_KEY_PEM encryptionKey ENCRYPTION_KEY signingKey masterKey hmacKey accountKey
  storageAccountKey AccountKey SharedAccessKey awsSecretAccessKey AWS_SECRET_ACCESS_KEY aws_secret_access_key secretAccessKey accessKey credentials
  dbCredentials authKey AUTH_KEY licenseKey deployKey sshKey SSH_PRIVATE_KEY bearer jwt authToken1 _authToken //npm.example.com/:_authToken tokenValue
  secretValue keyVaultSecret oauthToken oauth_token_secret totpSecret otpSecret twoFactorSecret mfaSecret subscriptionKey
  functionKey serverKey vapidPrivateKey
`);

const others = words(`
  passwordPolicy passwordHash hashedPassword password_hash passwordDigest passwordSalt passwordLength minPasswordLength PASSWORD_MIN_LENGTH
  passwordRegex passwordPattern passwordStrength passwordField passwordInput passwordLabel passwordPlaceholder passwordHint
  passwordError passwordResetUrl resetPassword forgotPassword changePassword confirmPasswordLabel showPassword hidePassword isPassword
  hasPassword usePassword requirePassword passwordRequired noPassword invalidPassword wrongPassword passwordExpired passwordChanged passwordFile
  PASSWORD_FILE passwordPath DB_PASSWORD_PARAM dbPasswordArn passwordSecretName passwordManager passwordless passwordEncoder passwordService
  passwordCredential.type encryptedPassword secretName secretArn secret_id secretId secretRef secretPath secretUrl secretStore secretsManager
  SecretsManager secretKeyRef tokenUrl tokenUri tokenEndpoint token_type tokenType tokenExpiry tokenTtl TOKEN_EXPIRES_IN tokenName
  tokenHeader tokenizer tokens maxTokens max_tokens totalTokens tokenCount nextToken NextToken nextPageToken pageToken
  continuationToken startToken endToken eosToken eos_token bosToken padToken pad_token unkToken sepToken clsToken maskToken
  specialToken csrfToken csrf_token xsrfToken xsrf-token cancellationToken cancelToken designToken colorToken syntaxToken
  currentToken.kind keyId accessKeyId AWS_ACCESS_KEY_ID apiKeyId kmsKeyId keyName keyPath keyPair keyCode keyboard keyword
  primaryKey foreignKey sortKey partitionKey publicKey public_key PUBLIC_KEY publishableKey anonKey cacheKey objectKey hotkey storageKey
  translationKey i18nKey sslKeyFile compass bypass passing passport passenger encompass trespass author authorization oauth authority
  secretary secretariat credentialsProvider credentialId credentialType bearerFormat bearerAuth jwtAlgorithm jwtIssuer jwtExpiresIn
  patch pattern path spat password_reset_token_expires passwordAttempts instrumentationKey tokenSymbol erc20Token.decimals
`);

describe('getNameKind', () => {
  it.each(passwords)('%s names a password', (name) => expect(getNameKind(name)).toBe('password'));
  it.each(secrets)('%s names a secret', (name) => expect(getNameKind(name)).toBe('secret'));
  it.each(others)('%s names neither', (name) => expect(getNameKind(name)).toBeUndefined());
  it('does not read very long names', () => expect(getNameKind(`${'a'.repeat(200)}Password`)).toBeUndefined());
});

describe('nameStems', () => {
  it.each([...passwords, ...secrets])('%s has a stem', (name) => expect(nameStems.test(name)).toBe(true));
});

describe('splitWords', () => {
  it.each([
    ['dbPassword', 'db password'],
    ['DB_PASSWORD', 'db password'],
    ['db-password', 'db password'],
    ['db.password', 'db password'],
    ['DBPassword', 'db password'],
    ['AWSSecretAccessKey', 'aws secret access key'],
    ['apiKey2', 'api key 2'],
    ['oauth2Token', 'oauth2 token'],
    ['$password', 'password'],
    ['', ''],
    ['___', ''],
    ['contraseña', 'contraseña'],
  ])('%s', (name, expected) => expect(splitWords(name).join(' ')).toBe(expected));
});

describe('words of a name', () => {
  const byExpressions = (name: string): string[] =>
    name
      .replace(/[^\p{L}\p{M}\d]+/gu, ' ')
      .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
      .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
      .replace(/(\D)(\d+)$/u, '$1 $2')
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => word.toLowerCase());

  it('are those that expressions tell, whatever the characters', () => {
    let state = 1;
    const draw = (count: number): number => (state = (Math.imul(state, 48_271) >>> 0) % 2_147_483_647) % count;
    for (let round = 0; round < 20_000; round++) {
      const name = Array.from({ length: draw(12) }, () => 'abzABZ019_-. ü'.charAt(draw(round % 3 === 0 ? 14 : 13))).join('');
      expect(splitWords(name)).toEqual(byExpressions(name));
    }
  });
});
