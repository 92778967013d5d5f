// Runs one of the project's programs with the pinned Node, after installing the pinned dependencies where needed.
// It is plain JavaScript over Node's own modules: on a fresh clone there is nothing else, and Node may be as old as 20.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lockFile = join(root, 'package-lock.json');
const installed = join(root, 'node_modules/.package-lock.json');
const stamp = join(root, 'node_modules/.installed-from');
const pinnedNode = join(root, 'node_modules/.bin/node');

/** Ends with one line. */
function fail(line) {
  console.error(line);
  process.exit(1);
}

const lockHash = () => createHash('sha256').update(readFileSync(lockFile)).digest('hex');

/** True when node_modules is what package-lock.json asks for; an install that was cut off left no record of itself. */
function isInstalled() {
  if (!existsSync(installed) || !existsSync(pinnedNode)) return false;
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === lockHash();
  return statSync(installed).mtimeMs >= statSync(lockFile).mtimeMs;
}

/** npm as this run was started by it, else the one on the path. */
function npmCommand() {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('.js') ? [process.execPath, cli] : ['npm'];
}

/** npm ci empties node_modules first: through a link that would be another checkout's. */
function refuseLink() {
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    fail('node_modules is a link and not up to date: remove the link, or update what it points to.');
  }
}

async function install() {
  refuseLink();
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  console.error('Installing the pinned dependencies, once (npm ci) …');
  const [command, ...before] = npmCommand();
  const ticker = setInterval(() => console.error(`  still installing, ${seconds()}`), 5000);
  const child = spawn(command, [...before, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: [0, 2, 2],
  });
  const [code, error] = await new Promise((done) => {
    child.on('error', (cause) => done([1, cause]));
    child.on('exit', (exit) => done([exit]));
  });
  clearInterval(ticker);
  if (error) fail(`npm could not be run: ${error.message}`);
  if (code !== 0) fail('npm ci failed; its last lines say why.');
  if (!existsSync(pinnedNode)) fail('npm did not install the pinned Node: run "npm rebuild node" and try again.');
  writeFileSync(stamp, lockHash());
  console.error(`Installed in ${seconds()}.`);
}

function checkMachine() {
  if (Number(process.versions.node.split('.')[0]) < 20) fail(`Node 20 or newer is needed; this is ${process.version}.`);
  if (process.platform === 'win32')
    fail('Windows is not supported; use WSL 2 (Ubuntu) and run the same command there.');
}

function run([script, ...args]) {
  if (!script) fail('usage: node localstack/run.mjs <file.ts> [arguments]');
  const child = spawn(pinnedNode, [resolve(root, script), ...args], { stdio: 'inherit', cwd: root });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`the pinned Node could not be run: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code));
}

checkMachine();
if (!isInstalled()) await install();
// A copy of node_modules from another machine has everything but a Node that runs here.
if (spawnSync(pinnedNode, ['--version']).status !== 0) {
  fail(`the pinned Node does not run on this machine (${process.platform}-${process.arch}); run "npm ci".`);
}
run(process.argv.slice(2));
