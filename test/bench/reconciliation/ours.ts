import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ReconciliationChangedV1 } from '../../../events/payments/reconciliation-changed.v1.ts';
import { openTable } from '../../../shared/table.ts';
import { reconciliationId } from '../../../services/payments/domain/reconciliation/reconciliation.ts';
import { matchStatement } from '../../../services/payments/functions/statement/match-statement.ts';
import { paymentsParts } from '../../../services/payments/parts.ts';
import { readerOf } from '../../../services/payments/statements/readers.ts';
import { days, merchantNumber, place, type Size } from './day.ts';
import { diskBucket } from './disk.ts';

/** Matches the statement of a day so many times, each as another revision, in a process that does nothing else; tells the time and the memory. */
interface Asked {
  endpoint: string;
  table: string;
  folder: string;
  size: Size;
  times: number;
}
const { endpoint, table: name, folder, size, times }: Asked = JSON.parse(process.argv[2] ?? '');
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const table = openTable(new DynamoDBClient({ endpoint, region: 'local-1', credentials }), name);
const publisher = { service: 'payments', district: 'fuzhou', newId: () => randomUUID() };
const now = () => new Date('2026-08-04T03:00:00Z');
const parts = paymentsParts({ table, publisher, now }, { sandbox: false });
const deps = { ...parts, table, publisher, bucket: diskBucket(folder), readerOf, numbersAt: () => [merchantNumber] };
const actor = { sub: 'service:payments', kind: 'service' as const, partyId: 'none' };
const at = { ...place, day: days[size].day };
const id = reconciliationId(at);

let peak = 0;
const watch = () => (peak = Math.max(peak, process.memoryUsage.rss()));
const timer = setInterval(watch, 5);
const taken: number[] = [];
const cpu: number[] = [];
for (let revision = 1; revision <= times; revision += 1) {
  await receive(revision);
  const began = performance.now();
  const used = process.cpuUsage();
  const data = { reconciliationId: id, ...at, state: 'received' as const, revision };
  const envelope = {
    id: randomUUID(),
    source: 'x',
    subject: id,
    time: '',
    sequence: 1,
    district: 'x',
    correlationId: 'c',
  };
  const event = {
    specversion: '1.0' as const,
    datacontenttype: 'application/json' as const,
    causationId: 'c',
    ...envelope,
  };
  await matchStatement(deps)({ ...event, type: ReconciliationChangedV1.type, data }, causeOf());
  taken.push(performance.now() - began);
  const { user, system } = process.cpuUsage(used);
  cpu.push((user + system) / 1000);
}
clearInterval(timer);
watch();
const found = await parts.reconciliations.load(id);
const matched = found?.classes?.MATCHED?.rows ?? 0;
process.stdout.write(JSON.stringify({ taken, cpu, peakMib: peak / 2 ** 20, state: found?.state, matched }));

function causeOf() {
  return { at: now(), actor, office: 'fuzhou/payments', correlationId: 'c', causationId: randomUUID() };
}

async function receive(revision: number): Promise<void> {
  const before = await parts.reconciliations.load(id);
  const sha256 = '0'.repeat(64);
  const file = {
    revision,
    key: `statements/${size}`,
    sha256,
    bytes: 1,
    source: 'upload' as const,
    by: 'x',
    receivedAt: now(),
  };
  const known = before ?? { id, version: 0, ...at, dueAt: now(), earlier: [], badLines: 0, timelineHash: '' };
  const after = { ...known, state: 'received' as const, version: known.version + 1, shardsDone: 0, file };
  await parts.reconciliations.save({ before, after, act: 'receive' }, causeOf());
}
