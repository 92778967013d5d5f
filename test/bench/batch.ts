import { randomUUID } from 'node:crypto';
import type { Cause } from '#shared/cause';
import { openTable } from '#shared/table';
import type { Cloud } from '../../localstack/cloud.ts';
import { builtInId } from '../../services/notifications/domain/edition/built-in.ts';
import { createNotice } from '../../services/notifications/domain/notice/create.ts';
import { noticeStore } from '../../services/notifications/stores/notices.ts';
import { actOnBatch, publishWaterOff, sendBatch } from '../support/batch-sending.ts';
import { expectStatus } from '../support/cases.ts';
import { startHall } from '../support/find-hall.ts';
import type { Hall } from '../support/hall.ts';
import { lookInside, type Inside } from '../support/inside.ts';
import { numberOf, partyOf, reachParties } from './notifications/parties.ts';
import { countLine, shownLine, type Line } from './table.ts';

/** No more than two hundred are on their way at once, so an urgent one meets the same beside these as beside 100,000. */
const rows = 3000;
const mostUrgent = 200;
const everyMs = 1000;
/** As many copies of a function as a lane has hands on AWS. */
const copies = 10;

const city = { set: 'fuzhou' };
/** The promise of batches: whatever one sends, an urgent notice is with a provider ten seconds after it was written; each row is told once. */
export async function batch(): Promise<Line[]> {
  const { hall, cloud } = await startHall(() => {}, { copies });
  const inside = lookInside(cloud);
  try {
    await reachParties(inside, rows + mostUrgent, cloud.clock.now());
    const path = await letGo(hall, cloud);
    const put = await urgentBeside({ hall, cloud, inside }, path);
    await cloud.settle();
    return linesOf(cloud, put);
  } finally {
    inside.stop();
    await cloud.stop();
  }
}

/** A file of rows is sent in, checked, and let go by a second person; gives the path of the batch. */
async function letGo(hall: Hall, cloud: Cloud): Promise<string> {
  const [editor, publisher] = [hall.as('editor'), hall.as('publisher')];
  await publishWaterOff(hall);
  const lines = Array.from({ length: rows }, (_, n) => `${partyOf(n)},五一北路${n}号,2026-08-05,no`);
  const path = await sendBatch(editor, Buffer.from(['party,place,until,car', ...lines].join('\r\n')));
  await cloud.settle();
  await expectStatus(actOnBatch(publisher, path, 'approve'), 200);
  return path;
}

/** An urgent notice each second, from the first message of the batch until it is done; gives when each was written. */
async function urgentBeside(
  { hall, cloud, inside }: { hall: Hall; cloud: Cloud; inside: Inside },
  path: string,
): Promise<Date[]> {
  const publisher = { service: 'notifications', district: 'fuzhou', newId: () => randomUUID() };
  const notices = noticeStore(openTable(inside.documents, inside.table('fuzhou-notifications')), publisher);
  const put: Date[] = [];
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, everyMs));
    const { body } = await expectStatus(hall.as('editor').get(`${path}/progress`, city), 200);
    if (body['status'] === 'done' || put.length === mostUrgent) return put;
    if (cloud.sent().length === 0) continue;
    const now = cloud.clock.now();
    const change = createNotice(urgentTo(partyOf(rows + put.length)), { id: randomUUID(), now });
    if (!change) throw new Error('nothing is told');
    await notices.save(change, causeAt(now));
    put.push(now);
  }
}

const urgentTo = (partyId: string) => ({
  partyId,
  message: 'submitted',
  kind: 'case' as const,
  statutory: false,
  urgent: true,
  template: { key: 'submitted', edition: builtInId },
  values: { number: 'A1B2C3D4', day: '2026-08-03' },
  district: 'gulou',
  channels: ['sms' as const],
});

function causeAt(at: Date): Cause {
  const actor = { sub: 'bench', kind: 'service' as const, partyId: 'none' };
  return { at, actor, office: 'fuzhou/bench', correlationId: randomUUID(), causationId: 'bench' };
}

function linesOf(cloud: Cloud, put: readonly Date[]): Line[] {
  const times = Map.groupBy(cloud.sent(), ({ to }) => to.slice(-11));
  const sentTo = (n: number) => times.get(numberOf(n).slice(-11)) ?? [];
  const waits = put.map((at, n) => {
    const [first] = sentTo(rows + n);
    return first ? (first.at.getTime() - at.getTime()) / 1000 : Number.POSITIVE_INFINITY;
  });
  const told = Array.from({ length: rows }, (_, n) => sentTo(n));
  const all = told.flat().map(({ at }) => at.getTime());
  const took = (Math.max(...all) - Math.min(...all)) / 1000;
  const median = waits.toSorted((a, b) => a - b)[Math.floor(waits.length / 2)] ?? Number.NaN;
  return [
    countLine(`batch: the slowest of ${put.length} urgent notices beside ${rows} rows`, Math.max(...waits), {
      limit: 10,
      unit: ' s',
    }),
    countLine('batch: rows not told once', told.filter((one) => one.length !== 1).length, { limit: 0 }),
    shownLine('batch: half of the urgent within, rows a second', `${median.toFixed(1)} s, ${(rows / took).toFixed(0)}`),
  ];
}
