import { join } from 'node:path';
import { buildTemplates } from '../../localstack/build.ts';
import { startCloud, type Cloud, type CloudOptions } from '../../localstack/cloud.ts';
import { findRunning as findRunningCloud } from '../../localstack/running.ts';
import { loadSeeds } from '../../localstack/seeds.ts';
import { tokenFor } from '../../localstack/token.ts';
import { openHall, type Hall } from './hall.ts';
import { localAt, localOf, type Local } from './local.ts';

const stateDirectory = join(import.meta.dirname, '../../localstack/.state');

/** A hall to talk to, and the local cloud behind it where this call started one. */
export interface Found {
  hall: Hall;
  cloud?: Cloud;
  /** What can be done with it where it is local, whoever runs it. */
  local?: Local;
  where: string;
  stop: () => Promise<void>;
}

/** Deployed stacks named by `BANSHI_URL`; undefined where the variable is not set. */
export async function findDeployed(): Promise<Found | undefined> {
  const url = process.env['BANSHI_URL'];
  return url ? openDeployed(url, process.env['BANSHI_KEYS']) : undefined;
}

/** Stacks at the address of their city, with the keys of their issuer or else those of the running local cloud. */
export async function openDeployed(url: string, keys?: string): Promise<Found> {
  const { tokenOf } = tokens(keys ? ['--keys', keys] : []);
  return { hall: await openHall(url, tokenOf), where: url, stop: async () => {} };
}

/** The local cloud that `npm start` runs on this machine; undefined where none answers. */
export async function findRunning(): Promise<Found | undefined> {
  const running = await findRunningCloud(stateDirectory);
  if (!running) return undefined;
  const base = `http://localhost:${running.port}/fuzhou/v1`;
  const { tokenOf, forget } = tokens([]);
  const local = localAt(running, stateDirectory);
  // Time that passes there ends tokens.
  const pass = async (duration: string) => local.pass(duration).finally(forget);
  return { hall: await openHall(base, tokenOf), local: { ...local, pass }, where: base, stop: async () => {} };
}

/**
 * A local cloud of one's own, with the demonstration catalogue, on a free port; the caller stops it. Where `BANSHI_SEEDED` names a
 * database that has the catalogue already, as in `npm test`, the cloud begins with that.
 */
export async function startHall(
  say: (line: string) => void = () => {},
  options: Pick<CloudOptions, 'stateDirectory' | 'parameters' | 'copies' | 'begins'> = {},
): Promise<Found & { cloud: Cloud }> {
  const database = process.env['BANSHI_SEEDED'];
  const templates = await buildTemplates(say);
  // Time alone fails no test: where the machine is slow, so are the functions.
  const cloud = await startCloud({ port: 0, templates, database, patience: 3, ...options });
  try {
    if (!database) await loadSeeds(cloud);
    await cloud.settle();
    const hall = await openHall(cloud.base('fuzhou'), cloud.token);
    return { hall, cloud, local: localOf(cloud), where: hall.city, stop: () => cloud.stop() };
  } catch (error) {
    await cloud.stop();
    throw error;
  }
}

/** Signs a token for each account once in ten minutes. */
function tokens(args: string[]) {
  const held = new Map<string, { token: string; until: number }>();
  const tokenOf = async (account: string): Promise<string> => {
    const known = held.get(account);
    if (known && known.until > Date.now()) return known.token;
    const answer = await tokenFor([account, ...args], stateDirectory);
    if ('problem' in answer) throw new Error(answer.problem);
    held.set(account, { token: answer.token, until: Date.now() + 600_000 });
    return answer.token;
  };
  return { tokenOf, forget: () => held.clear() };
}
