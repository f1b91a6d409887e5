import { describe, expect, it } from 'vitest';
import { fake } from '../support/fake.ts';
import { findsMarked, scanFile } from './scan-file.ts';

describe('elements and attributes', () => {
  findsMarked([
    ['a.xml', '<db><user>app</user><password>{{@Summer.|2024}}</password></db>'],
    ['a.xml', '<db>\n  <password>\n    {{@letm|ein7}}\n  </password>\n</db>'],
    ['a.xml', '<user name="bob" password="{{@letm|ein7}}"/>'],
    ['a.xml', "<user password='{{@it\"s|fine7}}' name='bob'></user>"],
    ['a.xml', '<password><![CDATA[{{@a&b;c|9!}}]]></password>'],
    ['a.xml', '<ns:password>{{@letm|ein7}}</ns:password>'],
    ['beans.xml', '<bean>\n<property value="{{@letm|ein7}}"\n   name="password" />\n</bean>'],
    ['beans.xml', '<property name="password">\n  <value>{{@letm|ein7}}</value>\n</property>'],
    ['hive-site.xml', '<property>\n  <name>javax.jdo.option.ConnectionPassword</name>\n  <value>{{@letm|ein7}}</value>\n</property>'],
    ['web.xml', '<context-param><param-name>dbPassword</param-name><param-value>{{@letm|ein7}}</param-value></context-param>'],
    ['config.xml', '<hudson.model.StringParameterDefinition><name>DB_PASSWORD</name><description>x</description><defaultValue>{{@letm|ein7}}</defaultValue></hudson.model.StringParameterDefinition>'],
    ['Web.config', '<appSettings>\n  <add value="{{@alnum32}}" key="Stripe:ApiKey" />\n</appSettings>'],
    ['App.config', '<setting name="DbPassword" serializeAs="String"><value>{{@letm|ein7}}</value></setting>'],
    ['Info.plist', '<plist><dict>\n<key>ApiKey</key>\n<!-- c -->\n<string>{{@alnum32}}</string>\n<key>Name</key><string>App</string></dict></plist>'],
    ['res/values/config.xml', '<resources><string name="api_key" translatable="false">{{@alnum32}}</string></resources>'],
    ['unattend.xml', '<AdministratorPassword><Value>{{@letm|ein7}}</Value><PlainText>true</PlainText></AdministratorPassword>'],
    ['build.xml', '<property name="keystore.password" value="{{@letm|ein7}}"/>'],
    ['context.xml', '<Resource name="jdbc/db" username="app" password="{{@letm|ein7}}" url="jdbc:mysql://db/x"/>'],
    ['icecast.xml', '<authentication><source-password>{{@hack|me77}}</source-password></authentication>'],
    ['legacy.config', '[db]\npassword = {{@a;b|,c!9}}'],
  ]);

  it('decodes entities and marks what stands in the file', async () => {
    const written = ['fish', 'chips', '#33;9'].join('&amp;').replace('&amp;#', '&#');
    const text = `<a><password>${written}</password></a>`;
    const { problems } = await scanFile('a.xml', text);
    expect(problems.map(({ range }) => text.slice(...range))).toEqual([written]);
  });
});

