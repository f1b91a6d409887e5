import { getEnding, isDotenvPath } from './paths.ts';

/** Which path is of which format; `text` is what no other claims. A scanner is loaded only for a file of its format. */
export const formats = {
  dockerfile: (path: string): boolean => /[kr]file/u.test(path.toLowerCase()) && /(?:^|\/)(?:dockerfile|containerfile)[\w.-]*$|\.(?:dockerfile|containerfile)$/u.test(path.toLowerCase()),
  dotenv: isDotenvPath,
  ini: (path: string): boolean => isIniPath(path) || isHomePath(path),
  javascript: (path: string): boolean => /\.[cm]?[jt]sx?$/u.test(path),
  json: (path: string): boolean => isJsonPath(path) || isMaybeJsonPath(path),
  notebook: (path: string): boolean => /\.ipynb$/u.test(path.toLowerCase()),
  php: (path: string): boolean => /\.(?:php\d?|phtml|inc)$/u.test(path.toLowerCase()),
  properties: (path: string): boolean => /\.properties$/u.test(path.toLowerCase()),
  python: (path: string): boolean => /\.py[iw]?$/u.test(path),
  shell: (path: string): boolean => /\.(?:(?:ba|z|k|da)?sh|fish)$|(?:^|\/)\.(?:(?:ba|z|k|mk|da|a)?sh_?(?:rc|env|_?history|_?profile|_?login|_?logout|_?aliases)|(?:bash|zsh|sh)_(?:profile|aliases|history|login|logout|functions|exports)|zprofile|zlogin|profile|aliases|exports|functions|history|envrc|xinitrc|xprofile|xsessionrc)$/u.test(path),
  sql: (path: string): boolean => /\.(?:sql|psql|ddl|pgsql|mysql|plsql|tsql|dump)$/u.test(path.toLowerCase()),
  terraform: (path: string): boolean => /\.(?:tf|tfvars)$/u.test(path),
  text: (): boolean => true,
  toml: (path: string): boolean => /\.toml(?:\.(?:template|tmpl|tpl|dist|example|sample|default|bak|old|orig))?$|(?:^|\/)(?:\.cargo\/(?:credentials|config)|pipfile)$/u.test(path.toLowerCase()),
  xml: (path: string): boolean => isXmlPath(path) && !isBeanstalkPath(path),
  yaml: (path: string): boolean => /(?:^|\/)(?:\.kube\/config[\w.-]*|[\w.-]*\.?kubeconfig|\.gemrc|\.condarc)$|\.(?:ya?ml|sls)(?:\.(?:template|tmpl|tpl|dist|example|sample|default|j2|jinja2?|erb|in|bak|old|orig|local))?$/u.test(path.toLowerCase()) || isBeanstalkPath(path),
} as const;

export const isJsonPath = (path: string): boolean =>
  /\.(?:jsonc?|json5|jsonl|ndjson|tfstate|har|webmanifest|code-workspace)$|\.json\.(?:template|tmpl|tpl|dist|example|sample)$|(?:^|\/)\.(?:dockercfg|dockerconfigjson|ftpconfig|sftpconfig|ftppass|arcrc|clasprc|docker\/config)$/u.test(path.toLowerCase());

/** Programs, documents and manifests of which no row of `file-formats` speaks: the rows need not be loaded for them. */
export const isOrdinaryPath = (path: string): boolean => ordinaryEndings.has(getEnding(path)) || isOrdinaryName(path.slice(path.lastIndexOf('/') + 1));

const isOrdinaryName = (name: string): boolean =>
  ordinaryNames.has(name) || (name.startsWith('tsconfig') && /^tsconfig[\w.-]*\.json$/u.test(name)) || (name.startsWith('.env') && /^\.env[\w.-]*$/u.test(name));

const ordinaryNames: ReadonlySet<string> = new Set(['package.json', 'package-lock.json', 'lerna.json', 'nx.json', 'turbo.json']);

/** Not an expression of that many words, which takes longer to compile than ten files do to be read. */
const ordinaryEndings: ReadonlySet<string> = new Set(
  (
    'js ts jsx tsx cjs cts cjsx ctsx mjs mts mjsx mtsx py pyi pyw rb go java kt kts cs rs c cc cpp h hh hpp m mm swift scala dart css sass scss less htm html vue svelte svg md mdx rst adoc tf ' +
    'graphql proto snap map png jpg jpeg gif ico webp pdf woff woff2 ttf eot otf jar class'
  ).split(' '),
);

