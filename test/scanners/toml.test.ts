import { describe, expect, it } from 'vitest';
import { readToml } from '../../src/settings/toml.ts';
import { findsMarked, scanFile } from './scan-file.ts';

describe('values', () => {
  findsMarked([
    ['a.toml', '[database]\nhost = "db"\npassword = "{{@letm|ein}}"\n'],
    ['a.toml', "[database]\npassword = '{{@a;b#|,c\"!9}}' # comment"],
    ['a.toml', 'database.password = "{{@Summ|er.2024}}"'],
    ['a.toml', '"db-password" = "{{@letm|ein7}}"'],
    ['a.toml', 'database = { host = "db", password = "{{@letm|ein7}}", port = 5432 }'],
    ['a.toml', '[[users]]\nname = "a"\npassword = "{{@letm|ein7}}"\n[[users]]\nname = "b"\npassword = "{{@rab|bit77}}"'],
    ['a.toml', 'password = """\n{{@letm|ein7}}"""'],
    ['a.toml', "password = '''{{@let'm|ein7}}'''"],
    ['a.toml', 'users = [\n  { name = "a", password = "{{@letm|ein7}}" }, # x\n  { name = "b", password = "{{@rab|bit77}}" },\n]\n'],
    ['a.toml', 'url = "postgres://u:{{@alnum16}}@db/x"\n[x]\ntoken = "{{@github}}"'],
    ['.streamlit/secrets.toml', 'db_password = "{{@letm|ein7}}"\n[connections.gsheets]\nprivate_key_id = "{{~hex40}}"'],
    ['.cargo/credentials', '[registry]\ntoken = "{{@alnum32}}"', 'cargo-credentials'],
    ['.cargo/config.toml', '[registries.acme]\nindex = "x"\ntoken = "{{@alnum32}}"', 'cargo-credentials'],
    ['pyproject.toml', '[[tool.poetry.source]]\nurl = "https://u:{{@alnum16}}@pypi.acme.io/simple"'],
    ['a.toml', 'this is no toml\n= = =\npassword = "{{@letm|ein7}}"'],
  ]);
});

describe('quiet', () => {
  findsMarked([
    ['a.toml', 'password = "${DB_PASSWORD}"\ntoken = ""\nsecret = "changeme"\npassword_file = "/run/x"'],
    ['Cargo.toml', '[dependencies]\nsecrecy = "0.8"\njwt = "0.16.0"\npasswords = { version = "3.1", features = ["common-password"] }'],
    ['pyproject.toml', '[tool.bandit]\nskips = ["B105"]\n[tool.ruff.lint.per-file-ignores]\n"tests/*" = ["S105", "S106"]'],
  ]);

  it('keeps exact ranges of every value', () => {
    const text = 'a = "x\\ty"\r\nb.c = [1, \'two\', """three"""] # no\n[d."e f"]\ng = {h = true}\n';
    expect([...readToml(text)].map(({ path, name, value, range }) => [[...path, name].join('/'), value, text.slice(...range)])).toEqual([
      ['a', 'x\ty', 'x\\ty'],
      ['b/c', '1', '1'],
      ['b/c', 'two', 'two'],
      ['b/c', 'three', 'three'],
      ['d/e f/g/h', 'true', 'true'],
    ]);
  });
});

describe('hostile texts', () => {
  it.each([
    ['arrays', `password = ${'['.repeat(500_000)}`],
    ['inline tables', `a = ${'{a='.repeat(300_000)}`],
    ['keys', 'password.'.repeat(200_000)],
    ['open strings', 'password = """'.repeat(50_000)],
    ['quotes', 'a="'.repeat(300_000)],
    ['commas', `a = [${','.repeat(500_000)}`],
    ['comments', '#'.repeat(1_000_000)],
    ['lines', 'a\n'.repeat(300_000)],
  ])('%s end', async (_, text) => {
    await scanFile('a.toml', text);
  });
});
