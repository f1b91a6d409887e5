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

describe('passwords by their position in a call', () => {
  it.each([
    ['src/Db.java', 'Connection c = DriverManager.getConnection(url, "root", "{{@rab|bit}}");'],
    ['src/Db.java', 'DriverManager.getConnection("jdbc:mysql://" + host(a, b) + "/x", "root", "{{@weak}}");'],
    ['src/Http.java', 'new UsernamePasswordCredentials("jim", "{{@rab|bit}}")'],
    ['src/Http.cs', 'client.Credentials = new NetworkCredential("jim", @"{{@rab|bit}}", "corp");'],
    ['lib/db.php', "$db = new mysqli('localhost', 'root', '{{@rab|bit}}');"],
    ['lib/db.php', "$db = new PDO($dsn, 'root', '{{@weak}}');"],
    ['lib/ftp.php', "ftp_login($conn, $user, '{{@rab|bit}}');"],
    ['main.go', 'auth := smtp.PlainAuth("", "jim@acme.io", "{{@rab|bit}}", "smtp.acme.io")'],
    ['main.go', 'req.SetBasicAuth("jim", "{{@rab|bit}}")'],
    ['main.go', 'credentials.NewStaticCredentials(\n\t"id", "{{@alnum32}}", "")'],
  ])('%s: %s', (path, template) => {
    const { found, expected } = find(path, template);
    expect(found).toEqual(expected);
  });

  it.each([
    ['src/Db.java', 'DriverManager.getConnection(url, user, password);'],
    ['src/Db.java', 'DriverManager.getConnection("jdbc:h2:mem:x", "sa", "");'],
    ['main.go', 'req.SetBasicAuth(user, os.Getenv("PASSWORD"))'],
    ['lib/db.php', "mysqli_connect($host, 'root');"],
    ['lib/db.php', "new PDO('sqlite::memory:');"],
    ['src/Http.cs', 'new NetworkCredential(user, "%PASSWORD%")'],
  ])('none in %s: %s', (path, text) => expect(find(path, text).found).toEqual([]));

  it('a word for a password is said and fails no run', () => {
    const text = `DriverManager.getConnection(url, "user", "${'password'}");`;
    expect(findTextSecrets({ path: 'src/Db.java', text }, detect)).toMatchObject([{ severity: 'low', range: [42, 50] }]);
  });
});

describe('a lone word is a password beside a user', () => {
  it.each([
    ['main.go', 'opts := Options{Username: "jim", Password: "{{@rab|bit}}"}'],
    ['app.rb', 'connect(username: "jim", password: "{{@rab|bit}}")'],
    ['app.cs', 'var x = new Login { User = "jim", Password = "{{@rab|bit}}" };'],
  ])('%s: %s', (path, template) => {
    const { found, expected } = find(path, template);
    expect(found).toEqual(expected);
  });

  it.each([
    ['app.rb', 'label(text: "jim", password: "rabbit")'],
    ['main.go', 'ErrPassword, "rabbit"'],
    ['Form.java', 'Validate.notNull(privateKey, "private_key2 is missing");'],
    ['curl.rb', 'field(password, "rabb1t")'],
  ])('none in %s: %s', (path, text) => expect(find(path, text).found).toEqual([]));

  it('an option is named by its constant', () => {
    const { found, expected } = find('main.c', 'curl_easy_setopt(curl, CURLOPT_PASSWORD, "{{@rab|bit77}}");');
    expect(found).toEqual(expected);
  });
});
