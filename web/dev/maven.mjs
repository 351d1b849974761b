// What Maven runs: `build` installs and builds when something changed, `test` checks and tests. Plain node, so that it is the same on every system.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const built = join(web, 'target', 'classes', 'META-INF', 'resources', 'index.html');
const installed = join(web, 'node_modules', '.package-lock.json');
const tested = join(web, 'target', 'web-tested');
const settings = ['package.json', 'package-lock.json', 'vite.config.ts', 'tsconfig.json', '.oxlintrc.json', 'index.html'].map((name) => join(web, name));

function newest(path) {
  if (!existsSync(path)) {
    return 0;
  }
  const found = statSync(path);
  return found.isDirectory() ? Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name)))) : found.mtimeMs;
}

function upToDate(made, ...sources) {
  return existsSync(made) && Math.max(...sources.map(newest)) < statSync(made).mtimeMs;
}

function npm(...words) {
  // npm is a script with another name on Windows; nothing in the arguments comes from outside
  const { status, error } = spawnSync('npm', words, { cwd: web, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error(error ? `npm could not be started (${error.message}). Node 20.19 or newer with npm is needed on the PATH.` : `npm ${words.join(' ')} failed.`);
    process.exit(1);
  }
}

function install() {
  if (!upToDate(installed, join(web, 'package-lock.json'))) {
    npm('ci', '--no-audit', '--no-fund', '--loglevel=error');
  }
}

const sources = [join(web, 'src'), join(web, 'public'), ...settings];
const [task, ...flags] = process.argv.slice(2);

if (task === 'build') {
  install();
  if (!upToDate(built, ...sources)) {
    npm('run', '--silent', 'build');
  }
} else if (task === 'test') {
  // as Maven does it: a property without a value counts as true, one that is not set arrives as its own name
  const skipped = flags.map((flag) => flag.split('=')[1]).some((value) => value === '' || value === 'true');
  if (!skipped) {
    install();
    if (upToDate(tested, ...sources)) {
      console.log('web: tests passed since the last change');
    } else {
      rmSync(tested, { force: true });
      npm('run', '--silent', 'check');
      npm('run', '--silent', 'test');
      writeFileSync(tested, '');
    }
  }
} else {
  console.error('usage: node dev/maven.mjs build|test');
  process.exit(2);
}
