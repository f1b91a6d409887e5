import { describe } from 'vitest';
import { findsMarked } from './scan-file.ts';

describe('parameters of PowerShell', () => {
  findsMarked([
    ['deploy.ps1', 'Add-Domain -Name corp.example -AdminUser setup -AdminPassword {{@Rab|bit77}}\n'],
    ['deploy.ps1', "$c = [pscredential]::new('setup', ('{{@Rab|bit77}}' | ConvertTo-SecureString -AsPlainText -Force))\n"],
    ['docs/lab.md', '```powershell\nAdd-Domain -Name corp.example -AdminPassword {{@Rab|bit77}}\n```\n'],
    ['docs/lab.md', "    Add-Domain -AdminPassword '{{@Rab|bit77}}'\n"],
    ['docs/lab.md', 'New-Session [-ComputerName] <String[]> -Password <SecureString> [-Token <String>]\n'],
    ['deploy.ps1', 'Add-Domain -AdminPassword $password -Credential (Get-Credential) -Token "$env:TOKEN"\n'],
    ['deploy.ps1', 'Test-Thing -PassThru -NoPassword -Verbose\n'],
    ['nodes.ps1', `$node = Select-Xml -XPath '//un:settings[@pass = "specialize"]/un:component'\n`],
  ]);
});

describe('definitions of Java in any text', () => {
  findsMarked([
    ['build.gradle', "jvmArgs += '-Ddb.user=jim -Ddb.password={{@Rab|bit77}} -Ddb.host=localhost'\n"],
    ['build.gradle', 'jvmArgs += "-Ddb.password=${dbPassword} -Ddb.token=%s"\n'],
  ]);
});

describe('forms', () => {
  findsMarked([
    ['login.http', 'POST /login\n\nusername=jim&password={{@rabbit|holes}}\n'],
    ['Login.java', 'post("/login", "user=jim&password={{@rabbit|holes}}&next=/");\n'],
    ['Login.java', 'post("/login", "user=" + user + "&password=" + password);\n'],
    ['Login.java', 'post("/login?user=%s&password=%s&token={token}&key=${key}");\n'],
    ['docs/api.md', 'Call `/login?user=<user>&password=<password>` or `?user=a&password=password`.\n'],
  ]);
});

describe('a user with a password as an option of any command that calls a server', () => {
  findsMarked([
    ['check.sh', `poll "$id" 'http://search:9200/' -u 'elastic:{{@Rab|bit77}}'\n`],
    ['check.sh', `declare -a options=( '-s' '-w' '%{http_code}' '-u' 'elastic:{{@Rab|bit77}}'\n\t'http://search:9200/_refresh'\n)\n`],
    ['check.sh', 'TOKEN=$(curl -s -u shopAdmin:{{@shop|Admin}} http://localhost:9021/token)\ncurl -u user:user http://x\n'],
    ['backup.py', 'enable_password = "{{@Rab|bit77}}"\n'],
    ['check.sh', 'docker run -u 1000:1000 http://x\npoll http://search -u user:password\npoll http://search -u "elastic:${PASSWORD}"\n'],
  ]);
});

describe('defaults within a longer text', () => {
  findsMarked([
    ['docker-compose.yml', 'services:\n  db:\n    healthcheck:\n      test: ["CMD", "mariadb-admin", "ping", "-p${DB_ROOT_PASSWORD:-{{@rabbit|holes}}}"]\n'],
    ['docker-compose.yml', 'services:\n  db:\n    environment:\n      ROOT: ${DB_ROOT_PASSWORD:-{{@rabbit|holes}}}\n'],
    ['docker-compose.yml', 'services:\n  db:\n    environment:\n      ROOT: ${DB_ROOT_PASSWORD:?set it} ${DB_NAME:-shop} ${DB_PASSWORD:-}\n'],
  ]);
});

describe('settings of a test', () => {
  findsMarked([
    ['src/test/resources/application.properties', 'spring.datasource.password={{@Rab|bit77}}\nspring.datasource.username=jim\n'],
    ['src/test/resources/application.properties', 'spring.datasource.password={{@mysql}}\n'],
    ['src/test/resources/application.properties', 'spring.datasource.password=${DB_PASSWORD}\n'],
  ]);
});

describe('settings beside a host', () => {
  findsMarked([
    ['app.yml', 'env:\n  DATABASE_HOSTNAME: localhost\n  DATABASE_CREDENTIALS: {{@shop:|shop}}\n'],
  ]);
});

