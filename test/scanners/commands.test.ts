import { describe } from 'vitest';
import { findsMarked } from './scan-file.ts';

describe('Dockerfile', () => {
  findsMarked([
    ['Dockerfile', 'FROM x\nENV HOST=db \\\n    DB_PASSWORD={{@a;b|,c#!9}} \\\n    # a comment\n    PORT=1\n'],
    ['Dockerfile', 'FROM x\nENV DB_PASSWORD {{@Summ|er.2024}}\n'],
    ['docker/Dockerfile.prod', 'ARG DB_PASSWORD="{{@it;is|,so9!}}"\n'],
    ['Dockerfile', "ENV A=b DB_PASSWORD='{{@letm|ein7}}' C=d"],
    ['Dockerfile', 'RUN apt-get update && \\\n    mysql -uroot -p{{@letm|ein7}} -e "x" && \\\n    echo done'],
    ['Dockerfile', 'RUN curl -u deploy:{{@letm|ein7}} https://x/y | sh'],
    ['Dockerfile', 'CMD redis-server --requirepass {{@letm|ein7}}'],
    ['app.dockerfile', 'LABEL api_token="{{@alnum32}}"'],
    ['Dockerfile', 'ENV DB_PASSWORD=$DB_PASSWORD API_KEY=${KEY} TOKEN=""\nARG TOKEN\nRUN --mount=type=secret,id=token cat /run/secrets/token\nENV PASSWORD_FILE=/run/secrets/x'],
    ['Dockerfile', '# escape=`\nENV DB_PASSWORD={{@letm|ein7}} `\n  X=y'],
  ]);
});

describe('commands in other files', () => {
  findsMarked([
    ['Makefile', 'db:\n\t@mysql -u root -p{{@letm|ein7}} shop < dump.sql\n\tcurl -u me:{{@rab|bit77}} https://a.io\n'],
    ['Makefile', 'up:\n\tdocker run -e DB_PASSWORD={{@letm|ein7}} app\n\tdocker login -u x -p $(PASSWORD)'],
    ['Jenkinsfile', "stage('x') { steps { sh 'sshpass -p {{@letm|ein7}} ssh a@b' } }"],
    ['Jenkinsfile', 'sh """\n  mysqladmin -u root password {{@letm|ein7}}\n"""'],
    ['Procfile', 'web: bin/app --api-token {{@alnum32}}\n'],
    ['README.md', 'Run:\n\n```sh\ncurl -u admin:{{@alnum20}} https://a.io\nmysql -u root -psecret\n```\n'],
    ['README.md', '```sh\ncurl -u user:password https://a.io\ncurl -H "Authorization: Bearer $TOKEN" https://a.io\nmysql -u root -p\n```\n\nThe `-p` option asks.'],
    ['Makefile', 'x:\n\tmysql -u root -p$(PASS) x\n\tcurl -u "$$USER:$$PASS" https://a.io\n'],
    ['run.sh', 'sqlcmd -S db -U sa -P {{@Str0ng|Pa55}} -Q "x"'],
    ['run.sh', 'smbclient //srv/x -U bob%{{@letm|ein7}}'],
    ['run.sh', 'htpasswd -bc .htpasswd bob {{@letm|ein7}}'],
    ['run.sh', 'rabbitmqctl add_user bob {{@letm|ein7}}'],
    ['run.sh', 'aws configure set aws_secret_access_key {{@sak}}'],
    ['run.sh', 'oc process -p NAME=value -f x.yaml; oc patch x -p "{}"'],
  ]);
});
