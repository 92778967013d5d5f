import { allRows } from '#shared/all-rows';
import type { CalendarYear } from '#shared/calendar';
import type { Cause } from '#shared/cause';
import { markWrites, type Publisher } from '#shared/outbox';
import type { Page } from '#shared/page';
import type { Key, Table } from '#shared/table';
import { address, type Address, type DeliveryChange } from '../domain/delivery/act.ts';
import { delivery, deliveryLook, type Delivery } from '../domain/delivery/delivery.ts';
import type { DeliveryState } from '../domain/delivery/state.ts';
import { applicantDeliveryActs } from '../domain/delivery/graph.ts';
import { raise } from '../domain/supervision/finding.ts';
import { placeWrites, type Looked, type Place } from './due.ts';
import { followingKey, followWrites, type Followed } from './follow-rows.ts';
import { pageBy, type PageOf } from './lists.ts';
import { timelineEntry, type TimelineEntry } from './rows.ts';

const kind = 'DELIVERY';
const keyOf = (caseId: string): Key => followingKey(kind, caseId);
const addressKey = (caseId: string): Key => ({ pk: keyOf(caseId).pk, sk: 'ADDRESS' });
const listKey = (department: string, state: DeliveryState) => `DELIVERIES#${department}#${state}`;

type Calendar = readonly CalendarYear[];

/** Results on their way to applicants: `DELIVERY#<case id>` with REC, ADDRESS, T#<version>, DUE. */
export function deliveryStore(table: Table, publisher: Publisher) {
  return {
    async get(caseId: string): Promise<Delivery | undefined> {
      const row = await table.get(keyOf(caseId));
      return row && delivery().parse(row);
    },

    /** Of at most 100 cases, those that have any. */
    async getAll(caseIds: readonly string[]): Promise<Delivery[]> {
      const rows = await table.getAll(caseIds.map(keyOf));
      return rows.flatMap((row) => (row ? [delivery().parse(row)] : []));
    },

    /** Where post goes, read only for who may see it. */
    async address(caseId: string): Promise<Address | undefined> {
      const row = await table.get(addressKey(caseId));
      return row && address().parse(row['address']);
    },

    async timeline(caseId: string): Promise<TimelineEntry[]> {
      const rows = await allRows(table, { partition: keyOf(caseId).pk, prefix: 'T#' });
      return rows.map((row) => timelineEntry().parse(row));
    },

    /** The results of a department in a state, the oldest decision first. */
    list: (
      { department, state }: { department: string; state: DeliveryState },
      page: PageOf,
    ): Promise<Page<Delivery>> =>
      pageBy(
        table,
        { index: 'index1', partition: listKey(department, state) },
        { ...page, as: (row) => delivery().parse(row) },
      ),

    async save(change: DeliveryChange, calendar: Calendar, cause: Cause): Promise<void> {
      const {
        delivery: { caseId },
        act,
        address: to,
      } = change;
      await table.transact([
        ...markWrites(cause),
        ...followWrites(kind, followed(change, { at: cause.at, calendar }), { cause, publisher }),
        ...(to ? [{ put: { ...addressKey(caseId), schema: 1, address: to } }] : []),
        // Who has it sent nowhere any more has told no address.
        ...(act === 'choose' && !to ? [{ remove: addressKey(caseId) }] : []),
      ]);
    },

    /** Puts it where the clock must look at it by today's calendar, unless somebody acts on it now. */
    async look({ caseId, version }: Looked, is: Place | undefined, now: Date): Promise<void> {
      await table.transact(placeWrites(keyOf(caseId), version, { is, now }));
    },
  };
}

function followed(change: DeliveryChange, now: { at: Date; calendar: Calendar }): Followed<Delivery> {
  const { before, delivery: record, act, reason, facts, late } = change;
  const { calendar } = now;
  const finding = raise({ ...record, id: record.caseId }, { rule: 'delivery-overdue' }, now);
  return {
    record,
    was: before?.version,
    act,
    reason,
    onBehalfOf: applicantDeliveryActs.includes(act) ? record.partyId : undefined,
    places: placesOf(record),
    due: { was: before && deliveryLook(before, calendar), is: deliveryLook(record, calendar), always: true },
    facts,
    raised: late ? [finding] : [],
  };
}

function placesOf({ department, state, decidedAt, caseId }: Delivery) {
  return { pk1: listKey(department, state), sk1: `${decidedAt.toISOString()}#${caseId}` };
}
