import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/core/edit.ts';
import { findScriptReferences } from '../../src/shell/references.ts';
import { scanReferences } from './scan-references.ts';

const kinds = (text: string): string[] => findScriptReferences(text).problems.map(({ kind }) => kind);

function correct(text: string): string {
  const edits = findScriptReferences(text).problems.flatMap(({ site }) => (site?.carrier === 'correction' ? site.edits : []));
  return applyEdits(text, edits);
}

describe('names', () => {
  it.each([
    ['X=$(aws ssm get-parameter --name /a --with-decryption)', ['ssm:GetParameter /a program']],
    ['X=$(aws ssm get-parameter --name=/a --query Parameter.Value)', ['ssm:GetParameter /a program absent']],
    ['X="$(aws --profile p --region eu-west-1 ssm get-parameter --with-decryption --name "/$ENV/a" --region us-east-1)"', ['ssm:GetParameter /*/a program us-east-1']],
    ['aws ssm get-parameters --names /a "/b" /c --with-decryption | jq .', ['ssm:GetParameters /a program', 'ssm:GetParameters /b program', 'ssm:GetParameters /c program']],
    ['aws ssm get-parameters-by-path --path /a/ --recursive --with-decryption > x', ['ssm:GetParametersByPath /a/ program']],
    ['X=$(aws secretsmanager get-secret-value --secret-id prod/db --query SecretString --output text)', ['secretsmanager:GetSecretValue prod/db program']],
    ['X=$(aws ssm get-parameter \\\n  --name /a \\\n  --with-decryption)', ['ssm:GetParameter /a program']],
    ['aws ssm get-parameter --name "$NAME"', []],
    ['aws s3 cp a b; ssm get-parameter --name /a', []],
    ['# aws ssm get-parameter --name /a', []],
    // redirections are no names
    ['aws ssm get-parameters --names /a > /dev/null 2>&1', ['ssm:GetParameters /a program unknown']],
    ['aws ssm get-parameters --with-decryption --names /a 2>/dev/null >> out', ['ssm:GetParameters /a program']],
    // what a template, a variable or a default holds
    ['X=$(aws ssm get-parameter --name "/shop/${{ inputs.env }}/${NAME}" --with-decryption)', ['ssm:GetParameter /shop/*/* program']],
    ['NAME="/shop/$ENV/a"\nX=$(aws ssm get-parameter --name "$NAME" --with-decryption)', ['ssm:GetParameter /shop/*/a program']],
    ['NAME=/a\nNAME=/b\nX=$(aws ssm get-parameter --name "${NAME}" --with-decryption)', []],
    ['for NAME in /a /b; do aws ssm get-parameter --name "$NAME" > x; done', []],
    ['X=${X:-"$(aws ssm get-parameter --name /a --with-decryption)"}', ['ssm:GetParameter /a program']],
    ['X=`aws ssm get-parameter --name /a --with-decryption`', ['ssm:GetParameter /a program']],
    // no value is read
    ['aws ssm get-parameter --name /db-password --query Parameter.Version', ['ssm:GetParameter /db-password program unknown']],
  ])('%s', async (text, expected) => {
    expect((await scanReferences('deploy.sh', `${text}\n`)).references).toEqual(expected);
  });
});

