import { describe, it } from 'vitest';
import { findsMarked, scanFile } from './scan-file.ts';

describe('rows', () => {
  findsMarked([
    ['a.sql', "INSERT INTO users (id, name, password) VALUES (1, 'it''s, (me)', '{{@lett|uce9}}'), (2, 'b', '{{@Summ|er2024}}');"],
    ['a.sql', "INSERT INTO `users` (`id`,`password`,`mail`) VALUES\n(1,'{{@9b1f0c7e5d2a4863|9b7c1e0f5a2d4e68}}','a@b.c'),\n(2,'{{@$2y$10$|abcdefghijklmnopqrstuuABCDEFGHIJ0123456789abcdefghijKLM}}','d@e.f');"],
    ['dump.sql', "CREATE TABLE `accounts` (\n  `id` int NOT NULL,\n  `login` varchar(20),\n  `passwd` varchar(64),\n  PRIMARY KEY (`id`)\n) ENGINE=InnoDB;\nINSERT INTO `accounts` VALUES (1,'bob','{{@lett|uce9}}'),(2,'eve','{{@Summ|er2024}}');"],
    ['dump.sql', 'COPY public.users (id, name, encrypted_password) FROM stdin;\n1\tbob\t{{@$2a$12$|abcdefghijklmnopqrstuuABCDEFGHIJ0123456789abcdefghijKLM}}\n2\teve\t\\N\n\\.\n\nCOPY public.x (id) FROM stdin;\n1\n\\.\n'],
    ['a.sql', "UPDATE users SET name = 'x', password = MD5('{{@lett|uce9}}') WHERE id = 1;"],
    ['a.sql', "insert into settings (k, api_token) values ('a', '{{@alnum32}}');"],
    ['a.sql', "ALTER USER 'root'@'localhost' IDENTIFIED WITH mysql_native_password BY '{{@lett|uce}}';", 'sql-account-password'],
    ['a.sql', "SET PASSWORD FOR 'app'@'%' = PASSWORD('{{@lett|uce}}');", 'sql-account-password'],
    ['a.sql', "CREATE ROLE app LOGIN PASSWORD '{{@Summ|er2024}}';"],
  ]);
});

describe('quiet', () => {
  findsMarked([
    ['a.sql', "INSERT INTO users (id, password) VALUES (1, '${PASSWORD}'), (2, ''), (3, NULL), (4, :password);"],
    ['a.sql', "INSERT INTO labels (name, text) VALUES ('password', 'Your password');"],
    ['a.sql', "CREATE TABLE t (password varchar(20) DEFAULT 'none', token text);\nSELECT password FROM users WHERE name = 'x';"],
    ['a.sql', "CREATE USER app IDENTIFIED BY PASSWORD EXPIRE;\nUPDATE users SET password_changed_at = '2024-01-01';"],
    ['a.sql', "INSERT INTO commits (sha, message) VALUES ('{{~hex40}}', 'password reset');"],
  ]);
});

describe('hostile texts', () => {
  it.each([
    ['inserts', 'INSERT INTO a (password) VALUES ('.repeat(50_000)],
    ['open strings', `INSERT INTO a (password) VALUES ${"('".repeat(100_000)}`],
    ['tables', 'CREATE TABLE a ('.repeat(20_000)],
    ['updates', 'UPDATE a SET '.repeat(50_000)],
    ['copies', 'COPY a (password) FROM stdin;\n'.repeat(2_000)],
  ])('%s end', async (_, text) => {
    await scanFile('a.sql', text);
  });
});
