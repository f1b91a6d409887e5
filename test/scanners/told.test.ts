import { describe, expect, it } from 'vitest';
import { createDetect } from '../../src/core/detect.ts';
import { detectors } from '../../src/detectors/index.ts';
import { findTextSecrets } from '../../src/scanners/text.ts';
import { toMarked } from '../support/marked.ts';

const detect = createDetect(detectors);

const find = (path: string, template: string): { found: unknown; expected: unknown } => {
  const { text, leaks } = toMarked(template);
  return { found: findTextSecrets({ path, text }, detect).map(({ range }) => range), expected: leaks };
};

describe('told in words, in tables and by calls', () => {
  it.each([
    ['README.md', 'The password is `{{@rab|bit}}`.'],
    ['notes.txt', 'wifi password is {{@weak}}'],
    ['notes.txt', 'server login: root / {{@weak}}'],
    ['notes.md', '- Password: {{@weak}}.'],
    ['setup.adoc', 'quarkus.datasource.password={{@weak}}'],
    ['users.csv', 'id,name,password\n1,anna,{{@rab|bit}}\n2,marc,{{@weak}}\n'],
    ['users.tsv', 'user\tpassword\nanna\t{{@weak}}\r\n'],
    ['src/Db.java', 'db.withUsername("jim").withPassword("{{@rab|bit}}")'],
    ['src/Db.java', 'form.withPassword("{{@pass|word}}")'],
    ['src/main.rs', 'let o = Options::new().username("jim").password("{{@rab|bit77}}");'],
    ['src/main.rs', 'static JWT_SECRET: &[u8] = b"{{@alnum32}}";'],
    ['src/client.cpp', 'static const std::string kSecretKey{"{{@alnum32}}"};'],
    ['App/App.m', '#define PARSE_CLIENT_KEY @"{{@alnum32}}"'],
    ['App/App.m', '[Parse setApplicationId:APP_ID clientKey:@"{{@alnum32}}"];'],
    ['src/Startup.cs', 'var key = new SymmetricSecurityKey(Encoding.ASCII.GetBytes("{{@alnum32}}"));'],
    ['main.go', 'sql.Open("mysql", "shop:{{@rab|bit77}}@tcp(127.0.0.1:3306)/shop")'],
    ['lib/db.php', "sybase_pconnect('db', 'jim', '{{@rab|bit}}');"],
    ['login.html', '<script>if (username == "demo" && password == "{{@rab|bit}}") go();</script>'],
    ['src/Keys.java', '@Certificate(name = "a", password = "{{change|it}}")'],
  ])('%s: %s', (path, template) => {
    const { found, expected } = find(path, template);
    expect(found).toEqual(expected);
  });

  it.each([
    ['README.md', 'The password is required, and the token too.'],
    ['README.md', 'Make sure that your password is at least 8 characters.'],
    ['README.md', 'password: `string`'],
    ['README.md', 'The password is `<your-password>`.'],
    ['README.md', 'See https://example.com/login: password is https://example.com/1.'],
    ['notes.txt', 'login: see https://acme.io / v2'],
    ['fields.csv', 'name,password\nexample,changeme\n'],
    ['text.csv', 'A password, which you know, is needed\nred, 1, blue\n'],
    ['src/Form.kt', 'form.setPassword(getString(R.string.password))'],
    ['main.go', '"user:password@tcp(localhost:5555)/dbname"'],
    ['main.go', 'fmt.Sprintf("%s:%s@tcp(%s)/x", user, pass, host)'],
    ['pom.xml', "<!-- Pass '-Dquickly1' to skip -->"],
    ['page.html', '<p>password == "rabbit"</p>'],
    ['src/Cors.java', 'isAllowed("https://good.acme.io:443@other.acme.io")'],
  ])('none in %s: %s', (path, text) => expect(find(path, text).found).toEqual([]));
});