/** The format of most files, by their ending alone: the others' expressions need not be tried, nor compiled, for them. */
export function getCommonFormat(path: string): keyof typeof formats | undefined {
  const name = path.lastIndexOf('/') + 1;
  // names that say more than their ending
  if (path.charCodeAt(name) === dot || path.startsWith('Dockerfile', name) || path.startsWith('Containerfile', name)) return undefined;
  const end = path.lastIndexOf('.');
  return end < name ? (plainNames.has(path.slice(name)) ? 'text' : undefined) : commonFormats.get(path.slice(end + 1));
}

/** Without an ending. */
const plainNames: ReadonlySet<string> = new Set('LICENSE LICENCE NOTICE README CHANGELOG CHANGES AUTHORS CONTRIBUTORS CONTRIBUTING COPYING HISTORY PATENTS VERSION TODO CODEOWNERS'.split(' '));

const dot = 46;

export const commonFormats: ReadonlyMap<string, keyof typeof formats> = new Map([
  ...toFormats('javascript', 'ts js mts mjs cts cjs tsx jsx'),
  ...toFormats(
    'text',
    'md mdx rst adoc txt css scss sass less html vue svelte go java kt kts groovy gradle scala rb cs vb fs rs c cc cpp h hh hpp m mm swift dart lua pl pm t ex exs erl hs r jl map snap csv tsv svg ' +
      'graphql proto png jpg jpeg gif ico webp pdf woff woff2 ttf eot otf mp3 mp4 zip gz tgz jar war class so dll exe wasm',
  ),
  ...toFormats('json', 'json'),
  ...toFormats('php', 'php'),
  ...toFormats('properties', 'properties'),
  ...toFormats('python', 'py'),
  ...toFormats('shell', 'sh'),
  ...toFormats('sql', 'sql'),
  ...toFormats('terraform', 'tf'),
  ...toFormats('xml', 'xml'),
  ...toFormats('yaml', 'yaml yml'),
]);

function toFormats(format: keyof typeof formats, endings: string): [string, keyof typeof formats][] {
  return endings.split(' ').map((ending) => [ending, format]);
}

/** CloudFormation's `.template`, and policies without an ending: what is in them decides. */
const isMaybeJsonPath = (path: string): boolean => /(?:^|\/)[\w-]+\.(?:template|cfn)$|(?:^|\/)(?:[\w-]+[_-])?policy$/u.test(path.toLowerCase());

/** Lines of `name = value` with sections or without. */
const isIniPath = (path: string): boolean =>
  /\.(?:ini|cfg|conf|cnf|cf|prefs|desktop|service|socket|timer|mount|container|network|netdev|nmconnection|remmina|rdp|vnc|options)(?:\.(?:template|tmpl|tpl|dist|example|sample|default|in|j2|erb|bak|old|orig|local|prod|dev))?$/u.test(path.toLowerCase()) ||
  /(?:^|\/)(?:[._]?(?:npmrc|yarnrc|pypirc|s3cfg|boto|gitconfig|gitmodules|hgrc|wgetrc|curlrc|lftprc|ncftprc|msmtprc|esmtprc|mbsyncrc|fetchmailrc|getmailrc|offlineimaprc|muttrc|neomuttrc|mailrc|ncmpcpprc|bitlbeerc|mpdconf|rtorrent\.rc)|credentials|\.(?:aws|git|svn)\/config|\.subversion\/servers)$/u.test(path);

/** Markup that holds settings; pages and pictures are none. */
const isXmlPath = (path: string): boolean =>
  /\.(?:xml|config|plist|mobileconfig|pubxml(?:\.user)?|publishsettings|(?:cs|vb|fs|sql)proj(?:\.user)?|props|targets|cscfg|csdef|nuspec|settings|jsp|iml|jnlp|ism|xaml)(?:\.(?:template|tmpl|tpl|dist|example|sample|default|j2|erb|bak|old|orig))?$/u.test(path.toLowerCase());

/** Settings of Elastic Beanstalk, which are YAML. */
const isBeanstalkPath = (path: string): boolean => /(?:^|\/)\.ebextensions\/[^/]+\.config$/u.test(path.toLowerCase());

/** A file in a home directory without an ending: most are lines of settings. */
const isHomePath = (path: string): boolean => /(?:^|\/)\.[\w-]{2,40}$/u.test(path) && !/(?:^|\/)\.(?:\w{0,40}ignore|env|envrc|vimrc|gvimrc|emacs|\w{0,40}(?:eslint|prettier|babel|jshint|stylelint|swc|nyc|mocha|lint\w{0,40}|stylelint)rc|netrc|pgpass|git-credentials|htpasswd|dockercfg|dockerconfigjson|ftpconfig|sftpconfig|ftppass|arcrc|clasprc|gemrc|condarc|terraformrc|tofurc|\w{0,40}sh_?(?:rc|env|history|profile|login|logout|aliases|functions|exports)|profile|zprofile|zlogin|aliases|exports|functions|history|xinitrc|xprofile|xsessionrc)$/u.test(path);
