import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Cloud, CloudOptions } from '../../localstack/cloud.ts';
import { readIssuerState } from '../../localstack/issuer/state.ts';
import { signToken, type TokenOptions } from '../../localstack/issuer/token.ts';
import { localTime } from '../../localstack/running.ts';
import { findDeployed, openDeployed, startHall } from './find-hall.ts';
import type { Hall } from './hall.ts';

/** What may differ from the token that an account would get. */
export type Wish = Partial<Pick<TokenOptions, 'claims' | 'expiresIn' | 'issuer' | 'audience' | 'key'>>;

/** A hall to test, and its issuer's pen: tokens of demo accounts, also with other claims. */
export interface Journey {
  hall: Hall;
  token: (account: string, wish?: Wish) => Promise<string>;
  stop: () => Promise<void>;
}

export interface LocalJourney extends Journey {
  cloud: Cloud;
  stateDirectory: string;
}

type JourneyOptions = Pick<CloudOptions, 'copies' | 'begins'>;

const runningState = join(import.meta.dirname, '../../localstack/.state');

/** Deployed stacks where `BANSHI_URL` names some, else the local cloud that all such journeys share. */
export async function openJourney(): Promise<Journey> {
  const shared = inject('cloudForAll');
  const keys = shared?.keys ?? process.env['BANSHI_KEYS'];
  const found = shared ? await openDeployed(shared.url, shared.keys) : await findDeployed();
  if (!found) throw new Error('no cloud: neither one for all nor BANSHI_URL');
  const now = async () => (keys ? new Date() : localTime(runningState));
  return { ...found, token: await penOf(keys ?? join(runningState, 'issuer.json'), now) };
}

/**
 * A local cloud of one's own: for what needs its faults, its clock or its logs. More than two copies of a function only start more
 * slowly on two processors; who tries races asks for more.
 */
export async function startLocalJourney({ copies = 2, begins }: JourneyOptions = {}): Promise<LocalJourney> {
  const stateDirectory = mkdtempSync(join(tmpdir(), 'banshi-journey-'));
  try {
    const { hall, cloud } = await startHall(() => {}, { stateDirectory, copies, ...(begins && { begins }) });
    const stop = async (): Promise<void> => {
      await cloud.stop();
      rmSync(stateDirectory, { recursive: true });
    };
    const token = await penOf(join(stateDirectory, 'issuer.json'), async () => cloud.clock.now());
    return { hall, cloud, stateDirectory, token, stop };
  } catch (error) {
    rmSync(stateDirectory, { recursive: true });
    throw error;
  }
}

async function penOf(file: string, now: () => Promise<Date>): Promise<Journey['token']> {
  const state = await readIssuerState(file);
  if (!state) throw new Error(`${file} holds no issuer's key`);
  const { issuer, audience, privateJwk: key } = state;
  return async (account, wish = {}) => signToken(account, { issuer, audience, key, now: await now(), ...wish });
}
