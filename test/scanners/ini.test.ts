import { describe } from 'vitest';
import { findsMarked } from './scan-file.ts';

describe('where a value ends', () => {
  findsMarked([
    ['app.ini', '[db]\nuser = app\npassword = {{@a;b|,c!$%&d9}}\n'],
    ['app.ini', '[db]\npassword={{@q#ax|;zo,rn$%&}}'],
    ['app.ini', '[db]\npassword = {{@Tr0ub4|dor&3}} ; set in 2019'],
    ['app.ini', '[db]\npassword = {{@Tr0ub4|dor&3}} # set in 2019'],
    ['app.ini', '[db]\npassword = "{{@semi;c|olon#9}}" ; quoted'],
    ['app.ini', '[db]\r\npassword : {{@kitt|en42!}}\r\nhost = db'],
    ['app.ini', '[db]\n  password = {{@Summ|er.2024}}'],
    ['.npmrc', 'email=a@b.c\n//npm.acme.io/:_password={{@dHJ1c|3Rubzc=}};note', 'npm-password'],
    ['my.cnf', '[client]\npassword={{@letm|ein7}}#comment', 'mysql-option-password'],
    ['my.cnf', '[client]\npassword="{{@let#m|ein7}}"', 'mysql-option-password'],
    ['app.service', '[Service]\nEnvironment=DB_PASSWORD={{@weak}} PORT=1'],
    ['.gitconfig', '[sendemail]\n\tsmtpPass = {{@rab|bit77}} # x'],
    ['.aws/credentials', '[default]\naws_secret_access_key={{@sak}}'],
    ['supervisord.conf', '[inet_http_server]\nusername = u\npassword = {{@rab|bit77}} ; (no default)'],
    ['radius.cfg', 'secret={{@alnum16}}'],
    ['mosquitto.conf', 'remote_password {{@rab|bit77}}'],
    ['odbc.ini', '[prod]\nServer=db\nPWD={{@rab|b;it77}}'],
    ['php.ini', 'mysqli.default_pw = "{{@rab|bit77}}"'],
    ['application.conf', 'db {\n  default.password = "{{@rab|bit77}}"\n  play.http.secret.key="{{@alnum32}}"\n}'],
    ['.hgrc', '[auth]\nacme.prefix = hg.acme.io\nacme.password = {{@rab|bit77}}'],
    ['pip.conf', '[global]\nindex-url = https://u:{{@alnum16}}@pypi.acme.io/simple'],
  ]);
});

describe('files that only hold credentials: weak passwords count', () => {
  findsMarked([
    ['.pypirc', '[pypi]\nusername = me\npassword = {{@lett|uce}}', 'pypirc-password'],
    ['.netrc', 'machine a.io login b password {{@lett|uce}}\nmachine c.io\n\tlogin d\n\tpassword {{@a;b#|,$%&}}\n', 'netrc-password', 'netrc-password'],
    ['_netrc', 'default login me password {{@carr|ots}}', 'netrc-password'],
    ['.pgpass', '# host:port:db:user:password\ndb:5432:*:app:{{@a\\:b;|#c}}\n*:*:*:x:{{@lett|uce}}', 'pgpass-password', 'pgpass-password'],
    ['.git-credentials', 'https://me:{{@lett|uce}}@git.acme.io\n', 'git-credentials-password'],
    ['.my.cnf', '[client]\nuser=root\npassword={{@lett|uce}}', 'mysql-option-password'],
    ['.cargo/credentials.toml', '[registry]\ntoken = "{{@alnum32}}"'],
    ['.s3cfg', '[default]\naccess_key = x\nsecret_key = {{@alnum32}}\ngpg_passphrase = {{@lett|uce}}', 's3cfg-secret', 's3cfg-secret'],
    ['.config/rclone/rclone.conf', '[box]\ntype = sftp\nuser = me\npass = {{@base64url}}', 'rclone-secret'],
    ['.curlrc', 'user = "me:{{@lett|uce}}"', 'curlrc-password'],
    ['.msmtprc', 'account work\nhost smtp.acme.io\npassword {{@lett|uce}}\n', 'mail-client-password'],
    ['.fetchmailrc', 'poll mail.acme.io proto imap user "me" password "{{@lett|uce}}" ssl', 'mail-client-password'],
    ['.muttrc', 'set imap_pass="{{@lett|uce}}"\nset smtp_pass = "{{@cab|bage}}"', 'mail-client-password', 'mail-client-password'],
    ['.mbsyncrc', 'IMAPAccount a\nUser me\nPass {{@lett|uce}}\n', 'mail-client-password'],
    ['.offlineimaprc', '[Repository R]\nremotepass = {{@lett|uce}}', 'mail-client-password'],
    ['etc/ppp/chap-secrets', '# client server secret IP\nme * {{@lett|uce}} *\n"you" "isp" "{{@cab|bage}}"\n', 'ppp-secret', 'ppp-secret'],
    ['ipsec.secrets', '%any %any : PSK "{{@lett|uce77}}"\nme : EAP "{{@cab|bage}}"', 'ipsec-secret', 'ipsec-secret'],
    ['etc/postfix/sasl_passwd', '[smtp.acme.io]:587 me@acme.io:{{@lett|uce}}', 'postfix-password'],
    ['wpa_supplicant.conf', 'network={\n  ssid="home"\n  psk="{{@lettuce| soup}}"\n}', 'wifi-passphrase'],
    ['wifi.nmconnection', '[wifi-security]\nkey-mgmt=wpa-psk\npsk={{@lettuce|soup}}', 'wifi-passphrase'],
    ['userlist.txt', '"app" "{{@md5|9b1f0c7e5d2a48639b7c1e0f5a2d4e68}}"\n"b" "{{@lett|uce}}"'],
  ]);
});

