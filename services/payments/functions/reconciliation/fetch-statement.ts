import { retried } from '#shared/conflict';
import { ChannelSilent, type Channel } from '../../channels/channel.ts';
import type { Reconciliation } from '../../domain/reconciliation/reconciliation.ts';
import type { PaymentsDeps } from '../../deps.ts';
import { ownCause } from '../own-cause.ts';
import { receiveFile } from './receive-file.ts';

/** An address may have expired, or a file broken off: then another is asked for at once, and after that at the next turn. */
const tries = 2;

/** Asks a channel for a statement and takes in what it gives. False where it gives none. */
export async function fetchStatement(found: Reconciliation, deps: PaymentsDeps): Promise<boolean> {
  const channel = deps.channels.get(found.channel);
  for (let n = 0; n < tries; n += 1) {
    const file = await fetched(found, channel, deps);
    if (file === 'silent') continue;
    if (file) await retried(() => take(found.id, file, deps), deps.pause);
    return file !== undefined;
  }
  return false;
}

interface Fetched {
  from: string;
  sha256: string;
  bytes: number;
}

async function fetched(
  { id, merchant, day }: Reconciliation,
  channel: Channel | undefined,
  deps: PaymentsDeps,
): Promise<Fetched | 'silent' | undefined> {
  try {
    const given = await channel?.statement?.({ merchant, day });
    if (!given || typeof given === 'string') return undefined;
    const from = `uploads/${id}/${deps.newId()}`;
    return { from, ...(await (await deps.statementFiles()).take(from, given.bytes)) };
  } catch (error) {
    if (error instanceof ChannelSilent) return 'silent';
    throw error;
  }
}

async function take(id: string, file: Fetched, deps: PaymentsDeps): Promise<void> {
  const found = await deps.reconciliations.load(id);
  if (!found) throw new Error(`${id} was expected and is not there`);
  const cause = ownCause(deps);
  const received = { ...file, source: 'channel', by: found.channel, receivedAt: cause.at } as const;
  await receiveFile(found, { ...received, causeOf: () => cause }, deps);
}
