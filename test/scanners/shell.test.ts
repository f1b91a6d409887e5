import { describe, expect, it } from 'vitest';
import { createDetect } from '../../src/core/detect.ts';
import { detectors } from '../../src/detectors/index.ts';
import { shell } from '../../src/scanners/shell.ts';
import { growsTooFast } from '../support/growth.ts';
import { toMarked } from '../support/marked.ts';
import { expectSameSight } from '../support/same-sight.ts';

const detect = createDetect(detectors);
const scan = async (text: string, path = 'deploy.sh') => {
  await expectSameSight(path, text);
  return (await shell.scan({ path, text }, detect)).problems;
};

const leaks = [
  'DB_PASSWORD={{@weak}}',
  "DB_PASSWORD='{{@weak}}'",
  'DB_PASSWORD="{{@weak}}"',
  "DB_PASSWORD='{{@S3cr|$t3x}}'",
  'export DB_PASSWORD={{@weak}}',
  'export API_KEY="{{@alnum32}}"',
  'export A=1 API_KEY={{@alnum32}}',
  'local password={{@weak}}',
  'readonly TOKEN={{@alnum32}}',
  'declare -x API_TOKEN="{{@alnum32}}"',
  'typeset SECRET={{@alnum32}}',
  '  if true; then PASSWORD={{@weak}}; fi',
  'PGPASSWORD={{@rab|bit77}} psql -h db -U app',
  'PGPASSWORD="{{@rab|bit77}}" pg_dump x',
  'MYSQL_PWD={{@rab|bit77}} mysql -u root',
  'env API_KEY={{@alnum32}} node app.js',
  'sudo env DB_PASSWORD={{@weak}} ./run',
  'A=1 DB_PASS={{@weak}} ./run',
  'DB_PASSWORD=${DB_PASSWORD:-{{@rab|bit77}}}',
  'export DB_PASSWORD="${DB_PASSWORD:-{{@weak}}}"',
  ': "${API_TOKEN:={{@alnum32}}}"',
  'setenv API_KEY {{@alnum32}}',
  'set -x API_KEY {{@alnum32}}',
  "mysql -u root -p'{{@rab|bit77}}' db",
  'mysql -uroot -p{{@rab|bit77}} db',
  'mysqldump --user=root --password={{@rab|bit77}} db',
  "mysql --password='{{@rab|bit77}}'",
  'mysqladmin -u root password {{@rab|bit77}}',
  'curl -u admin:{{@rab|bit77}} https://api.acme.io',
  "curl -u 'svc:{{@weak}}' https://api.acme.io",
  'curl --user "svc:{{@weak}}" https://api.acme.io',
  'curl -H "Authorization: Bearer {{@alnum32}}" https://api.acme.io',
  "curl -H 'X-Api-Key: {{@alnum32}}' https://api.acme.io",
  "curl -d '{\"password\": \"{{@weak}}\"}' https://api.acme.io",
  "curl -d 'client_secret={{@alnum32}}&grant_type=x' https://api.acme.io",
  'curl https://svc:{{@alnum16}}@api.acme.io/x',
  'wget --user=svc --password={{@rab|bit77}} https://x.io',
  'wget --http-password={{@rab|bit77}} https://x.io',
  "sshpass -p '{{@rab|bit77}}' ssh host",
  'sshpass -p{{@rab|bit77}} ssh host',
  'docker login -u ci -p {{@alnum20}} registry.acme.io',
  'docker login --username ci --password {{@alnum20}}',
  'docker run -e DB_PASSWORD={{@weak}} app',
  'docker run --env API_KEY={{@alnum32}} app',
  'docker build --build-arg NPM_TOKEN={{@alnum32}} .',
  'echo "{{@alnum20}}" | docker login --password-stdin registry.acme.io',
  'aws ssm put-parameter --name /prod/db/password --type SecureString --value {{@weak}}',
  "aws ssm put-parameter --name /prod/db/password --value '{{@weak}}' --type SecureString",
  'aws ssm put-parameter --type SecureString \\\n  --name /x \\\n  --value "{{@password}}"',
  'aws secretsmanager create-secret --name x --secret-string {{@password}}',
  'aws rds create-db-instance --master-username a --master-user-password {{@weak}}',
  'aws configure set aws_secret_access_key {{@sak}}',
  'aws cognito-idp admin-set-user-password --password {{@weak}} --permanent',
  'kubectl create secret generic x --from-literal=password={{@weak}}',
  'kubectl create secret docker-registry r --docker-password={{@alnum20}}',
  'helm install x . --set db.password={{@weak}}',
  'helm upgrade x . --set-string apiKey={{@alnum32}}',
  'redis-cli -a {{@foxy|99fox}} ping',
  'redis-cli -h cache --pass {{@foxy|99fox}} ping',
  'heroku config:set API_TOKEN={{@alnum32}}',
  'npm config set //npm.example.com/:_authToken={{@alnum32}}',
  'vault login {{~x}} ; export VAULT_TOKEN={{@dotted}}'.replace('{{~x}}', ''),
  'openssl enc -aes-256-cbc -k {{@rab|bit77}} -in x',
  'openssl rsa -passin pass:{{@rab|bit77}} -in k',
  'gpg --batch --passphrase {{@rab|bit77}} -d x',
  'zip -P {{@rab|bit77}} x.zip f',
  'ldapsearch -x -D cn=admin -w {{@rab|bit77}}',
  'psql "host=db user=app password={{@alnum16}}"',
  'psql postgres://app:{{@alnum16}}@db/x',
  'keytool -storepass {{@rab|bit77}} -keystore k',
  'echo "user:{{@rab|bit77}}" | chpasswd',
  'java -Djavax.net.ssl.keyStorePassword={{@rab|bit77}} -jar x.jar',
  'java -jar x.jar --spring.datasource.password={{@rab|bit77}}',
  'cat > .env <<EOF\nDB_PASSWORD={{@weak}}\nEOF',
  "cat <<'EOF' > app.yml\npassword: {{@weak}}\nEOF",
  'cat <<EOF\n{"apiKey": "{{@alnum32}}"}\nEOF',
  '# token {{@github}}',
  '#!/bin/sh\nTOKEN={{@github}}\n',
  "git clone https://{{@github}}@github.com/o/r",
];

