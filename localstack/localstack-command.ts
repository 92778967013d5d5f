import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { lastingIssuerState, type IssuerState } from './issuer/state.ts';
import { signToken } from './issuer/token.ts';
import { messageOf } from './json.ts';
import { basesOf, deployment, endpoint, environmentFor, region } from './localstack-stacks.ts';
import { loadSeeds } from './seeds.ts';

const root = dirname(import.meta.dirname);
const stateDirectory = join(import.meta.dirname, '.state');
const keysFile = join(stateDirectory, 'localstack-issuer.json');
const outputsFile = join(stateDirectory, 'localstack-outputs.json');
const sets = ['fuzhou', 'gulou', 'jinan'];
const compose = ['compose', '-f', 'localstack/compose.yaml'];

const answers = (...args: string[]): boolean => spawnSync('docker', args, { stdio: 'ignore' }).status === 0;

function checkDocker(): void {
  if (answers('compose', 'version') && answers('info')) return;
  throw new Error('npm run localstack needs Docker with its compose plugin, running; npm start needs neither');
}

/** Runs a program to its end and shows what it prints. Throws when it fails. */
function run(command: string, args: string[], env: NodeJS.ProcessEnv = process.env): void {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env });
  if (error || status !== 0) throw new Error(`${command} ${args.slice(0, 3).join(' ')} … failed; see above`);
}

const cdk = (...args: string[]): void =>
  run(process.execPath, ['node_modules/aws-cdk/bin/cdk', ...args], environmentFor(process.env));

/** Twice, because the addresses of the gateways, which the directory and the codes on licences name, are known only after the first time. */
async function deployAll(issuer: IssuerState): Promise<Record<string, string>> {
  const first = deployment(sets, issuer, {});
  cdk('bootstrap', `aws://000000000000/${region}`, ...first.slice(0, 6));
  cdk('deploy', '--all', '--require-approval', 'never', '--outputs-file', outputsFile, ...first);
  const bases = basesOf(JSON.parse(await readFile(outputsFile, 'utf8')));
  const told = sets.flatMap((set) => [`${set}-intake`, `${set}-gateway`]);
  cdk('deploy', ...told, '--exclusively', '--require-approval', 'never', ...deployment(sets, issuer, bases));
  return bases;
}

async function localstack(): Promise<void> {
  checkDocker();
  run('docker', [...compose, 'up', '--detach', '--wait']);
  run(process.execPath, ['infra/bundle.ts']);
  const issuer = await lastingIssuerState(keysFile, { otherwise: `${endpoint}/issuer` });
  const bases = await deployAll(issuer);
  console.log(`\nDeployed to LocalStack:\n${Object.entries(bases).flat().join('\n')}`);
  const { audience, privateJwk: key } = issuer;
  await loadSeeds({
    sets,
    base: (set) => bases[set] ?? '',
    token: (account) => signToken(account, { issuer: issuer.issuer, audience, key, now: new Date() }),
  });
  console.log(`Try:\nBANSHI_URL=${bases['fuzhou']} BANSHI_KEYS=${keysFile} npm run demo`);
}

if (import.meta.main) {
  try {
    await localstack();
  } catch (error) {
    console.error(messageOf(error));
    process.exitCode = 1;
  }
}