describe('what only looks like a value', () => {
  findsMarked([
    ['nginx/default.conf', 'location ~ \\.php$ {\n  fastcgi_pass php:9000;\n  uwsgi_pass django;\n}\n'],
    ['.envs/.production/.postgres', 'POSTGRES_PASSWORD=!!!SET POSTGRES_PASSWORD!!!\n'],
    ['defaults/sip.properties', '{{ $SIP_PASSWORD := .Env.SIP_PASSWORD | default "replaceme" -}}\n'],
    ['pyproject.toml', '[project.scripts]\nshop-genpwd = "shop_tools.cmd.genpwd:main"\n'],
    ['page.template', '<style>\ninput[type=password]:focus,\n#Passwd:hover { x: y }\n</style>\n'],
    ['app/Reset.php', "<?php return ['email' => 'required|email', 'password' => 'required|confirmed|min:6'];\n"],
    ['task.stack.yml', 'Secrets:\n  - Name: DB\n    ValueFrom: SQL_PASS\n'],
    ['template.yml', 'Resources:\n  Call:\n    Properties:\n      Credentials: !GetAtt\n        - ShopQueueRole1BAAAE75\n        - Arn\n'],
    ['tests/session.test.ts', `const sessionToken = 'AQo${'EXAMPLE'}H4aoAH0gNCAPyJxz4BlCFFxWNE1OPTgk5TthT';\nconst accessToken = '${btoa('{"alg":"HS256","typ":"JWT"}')}.${btoa('{"sub":"1234567890","name":"John Doe","admin":true}').replaceAll('=', '')}.SflKxwRJSMeKKF2QT4fwpMeJf36POk6y';\n`],
    ['buildspec.yml', 'env:\n  secrets-manager:\n    HUB_USERNAME: prod/hub-account:username\n    HUB_TOKEN: prod/hub-token:hub-token\n'],
    ['event.json', '{"headers": {"Host": "shop.io", "Postman-Token": "a9d49365-ebe1-4bb0-8627-d5e37cdce86d"}}\n'],
    ['tests/ModelTest.php', "<?php $this->assertSame(['password', 'secret'], $model->getHidden());\n"],
    ['db.go', 'dsn := "host=" + p.Host + " password=" + p.Password + " dbname=" + name\n'],
    ['deploy.ps1', '$sqlPassword = "m$password"\n'],
    ['app/Install.php', "<?php class Install { const OPT_USER = 'admin-user'; const OPT_ADMIN_PASSWORD = 'admin-password'; }\n"],
  ]);
});

describe('lines of Robot Framework', () => {
  findsMarked([
    ['login.robot', '*** Variables ***\n${USER}        demo\n${PASSWORD}    {{@rabbit|holes77}}\n${VALID_PASSWORD} =    {{@rabbit|holes77}}\n'],
    ['login.robot', '*** Keywords ***\nSign in\n    Input Password    id:password field    {{@rabbit|holes77}}\n    Input Password    id:password    ${PASSWORD}\n'],
    ['login.robot', '*** Variables ***\n${PASSWORD}    %{SHOP_PASSWORD}\n${PASSWORD_FIELD}    id:password\n'],
  ]);
});

describe('a user with a password that a program encodes', () => {
  findsMarked([
    ['src/api.ts', "headers.set('Authorization', 'Basic ' + btoa('deploy:{{@Rab|bit77}}'));\n", 'encoded-user-password'],
    ['src/api.ts', "const auth = `Basic ${Buffer.from('deploy:{{@Rab|bit77}}').toString('base64')}`;\n", 'encoded-user-password'],
    ['src/api.py', 'header = base64.b64encode(b"deploy:{{@Rab|bit77}}")\n', 'encoded-user-password'],
    ['src/api.ts', "const a = btoa('user:password'); const b = btoa(`${user}:${password}`); const c = Buffer.from('text:plain77', 'utf8');\n"],
  ]);
});

describe('fields of a form that are filled in', () => {
  findsMarked([
    ['login.html', '<input type="password" name="p" value="{{@Rab|bit77}}">\n', 'password-field-value'],
    ['login.html', '<input name="p" value="{{@Rab|bit77}}" type="password" />\n', 'password-field-value'],
    ['login.html', '<input type="password" value=""><input type="password" value="********"><input type="password" value="{{ form.password }}"><input type="text" value="Rabbit77">\n'],
  ]);
});