const clean = [
  'DB_PASSWORD=',
  'DB_PASSWORD=""',
  'DB_PASSWORD=$1',
  'DB_PASSWORD="$1"',
  'DB_PASSWORD="${1:-}"',
  'DB_PASSWORD=$DB_PASS',
  'DB_PASSWORD="${DB_PASS}"',
  'DB_PASSWORD=${DB_PASS:?missing}',
  'DB_PASSWORD=$(aws ssm get-parameter --name /prod/db/password --with-decryption --query Parameter.Value --output text)',
  'DB_PASSWORD="$(cat /run/secrets/db_password)"',
  'DB_PASSWORD=`cat /run/secrets/db`',
  'export DB_PASSWORD',
  'TOKEN="$(curl -s -X PUT http://169.254.169.254/latest/api/token)"',
  'PASSWORD_FILE=/run/secrets/db_password',
  'DB_PASSWORD_PARAM=/prod/db/password',
  'SECRET_NAME=prod/db/password',
  'TOKEN_URL=https://auth.acme.io/oauth/token',
  'read -s -p "Password: " PASSWORD',
  'echo "Enter password:"',
  'echo "password: $PASSWORD"',
  'echo "Usage: $0 --password <password>"',
  'mysql -u root -p db',
  'mysql -u root -p"$MYSQL_PASSWORD" db',
  'mysql --password="$MYSQL_PASSWORD"',
  'mysql --password=${PW}',
  'mkdir -p app1/dir2',
  'cp -p file99x dest',
  'docker run -p 8080:80 app',
  'docker run -p8080:80 app',
  'docker run -e DB_PASSWORD app',
  'docker run -e DB_PASSWORD="$DB_PASSWORD" app',
  'docker login -u ci -p "$TOKEN"',
  'docker login --password-stdin registry.acme.io',
  'echo "$TOKEN" | docker login --password-stdin registry.acme.io',
  'curl -u "$USER:$PASSWORD" https://api.acme.io',
  'curl -u admin:${PW} https://api.acme.io',
  'curl -u user:password https://api.acme.io',
  'curl -u admin https://api.acme.io',
  'curl -H "Authorization: Bearer $TOKEN" https://api.acme.io',
  'curl -H "Authorization: Bearer ${TOKEN}" https://api.acme.io',
  'curl -H "Authorization: Bearer <token>" https://api.acme.io',
  'sort -u a:b99x',
  'sshpass -p "$PW" ssh host',
  'sshpass -e ssh host',
  'aws ssm put-parameter --name /prod/db/password --type SecureString --value "$PW"',
  'aws ssm put-parameter --name /prod/db/password --type SecureString --value file://secret.txt',
  'aws ssm put-parameter --name /prod/db/host --type String --value db99x.acme.io',
  'aws ssm get-parameter --name /prod/db/password',
  'x=$(aws secretsmanager get-secret-value --secret-id prod/db)',
  'kubectl create secret generic x --from-literal=password="$PW"',
  'kubectl create secret generic x --from-file=password=./pw.txt',
  'kubectl get secret db-credentials',
  'helm install x . --set existingSecret=db-secret',
  'openssl rsa -passin env:PW -in k',
  'openssl rsa -passin file:pw.txt',
  'openssl enc -aes-256-cbc -k "$PW"',
  'gpg --passphrase-file pw.txt -d x',
  'vault kv get -field=password secret/db',
  'redis-cli -a "$REDIS_PASSWORD" ping',
  'if [ "$PASSWORD" = "" ]; then exit; fi',
  'if [ -z "$TOKEN" ]; then exit; fi',
  '# PASSWORD=changeme',
  '# set DB_PASSWORD=rabbit77x first',
  'cat <<EOF\nDB_PASSWORD=$DB_PASSWORD\nEOF',
  'cat <<EOF\npassword: ${PW}\nEOF',
  'grep -E "password|token" file',
  'sed -i "s/PASSWORD/$PW/" file',
  'token=$((token + 1))',
  'password_length=12',
  'MAX_TOKENS=4096',
  'KEY_FILE=~/.ssh/id_rsa',
  'export GPG_TTY=$(tty)',
  'for token in a1 b2; do :; done',
  'case "$token" in abc123) ;; esac',
  'useradd -p "$HASH" app',
  'PASSWORD=changeme',
  'API_KEY=your-api-key',
  'TOKEN=xxxxxxxxxxxx',
  'set -euo pipefail',
];

