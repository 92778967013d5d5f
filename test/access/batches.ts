import { createHash } from 'node:crypto';
import {
  approve,
  checked,
  confirm,
  createBatch,
  pause,
  type BatchChange,
} from '../../services/notifications/domain/batch/act.ts';
import type { Batch } from '../../services/notifications/domain/batch/batch.ts';
import { builtInId } from '../../services/notifications/domain/edition/built-in.ts';
import type { NotificationsDeps } from '../../services/notifications/deps.ts';
import { ownCause } from '../../services/notifications/functions/own-cause.ts';

const bytes = Buffer.from('party,day,number\r\n');

/** Where a batch of Gulou stands when a route is asked. */
export type BatchStand = 'awaiting-file' | 'invalid' | 'to-approve' | 'scheduled' | 'paused';

const by = { sub: 'somebody', partyId: 'p_somebody' };

/** What was done with a batch until it stands there, the last first. */
const ways: Record<BatchStand, readonly ((found: Batch, now: Date) => BatchChange | undefined)[]> = {
  'awaiting-file': [],
  invalid: [confirm, (one, now) => checked(one, { rows: 1, count: 1, first: [{ line: 2, code: 'twice' }] }, now)],
  'to-approve': [confirm, sound],
  scheduled: [confirm, sound, (one, now) => approve(one, by, now)],
  paused: [confirm, sound, (one, now) => approve(one, by, now), pause],
};

function sound(found: Batch, now: Date): BatchChange | undefined {
  return checked(found, { rows: 1, count: 0, first: [] }, now);
}

/** A batch of Gulou that stands so, its file where it was declared; gives its id. */
export async function openBatch(deps: NotificationsDeps, stand: BatchStand): Promise<string> {
  const [id, now] = [deps.newId(), deps.now()];
  const about = {
    district: 'gulou',
    title: '通知',
    template: { key: 'submitted', edition: builtInId },
    kind: 'case' as const,
  };
  const file = {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    charset: 'utf-8' as const,
  };
  const made = { ...about, id, channels: ['sms' as const], file, rows: 0, proposedBy: by, proposedAt: now };
  const first = createBatch(made, now);
  await deps.batches.save(first, ownCause(deps));
  await (await deps.batchFiles()).put(`uploads/${id}`, bytes);
  let found = (await deps.batches.load(id)) ?? first.batch;
  for (const act of ways[stand]) {
    const change = act(found, now);
    if (!change) throw new Error('no such step');
    await deps.batches.save(change, ownCause(deps));
    found = (await deps.batches.load(id)) ?? found;
  }
  return id;
}