describe('traps', () => {
  it.each([
    ["X=$(aws ssm get-parameters --names /a --with-decryption --query 'Parameters[0].Value' --output text)", ['prints-none']],
    ['X=$(aws ssm get-parameters --names /a --with-decryption --query Parameters[*].Value --output text)', ['prints-none']],
    ['X=$(aws ssm get-parameters --names /a --query InvalidParameters --output text)', []],
    ['export X=$(aws ssm get-parameter --name /a --with-decryption --output text)', ['hidden-failure']],
    ['f() {\n  local x="$(aws ssm get-parameter --name /a --with-decryption)"\n}', ['hidden-failure']],
    ['readonly X=`aws ssm get-parameter --name /a --with-decryption`', ['hidden-failure']],
    ['export X=$(date)', []],
    ['export X=$(aws ssm get-parameter --name /a --with-decryption)\nif [ -z "$X" ]; then exit 1; fi', []],
    ['export X=$(aws ssm get-parameter --name /a --with-decryption)\n: "${X:?is missing}"', []],
    ["X=$(aws ssm get-parameters --names /a --with-decryption --query 'Parameters[0].Value' --output text)\n[[ $X == None ]] && exit 1", []],
    ['X=$(aws ssm get-parameter --name /a --with-decryption)\nexport X', []],
    ['aws ssm put-parameter --name /prod/db --type SecureString --value "parameter value"', ['value-in-arguments']],
    ['aws ssm put-parameter --name /prod/db --type SecureString --value https://example.com/x', ['fetched-value']],
    ['aws ssm put-parameter --name /prod/db --type SecureString --value file:///dev/stdin', []],
    ['aws ssm put-parameter --name /prod/db --type SecureString --value "$VALUE"', []],
    ['aws ssm put-parameter --name /prod/table --type String --value orders', []],
    ['aws ssm put-parameter --name /prod/db-password --type String --value "$VALUE"', ['stored-as-string']],
    ['aws ssm get-parameter --name /a --with-decryption --query Parameter.Value --output text', ['printed-parameter']],
    ['aws ssm get-parameter --name /a --with-decryption 2> errors\ndeploy', ['printed-parameter']],
    // what a script or a function gives to its caller
    ['aws ssm get-parameter --name "$1" --with-decryption --query Parameter.Value --output text', []],
    ['get_secret() {\n  aws ssm get-parameter --name "$1" --with-decryption --query Parameter.Value\n}\ndeploy', []],
    ['function get_secret {\n  X=$(aws ssm get-parameter --name "$1" --with-decryption)\n  echo "$X"\n}\ndeploy', []],
    ['get_secret() {\n  X=$(aws ssm get-parameter --name "$1" --with-decryption)\n  echo "the value: $X"\n}\ndeploy', ['printed-parameter']],
    ['echo "$(aws ssm get-parameter --name /a --with-decryption)"\ndeploy', ['printed-parameter']],
    ['DB_HOST=$(aws ssm get-parameter --name "$1" --with-decryption)\necho "$DB_HOST"\ndeploy', []],
    ['X=$(aws ssm get-parameter --name /shop/db/host --with-decryption)\necho "$X"\ndeploy', []],
    ['X=$(aws ssm get-parameter --name /a --with-decryption)\necho "${X:+set} ${X:0:2}"\ndeploy', []],
    ['X=$(aws ssm get-parameter --name /a --with-decryption)\necho "::set-output name=x::$X"\ndeploy', []],
    ['aws ssm get-parameter --name /a --with-decryption | jq -r .Parameter.Value', []],
    ['aws ssm get-parameter --name /a --with-decryption > file', []],
    ['aws ssm get-parameter --name /a --with-decryption --query Parameter.Version', []],
    ['aws ssm get-parameter --name /a', []],
    ['X=$(aws ssm get-parameter --name /a --with-decryption)\necho "value: $X"', ['printed-parameter']],
    ['X=$(aws ssm get-parameter --name /a --with-decryption)\necho "::add-mask::$X"', []],
    ['X=$(aws ssm get-parameter --name /a --with-decryption)\necho "$X" | docker login --password-stdin', []],
    ['X=$(aws ssm get-parameter --name /a --with-decryption)\necho "X=$X" >> "$GITHUB_ENV"', []],
    ["X=$(aws ssm get-parameter --name /a --with-decryption)\necho '$X'", []],
    ['set -ex\nX=$(aws ssm get-parameter --name /a --with-decryption)', ['printed-parameter']],
    ['set -x\nset +x\nX=$(aws ssm get-parameter --name /a --with-decryption)', []],
  ])('%s', (text, expected) => {
    expect(kinds(`${text}\n`)).toEqual(expected);
  });

  it('hides the value wherever the line is shown', () => {
    const text = 'aws ssm put-parameter --name /prod/db --type SecureString --value "parameter value"\n';
    expect(findScriptReferences(text).problems[0]?.secretRanges.map((range) => text.slice(...range))).toEqual(['"parameter value"']);
  });
});

describe('a failure that is handled', () => {
  it.each([
    ['X=$(aws ssm get-parameter --name /a || echo none)', true],
    ['X=$(aws ssm get-parameter --name /a) || X=none', true],
    ['if aws ssm get-parameter --name /a > /dev/null; then deploy; fi', true],
    ['if ! X=$(aws ssm get-parameter --name /a); then deploy; fi', true],
    ['aws ssm put-parameter --name "$N" --value "$V"\nX=$(aws ssm get-parameter --name "$N")', false],
    ['N=/a\naws ssm put-parameter --name "$N" --value "$V"\nX=$(aws ssm get-parameter --name "$N")', true],
    ['X=$(aws ssm get-parameter --name /a) || exit 1', false],
    ['X=$(aws ssm get-parameter --name /a) || { echo failed; exit 1; }', false],
    ['X=$(aws ssm get-parameter --name /a)', false],
  ])('%s', (text, expected) => {
    expect(findScriptReferences(text).references.some(({ isOptional }) => isOptional === true)).toBe(expected);
  });
});

describe('corrections', () => {
  it.each([
    [
      'export DB_USER=$(aws ssm get-parameters --names /db/user --region us-east-1 --with-decryption --query Parameters[0].Value --output text)',
      'DB_USER=$(aws ssm get-parameter --name /db/user --region us-east-1 --with-decryption --query Parameter.Value --output text)\nexport DB_USER',
    ],
    ["  X=$(aws ssm get-parameters --names /a --query 'Parameters[0].Value')", "  X=$(aws ssm get-parameter --name /a --query 'Parameter.Value')"],
    ['  export X="$(aws ssm get-parameter --name /a)"', '  X="$(aws ssm get-parameter --name /a)"\n  export X'],
    ['X=$(aws ssm get-parameters --names /a /b --query Parameters[0].Value)', 'X=$(aws ssm get-parameters --names /a /b --query Parameters[0].Value)'],
    ['export X=$(aws ssm get-parameter --name /a) Y=1', 'export X=$(aws ssm get-parameter --name /a) Y=1'],
    ['aws ssm put-parameter --name /db-password --type String --value "$V"', 'aws ssm put-parameter --name /db-password --type SecureString --value "$V"'],
  ])('%s', (before, after) => {
    expect(correct(`${before}\n`)).toBe(`${after}\n`);
    expect(spawnSync('bash', ['-n'], { input: correct(`${before}\n`) }).status).toBe(0);
  });

  it('is quick on long and hostile scripts', () => {
    for (const text of ['aws ssm get-parameter --name '.repeat(5000), `aws ssm ${'$('.repeat(20_000)}`, `export X=$(aws ${' '.repeat(50_000)} ssm get-parameter`, `${'X=$(aws ssm get-parameter --with-decryption --name a)\n'.repeat(2000)}echo $X`]) {
      expect(() => findScriptReferences(text)).not.toThrow();
    }
  });
});
