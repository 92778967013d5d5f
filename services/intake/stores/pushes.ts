import { allRows } from '#shared/all-rows';
import type { CalendarYear } from '#shared/calendar';
import type { Cause } from '#shared/cause';
import { markWrites, type Publisher } from '#shared/outbox';
import type { Page } from '#shared/page';
import type { Key, Row, Table } from '#shared/table';
import { push, pushLook, type Push, type PushChange } from '../domain/push/push.ts';
import type { PushState } from '../domain/push/state.ts';
import { raise } from '../domain/supervision/finding.ts';
import { placeWrites, type Looked, type Place } from './due.ts';
import { followingKey, followWrites, type Followed } from './follow-rows.ts';
import { pageBy, type PageOf } from './lists.ts';
import { timelineEntry, type TimelineEntry } from './rows.ts';

const kind = 'PUSH';
const keyOf = (caseId: string): Key => followingKey(kind, caseId);
const listKey = (body: string, state: PushState) => `PUSHES#${body}#${state}`;
const decidedKey = (department: string, state: PushState) => `PUSHED#${department}#${state}`;
const read = (row: Row): Push => push().parse(row);

type Calendar = readonly CalendarYear[];

/** Decisions that supervising bodies have been sent: `PUSH#<case id>` with REC, T#<version>, DUE. */
export function pushStore(table: Table, publisher: Publisher) {
  return {
    /** A push to one of the reader's departments; to another's it is not there. */
    async get(departments: readonly string[] | 'any', caseId: string): Promise<Push | undefined> {
      const row = await table.get(keyOf(caseId));
      const found = row && read(row);
      return found && (departments === 'any' || departments.includes(found.supervisingBody)) ? found : undefined;
    },

    /** What a supervising body was sent, the oldest decision first: the late ones come first. */
    list: ({ body, state }: { body: string; state: PushState }, page: PageOf): Promise<Page<Push>> =>
      pageBy(table, { index: 'index1', partition: listKey(body, state) }, { ...page, as: read }),

    /** What a department has decided and others supervise, the oldest decision first. */
    listDecided: ({ department, state }: { department: string; state: PushState }, page: PageOf): Promise<Page<Push>> =>
      pageBy(table, { index: 'index2', partition: decidedKey(department, state) }, { ...page, as: read }),

    /** A push with its timeline, oldest first, whoever asks: he sees the case. */
    async ofCase(caseId: string): Promise<{ push: Push; timeline: TimelineEntry[] } | undefined> {
      const rows = await allRows(table, { partition: keyOf(caseId).pk });
      const record = rows.find(({ sk }) => sk === 'REC');
      const entries = rows.filter(({ sk }) => String(sk).startsWith('T#'));
      return record && { push: read(record), timeline: entries.map((row) => timelineEntry().parse(row)) };
    },

    async save(change: PushChange, calendar: Calendar, cause: Cause): Promise<void> {
      await table.transact([
        ...markWrites(cause),
        ...followWrites(kind, followed(change, { at: cause.at, calendar }), { cause, publisher }),
      ]);
    },

    /** Puts it where the clock must look at it by today's calendar, unless somebody acts on it now. */
    async look({ caseId, version }: Looked, is: Place | undefined, now: Date): Promise<void> {
      await table.transact(placeWrites(keyOf(caseId), version, { is, now }));
    },
  };
}

function followed(change: PushChange, now: { at: Date; calendar: Calendar }): Followed<Push> {
  const { before, push: record, act, reason, facts, late, objects } = change;
  const { caseId: id, supervisingBody: department, decidedAt } = record;
  // The body that owes the receipt answers for it.
  const finding = raise({ ...record, id, department }, { rule: 'receipt-overdue' }, now);
  const objection = raise({ ...record, id }, { rule: 'supervision-objects' }, now);
  const place = `${decidedAt.toISOString()}#${id}`;
  return {
    record,
    was: before?.version,
    act,
    reason,
    places: {
      pk1: listKey(department, record.state),
      sk1: place,
      pk2: decidedKey(record.department, record.state),
      sk2: place,
    },
    due: { was: undefined, is: pushLook(record, now.calendar), always: true },
    facts,
    raised: [...(late ? [finding] : []), ...(objects ? [objection] : [])],
  };
}
