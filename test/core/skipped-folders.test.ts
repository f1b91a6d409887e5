import { describe, expect, it } from 'vitest';
import { createFolderTest, describeSkipped, findSkippedFolders } from '../../src/core/skipped-folders.ts';
import { git, makeFolder, put, run } from '../support/command.ts';
import { fake } from '../support/fake.ts';

const find = (entries: readonly string[], ignored: readonly string[] = []): string[] => findSkippedFolders({ entries, isIgnored: (folder) => ignored.includes(folder) });

describe('folders of others', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['node_modules, also of packages', ['node_modules/', 'a/node_modules/x/node_modules/y/i.js'], ['a/node_modules/', 'node_modules/']],
    ['Go modules', ['vendor/modules.txt', 'vendor/github.com/x/y.go'], ['vendor/']],
    ['Go before modules', ['vendor/github.com/x/y.go'], ['vendor/github.com/']],
    ['Composer', ['api/vendor/autoload.php', 'api/vendor/x/y.php'], ['api/vendor/']],
    ['Bundler', ['vendor/bundle/ruby/3.3.0/x.rb', 'vendor/assets/x.js'], ['vendor/bundle/']],
    ['a virtual environment', ['my-env/pyvenv.cfg', 'my-env/lib/python3.12/site-packages/x.py'], ['my-env/']],
    ['installed Python packages', ['layer/python/lib/python3.12/site-packages/x.py'], ['layer/python/lib/python3.12/site-packages/']],
    ['pip install --target', ['fn/app.py', 'fn/botocore/x.json', 'fn/botocore-1.2.3.dist-info/METADATA'], ['fn/botocore/']],
    ['CocoaPods', ['Pods/Manifest.lock', 'Pods/X/x.m'], ['Pods/']],
    ['providers of Terraform', ['.terraform/providers/x/LICENSE', '.terraform/terraform.tfstate'], ['.terraform/providers/']],
    ['copies that the CDK makes', [`cdk.out/asset.${fake.hex(64)}/index.js`, 'cdk.out/shop.template.json'], [`cdk.out/asset.${fake.hex(64)}/`]],
    ['caches', ['.next/server/x.js', 'web/.gradle/x', '.yarn/releases/yarn.cjs'], ['.next/', '.yarn/releases/', 'web/.gradle/']],
  ])('%s', (_, entries, folders) => expect(find(entries)).toEqual(folders));
});

describe('what is looked at', () => {
  it.each<[string, readonly string[]]>([
    ['a vendor folder of the project itself', ['vendor/acme/lib.js', 'app/vendor/model.rb']],
    ['builds that nothing ignores', ['dist/index.js', 'build/Dockerfile', 'out/x.ts', 'target/prod/config.yml', 'coverage/policy.tf']],
    ['templates of the CDK and of Serverless', ['cdk.out/shop.template.json', 'cdk.out/manifest.json', '.serverless/cloudformation-template-update-stack.json']],
    ['files with such names', ['vendor', 'src/dist', 'node_modules.ts', 'pyvenv.cfg']],
    ['code beside an installed package', ['fn/app.py']],
  ])('%s', (_, entries) => expect(find(entries)).toEqual([]));
});

it('takes the word of a .gitignore for the output of a build', () => {
  expect(find(['dist/a.js', 'web/build/static/b.js', 'build/c.ts'], ['dist/', 'web/build/'])).toEqual(['dist/', 'web/build/']);
});

it('tells what is in a folder', () => {
  const isSkipped = createFolderTest(['vendor/', 'a/b/']);
  expect(['vendor/x', 'a/b/c/d', 'vendors/x', 'a/bc', 'b/vendor/x'].map(isSkipped)).toEqual([true, true, false, false, false]);
});

it('shows five of many', () => {
  expect(describeSkipped(['a/', 'b/', 'c/', 'd/', 'e/', 'f/', 'g/'])).toContain('Skipped 7 folders (a/, b/, c/, d/, e/ and 2 more)');
});

describe('the command', () => {
  const leak = `export const password = "${fake.password()}";\n`;
  const tree = { 'vendor/modules.txt': '#', 'vendor/x/a.js': leak, 'node_modules/y/a.js': leak, 'dist/a.js': leak, '.gitignore': 'dist/\n', 'src/ok.js': 'export {};\n' };

  it('says what it skips, and scans it when asked', () => {
    const folder = makeFolder(tree);
    const plain = run(folder, ['scan', '--store', 'none']);
    expect(plain).toMatchObject({ code: 0 });
    expect(plain.stdout).toContain('Skipped 3 folders (dist/, node_modules/, vendor/)');
    expect(JSON.parse(run(folder, ['scan', '--store', 'none', '--format', 'json']).stdout)).toMatchObject({ skipped: ['dist/', 'node_modules/', 'vendor/'] });
    const all = run(folder, ['scan', '--store', 'none', '--no-skip']);
    expect(all.stdout).toContain('3 leaks');
    expect(all.stdout).not.toContain('Skipped');
    expect(run(folder, ['scan', '--store', 'none', 'vendor']).stdout).toContain('1 leak');
    put(folder, 'paramguard.yaml', 'skipFolders: off\n');
    expect(run(folder, ['scan', '--store', 'none']).stdout).toContain('3 leaks');
  });

  it('looks at a build that git tracks, and at what is staged', () => {
    const folder = makeFolder({ ...tree, '.gitignore': 'node_modules/\n' });
    git(folder, 'init', '-q');
    git(folder, 'add', '.');
    const { stdout } = run(folder, ['scan', '--store', 'none']);
    expect(stdout).toContain('1 leak in');
    expect(stdout).toContain('Skipped 1 folder (vendor/)');
    expect(run(folder, ['scan', '--store', 'none', '--staged']).stdout).toContain('2 leaks');
  });
});
