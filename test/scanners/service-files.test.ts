import { describe } from 'vitest';
import { findsMarked } from './scan-file.ts';

describe('settings of servers', () => {
  findsMarked([
    ['etc/cron.d/backup', '15 3 * * * root mysqldump -uroot -p{{@letm|ein}} --all > /backup/all.sql\n@daily root curl -u me:{{@rab|bit77}} https://a.io\n'],
    ['etc/fstab', '# //a/b\n//files/share /mnt/share cifs rw,username=anna,password={{@letm|ein7}},iocharset=utf8 0 0', 'mount-password'],
    ['haproxy.cfg', 'userlist x\n  user marc insecure-password {{@letm|ein7}}\nlisten stats\n  stats auth admin:{{@rab|bit77}}', 'haproxy-password', 'haproxy-password'],
    ['kafka_jaas.conf', 'KafkaServer { x required\n    username="admin" password="{{@letm|ein7}}"\n    user_super="{{@rab|bit77}}"; };', 'jaas-password', 'jaas-password'],
    ['network/interfaces', 'iface wlan0 inet dhcp\n  wpa-ssid home\n  wpa-psk {{@letm|ein77}}\n', 'wifi-passphrase'],
    ['.config/fish/config.fish', 'set -gx EDITOR vim\nset -x PGPASSWORD {{@letm|ein77}}\n'],
    ['conf/kafka.properties', 'ssl.key.password={{@Jasmine|1987.}}\napp.password=com.example.Foo'],
    ['secrets/db_password', '{{@OjL*Ejeo|yFxjS7cZR#T6}}\n', 'password-file'],
    ['slapd.ldif', 'dn: cn=a\nuserPassword: {{@letm|ein7}}\n', 'ldif-password'],
    ['nslcd.conf', 'binddn cn=reader\nbindpw {{@letm|ein7}}\n', 'ldap-bind-password'],
    ['realm.json', '{"users": [{"username": "anna", "credentials": [{"type": "password", "value": "{{@letm|ein7}}"}]}]}', 'keycloak-realm-password'],
    ['proxychains.conf', 'socks5 10.1.0.3 1080 anna {{@letm|ein7}}\nsocks5 10.1.0.4 1080\n', 'proxychains-password'],
    ['.config/lftp/rc', 'open -u anna,{{@letm|ein7}} ftp.acme.io', 'lftp-password'],
    ['turnserver.conf', 'realm=a.io\nuser=anna:{{@letm|ein7}}', 'turn-password'],
    ['unattend.xml', '<AutoLogon><Password><Value>{{@letm|ein7}}</Value><PlainText>true</PlainText></Password></AutoLogon>', 'windows-setup-password'],
    ['soapui-settings.xml', '<con:settings><con:setting id="ProxySettings@password">{{@letm|ein7}}</con:setting></con:settings>'],
    ['.bash_aliases', "alias db='mysql -u root -p{{@letm|ein}} shop'\nalias x='git status'"],
    ['.bash_history', 'ls\nexport PGPASSWORD={{@letm|ein7}}\ndocker login -u a -p {{@rab|bit77}} registry.acme.io\n'],
    ['redis.conf', 'requirepass {{@letm|ein}}\nuser worker on >{{@rab|bit77}} ~jobs:* +@all', 'redis-password', 'redis-password'],
    ['inventory/hosts', 'web1 ansible_host=10.0.0.11 ansible_password={{@letm|ein7}}'],
    ['.tugboat', 'authentication:\n  access_token: {{@hex64}}\n'],
    ['configuration.php', "<?php\nclass JConfig {\n\tpublic $password = '{{@letm|ein7}}';\n}", 'joomla-password'],
    ['etc/crontab', 'SHELL=/bin/sh\n0 5 * * 1 root tar -zcf /var/x.tgz /home\n'],
    ['etc/fstab', 'UUID={{~uuid}} / ext4 errors=remount-ro 0 1\n//a/b /c cifs credentials=/root/.smb 0 0'],
    ['.vimrc', 'set nocompatible\nlet g:token = expand("~/x")\n'],
  ]);
});