describe('user and hash', () => {
  findsMarked([
    ['.htpasswd', 'me:{{@$apr1$abcd|efgh$0123456789abcdefghij./}}\nyou:{{@$2y$05$|0123456789abcdefghij.ABCDEFGHIJ0123456789abcdefghijABC}}\n# no:one', 'htpasswd-hash', 'htpasswd-hash'],
    ['.htpasswd', 'old:{{@rqXexS6|ZhobKA}}', 'htpasswd-hash'],
    ['etc/shadow', 'root:{{@$6$saltsalt$|0123456789abcdefghijABCDEFGHIJ0123456789abcdefghijABCDEFGHIJ0123456789abcdefghijABCDEF}}:19000:0:99999:7:::\ndaemon:*:19000:0:99999:7:::\nlocked:!:1::::::', 'shadow-hash'],
    ['etc/passwd', 'root:x:0:0:root:/root:/bin/bash\nme:x:1000:1000::/home/me:/bin/sh\n'],
    ['smbpasswd', 'me:1000:XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX:{{@0123456789|ABCDEF0123456789ABCDEF}}:[U ]:LCT-00000000:', 'smbpasswd-hash'],
  ]);
});

describe('quiet', () => {
  findsMarked([
    ['app.ini', '[auth]\npassword = ${DB_PASSWORD}\ntoken = %(TOKEN)s\nsecret =\n; password = \n'],
    ['app.ini', 'password = <your password>\nsecret = changeme\napi_key = xxxxxxxxxxxx'],
    ['app.ini', 'password_file = /run/secrets/db\npassword_min_length = 8\ntoken_url = https://a.io/token'],
    ['grafana.ini', '[security]\n;admin_password = admin\n# - license_key: get it from the page\n;rest_password = Summer2024!'],
    ['pam.conf', 'password required pam_unix.so sha512 shadow\npassword requisite pam_deny.so'],
    ['nginx.conf', 'location / {\n  auth_basic "Restricted";\n  auth_basic_user_file /etc/nginx/.htpasswd;\n  ssl_certificate_key /etc/a.key;\n  proxy_set_header X-Token $http_x_token;\n}'],
    ['sshd_config.conf', 'PasswordAuthentication no\nPermitEmptyPasswords no'],
    ['.netrc', 'machine a.io login b password ${TOKEN}\ndefault login anonymous password me@'],
    ['.npmrc', '//npm.acme.io/:_authToken=${NPM_TOKEN}\n_auth=${AUTH}\nemail=a@b.c'],
    ['.pypirc', '[pypi]\nusername = __token__\npassword = <token>'],
    ['.htpasswd', '# user:hash'],
    ['setup.cfg', '[options]\nkeywords = password, secret\n[flake8]\nmax-line-length = 100'],
    ['tox.ini', '[testenv]\npassenv = API_TOKEN\nsetenv =\n    PASSWORD = {env:PASSWORD}'],
    ['my.cnf', '[mysqld]\npassword_history = 0\nvalidate_password.policy=LOW'],
  ]);
});