describe('files of tools', () => {
  findsMarked([
    ['.m2/settings.xml', '<settings><servers><server><id>x</id><username>u</username><password>{{@lett|uce}}</password></server></servers></settings>', 'maven-settings-password'],
    ['tomcat-users.xml', '<tomcat-users><user username="a" password="{{@lett|uce}}" roles="manager-gui"/></tomcat-users>', 'tomcat-password'],
    ['Web.config', '<system.web><machineKey validationKey="{{@hex64}}" decryptionKey="{{@hex32}}" validation="SHA1" /></system.web>', 'dotnet-machine-key', 'dotnet-machine-key'],
    ['x.PublishSettings', '<publishProfile publishMethod="MSDeploy" userName="$x" userPWD="{{@alnum64}}" />', 'azure-publish-profile'],
    ['NuGet.Config', '<packageSourceCredentials><Acme><add key="Username" value="u" /><add key="ClearTextPassword" value="{{@lett|uce}}" /></Acme></packageSourceCredentials>', 'nuget-config-password'],
    ['.idea/WebServers.xml', '<fileTransfer host="h" password="{{@dff9dfaadf8ddf9fdfe5}}" username="u" />', 'jetbrains-password'],
    ['.idea/dataSources.local.xml', '<data-source><password>{{@lett|uce}}</password></data-source>', 'jetbrains-password'],
    ['.purple/accounts.xml', '<account><protocol>prpl-irc</protocol><password>{{@lett|uce}}</password></account>', 'purple-password'],
  ]);

  it('reads base64 of FileZilla', async () => {
    const encoded = btoa(fake.weakPassword());
    const text = `<FileZilla3><Servers><Server><Host>h</Host><Pass encoding="base64">${encoded}</Pass></Server></Servers></FileZilla3>`;
    const { problems } = await scanFile('sitemanager.xml', text);
    expect(problems.map(({ kind, range }) => [kind, text.slice(...range)])).toEqual([['filezilla-password', encoded]]);
  });

  it('says of an encrypted secret of Jenkins what it takes to read it', async () => {
    const text = `<a><password>{AQAA${'ABAAAA'}${fake.base64(60)}}</password></a>`;
    const { problems } = await scanFile('credentials.xml', text);
    expect(problems.map(({ kind, severity }) => [kind, severity])).toEqual([['jenkins-encrypted-secret', 'low']]);
  });
});

describe('quiet', () => {
  findsMarked([
    ['pom.xml', '<password>${env.PASSWORD}</password><project.build.token>${x}</project.build.token>'],
    ['Web.config', '<machineKey validationKey="AutoGenerate,IsolateApps" decryptionKey="AutoGenerate" />'],
    ['Web.config', '<add key="PasswordMinLength" value="12345678" /><add key="TokenUrl" value="https://a.io/token" />'],
    ['Web.config', '<add key="ApiKey" value="" /><add key="Secret" value="#{Secret}#" /><add key="Password" value="__PASSWORD__" />'],
    ['a.xml', '<xs:element name="password" type="xs:string"/><xs:attribute name="token" use="required"/>'],
    ['a.xml', '<label for="password">Password</label><hint name="password">Enter your password</hint>'],
    ['checks.xml', '<module name="IllegalToken"><property name="tokens" value="LITERAL_NATIVE"/></module>'],
    ['layout.xml', '<EditText android:id="@+id/password" android:hint="@string/password" android:inputType="textPassword"/>'],
    ['Info.plist', '<dict><key>NSFaceIDUsageDescription</key><string>Unlock with your password</string></dict>'],
    ['App.csproj', '<PropertyGroup><UserSecretsId>{{~uuid}}</UserSecretsId><PublicKeyToken>{{~hex16}}</PublicKeyToken></PropertyGroup>'],
    ['security.xml', '<password-encoder ref="passwordEncoder"/><form-login password-parameter="j_password" />'],
    ['strings.xml', '<resources><string name="forgot_password">Passwort vergessen?</string></resources>'],
  ]);
});

describe('hostile texts', () => {
  it.each([
    ['open elements', '<password>'.repeat(200_000)],
    ['closing elements', '<a>'.repeat(100_000) + '</b>'.repeat(100_000)],
    ['tags without an end', '<password value="'.repeat(100_000)],
    ['quotes', `<a ${`b="c" `.repeat(200_000)}`],
    ['sections', '<![CDATA['.repeat(100_000)],
    ['comments', '<!--'.repeat(200_000)],
    ['spaces', `<a${' '.repeat(1_000_000)}`],
  ])('%s end', async (_, text) => {
    await scanFile('a.xml', text);
  });
});