describe('leaks', () => {
  it.each(leaks)('%s', async (template) => {
    const { text, leaks: expected } = toMarked(template);
    const problems = await scan(text);
    expect(problems.map(({ range }) => text.slice(...range))).toEqual(expected.map((range) => text.slice(...range)));
    expect(problems.map(({ range }) => range)).toEqual(expected);
  });
});

describe('clean', () => {
  it.each(clean)('%s', async (text) => expect((await scan(text)).map(({ kind, range }) => `${kind} ${text.slice(...range)}`)).toEqual([]));
});

describe('sites', () => {
  const siteOf = async (template: string) => (await scan(toMarked(template).text))[0]?.site;
  it('covers the whole statement', async () => expect(await siteOf("export DB_PASSWORD='{{@weak}}'")).toMatchObject({ carrier: 'shell', variable: 'DB_PASSWORD', isExport: true }));
  it('refuses where the status of a read would be lost', async () => expect(await siteOf('local password={{@weak}}')).toHaveProperty('refusal'));
  it('refuses in a longer command', async () => expect(await siteOf('PGPASSWORD={{@rab|bit77}} psql -h db')).toHaveProperty('refusal'));
});

describe('hostile texts', () => {
  const texts: Readonly<Record<string, string>> = {
    'one line of 20 MB': 'aB3 '.repeat(5_000_000),
    assignments: 'PASSWORD='.repeat(300_000),
    'open quotes': 'PASSWORD="'.repeat(200_000),
    escapes: `PASSWORD="${'\\"'.repeat(1_000_000)}`,
    options: '--password '.repeat(300_000),
    'put-parameter': 'put-parameter --value '.repeat(50_000),
    'put-parameter without end': `put-parameter ${'\\\n'.repeat(500_000)}`,
    curl: 'curl -u '.repeat(200_000),
    mysql: 'mysql -p '.repeat(200_000),
    blanks: ' '.repeat(2_000_000),
    'blank lines': '\n'.repeat(2_000_000),
    semicolons: ';'.repeat(2_000_000),
  };
  it.each(Object.entries(texts))('%s end', async (_, text) => {
    await scan(text);
  });

  it.each(['a=b&password=c&', 'curl -u a:', 'export PASSWORD='])('%j again and again in one line takes twice as long where it is twice as long', (unit) => {
    const work = (size: number): void => void shell.scan({ path: 'a.sh', text: unit.repeat(Math.ceil(size / unit.length)) }, detect);
    expect(growsTooFast(work, { from: 4000, to: 128_000 })).toBe(false);
  });
});
