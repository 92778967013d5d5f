import type { Cause } from '#shared/cause';
import { markWrites } from '#shared/outbox';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { Row, Write } from '#shared/table';
import type { NotificationsDeps } from '../../deps.ts';
import { readBy } from '../../domain/notice/read.ts';
import { addedUp } from '../../stores/figures.ts';
import { keptSince, readWrites, rowsOfFact, unreadRows } from '../../stores/lines.ts';
import { noticeWrites } from '../../stores/notices.ts';
import { inboxesOf } from './inboxes-of.ts';

type Deps = Pick<NotificationsDeps, 'parties' | 'table' | 'notices' | 'publisher'>;

/** He has opened a line: it is read in each of his inboxes that it stands in, once. */
export const markRead =
  (deps: Deps) =>
  async (call: Call): Promise<HttpResponse> => {
    const { params, cause } = call;
    const id = params['id'] ?? '';
    const partitions = await inboxesOf(call, deps);
    const rows = await rowsOfFact(deps.table, { id, partitions }, keptSince(cause.at));
    if (rows.length === 0) return refuse(problems.notFound);
    const reply = { status: 200, body: { id, status: 'read' } };
    const writes = [...readWrites(rows, cause.at), ...(await noticesRead(rows, { ...cause, reply }, deps))];
    if (writes.length > 0) await deps.table.transact([...markWrites({ ...cause, reply }), ...writes]);
    return reply;
  };

/** Opened in the inbox, a notice is read: it goes no other way, and one that the law wants told is proved. */
async function noticesRead(rows: readonly Row[], cause: Cause, { notices, publisher }: Deps): Promise<Write[]> {
  const ids = [...new Set(rows.flatMap(({ noticeId }) => (typeof noticeId === 'string' ? [noticeId] : [])))];
  const found = await Promise.all(ids.map((id) => notices.load(id)));
  const read = found.flatMap((one) => (one && readBy(one, { channel: 'inbox', at: cause.at })) ?? []);
  return addedUp(read.flatMap((change) => noticeWrites(change, cause, publisher)));
}

// One transaction holds a hundred writes, and a request a few of them.
const [eachTime, times] = [90, 5];

/** He has seen that there is something, and wants no number any more. What he has not opened is not read by law: it goes its ways. */
export const markAllRead =
  (deps: Deps) =>
  async (call: Call): Promise<HttpResponse> => {
    const { cause } = call;
    const partitions = await inboxesOf(call, deps);
    let more = true;
    for (let n = 0; more && n < times; n++) {
      const rows = await unreadRows(deps.table, { partitions, limit: eachTime }, keptSince(cause.at));
      more = rows.length >= eachTime;
      const writes = readWrites(rows.slice(0, eachTime), cause.at);
      if (writes.length > 0) await deps.table.transact(writes);
    }
    return { status: 200, body: { status: 'read', more } };
  };
