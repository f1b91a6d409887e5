import { describe, expect, it } from 'vitest';
import { fake } from '../support/fake.ts';
import { findsMarked, scanFile } from './scan-file.ts';

const weak = fake.weakPassword();

async function find(path: string, text: string): Promise<string[]> {
  return (await scanFile(path, text)).problems.map(({ kind, range }) => `${kind} ${text.slice(...range)}`);
}

describe('JSON', () => {
  it('decodes a registry password of Docker', async () => {
    const auth = btoa(`me:${weak}`);
    for (const path of ['.docker/config.json', '.dockerconfigjson']) expect(await find(path, JSON.stringify({ auths: { 'https://index.docker.io/v1/': { auth } } }))).toEqual([`docker-config-auth ${auth}`]);
    expect(await find('.dockercfg', JSON.stringify({ 'quay.io': { auth, email: 'a@b.c' } }))).toEqual([`docker-config-auth ${auth}`]);
    expect(await find('.docker/config.json', JSON.stringify({ auths: { 'quay.io': { auth: btoa('user:<password>') } }, credsStore: 'desktop' }))).toEqual([]);
  });

  findsMarked([
    ['.vscode/sftp.json', '{"host": "h", "username": "u", "password": "{{@lett|uce}}"}', 'file-transfer-password'],
    ['.ftpconfig', '{"protocol": "ftp", "user": "u", "pass": "{{@lett|uce}}", "passphrase": ""}', 'file-transfer-password'],
    ['robomongo.json', '{"connections": [{"credentials": [{"userName": "u", "userPassword": "{{@lett|uce}}"}]}]}', 'robomongo-password'],
    ['auth.json', '{"http-basic": {"repo.acme.io": {"username": "u", "password": "{{@lett|uce}}"}}}', 'composer-auth'],
    ['auth.json', '{"gitlab-token": {"gitlab.acme.io": "{{@alnum20}}"}}', 'gitlab-legacy-token'],
    ['.terraform.d/credentials.tfrc.json', '{"credentials": {"app.terraform.io": {"token": "{{@alnum32}}"}}}', 'terraform-cli-credentials'],
    ['logins.json', '{"logins": [{"hostname": "https://a.io", "encryptedUsername": "x", "encryptedPassword": "{{@alnum64}}"}]}', 'firefox-login'],
  ]);
});

describe('YAML', () => {
  findsMarked([
    ['.config/gh/hosts.yml', 'github.com:\n  user: me\n  oauth_token: {{@alnum20}}\n', 'gh-cli-token'],
    ['.kube/config', 'apiVersion: v1\nkind: Config\nclusters:\n- cluster:\n    certificate-authority-data: {{~alnum64}}\nusers:\n- name: me\n  user:\n    password: {{@lett|uce}}\n    client-certificate-data: {{~alnum64}}\n', 'kubeconfig-credential'],
    ['.gem/credentials', '---\n:rubygems_api_key: {{@hex32}}\n', 'rubygems-credentials'],
    ['.yarnrc.yml', 'npmRegistries:\n  "https://npm.acme.io":\n    npmAuthToken: {{@alnum32}}\n', 'yarn-auth'],
    ['config/database.yml', 'production:\n  adapter: postgresql\n  username: app\n  password: {{@lett|uce}}\n'],
    ['config/database.yml', 'production:\n  password: <%= ENV["DB_PASSWORD"] %>\n  host: <%= x %>\ntest:\n  password: {{@rab|bit77}}\n'],
    ['config/secrets.yml', 'development:\n  secret_key_base: {{@hex64}}\n'],
    ['config/mongoid.yml', 'production:\n  clients:\n    default:\n      options:\n        user: app\n        password: {{@rab|bit77}}\n'],
  ]);
});

describe('commands in documents', () => {
  findsMarked([
    ['.github/workflows/ci.yml', 'jobs:\n  a:\n    steps:\n      - run: |\n          echo password\n          curl -u deploy:{{@letm|ein7}} https://a.io\n'],
    ['.gitlab-ci.yml', 'deploy:\n  script:\n    - sshpass -p {{@letm|ein7}} ssh a@b\n    - echo "$PASSWORD" | docker login -u x --password-stdin\n'],
    ['docker-compose.yml', 'services:\n  cache:\n    command: redis-server --requirepass {{@letm|ein7}}\n'],
    ['docker-compose.yml', 'services:\n  cache:\n    command: ["redis-server", "--requirepass", "{{@letm|ein7}}"]\n'],
    ['docker-compose.yml', 'services:\n  db:\n    healthcheck:\n      test: ["CMD", "mysqladmin", "ping", "-p{{@letm|ein7}}"]\n'],
    ['package.json', '{"scripts": {"db": "mysql -u root -p{{@letm|ein7}} shop", "x": "curl -u \\"me:{{@rab|bit77}}\\" https://a.io"}}'],
    ['stack.yaml', 'Resources:\n  A:\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash\n          mysql -u root -p{{@letm|ein7}} x\n'],
    ['user-data.yaml', '#cloud-config\nwrite_files:\n  - path: /root/x.sh\n    content: |\n      export DB_PASSWORD={{@letm|ein7}}\nruncmd:\n  - mysqladmin -u root password {{@rab|bit77}}\n'],
    ['.github/workflows/ci.yml', 'jobs:\n  a:\n    steps:\n      - run: curl -u "${{ secrets.USER }}:${{ secrets.PASS }}" https://a.io\n      - run: mysql -uroot -p${MYSQL_PASSWORD} x\n      - run: docker login -u x -p ${{ secrets.TOKEN }}\n'],
    ['package.json', '{"scripts": {"x": "curl -u $USER:$PASS https://a.io", "y": "jest --passWithNoTests --keyword x"}, "keywords": ["password"]}'],
  ]);
});

describe('whole files', () => {
  findsMarked([
    ['config/master.key', '{{@hex32}}\n'],
    ['config/credentials/production.key', '{{@hex32}}', 'rails-key-file'],
    ['.vault_pass', '{{@lett|uce}}\n', 'ansible-vault-password'],
    ['.erlang.cookie', '{{@alnum20}}', 'erlang-cookie'],
    ['secrets/db_password.txt', '{{@lett|uce}}\n', 'password-file'],
    ['.vault_pass', '#!/bin/sh\npass ansible\n'],
    ['secrets/README', 'Put the password here\n'],
    ['.terraformrc', 'credentials "app.terraform.io" {\n  token = "{{@alnum32}}"\n}\n'],
    ['wp-config.php', "<?php\ndefine( 'DB_PASSWORD', '{{@lett|uce}}' );\ndefine('NONCE_SALT', '{{@alnum64}}');\ndefine('AUTH_SALT', 'put your unique phrase here');\n"],
    ['gradle.properties', 'org.gradle.jvmargs=-Xmx2g\nsigning.password={{@lett|uce}}\n'],
    ['wg0.conf', '[Interface]\nPrivateKey = {{@base64}}\n[Peer]\nPublicKey = {{~base64}}\n'],
  ]);
});
