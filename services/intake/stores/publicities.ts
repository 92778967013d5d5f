import type { CalendarYear } from '#shared/calendar';
import type { Cause } from '#shared/cause';
import { markWrites, type Publisher } from '#shared/outbox';
import type { Page } from '#shared/page';
import type { Key, Row, Table } from '#shared/table';
import type { PublicityChange } from '../domain/publicity/act.ts';
import { publicity, publicityLook, type Publicity } from '../domain/publicity/publicity.ts';
import type { PublicityState } from '../domain/publicity/state.ts';
import { raise } from '../domain/supervision/finding.ts';
import { placeWrites, type Looked, type Place } from './due.ts';
import { followingKey, followWrites, type Followed } from './follow-rows.ts';
import { pageBy, type PageOf } from './lists.ts';

const kind = 'PUBLICITY';
const keyOf = (caseId: string): Key => followingKey(kind, caseId);
const publicList = 'PUBLICITIES';
const departmentList = (department: string, state: PublicityState) => `PUBLICITIES#${department}#${state}`;
const read = (row: Row): Publicity => publicity().parse(row);

type Calendar = readonly CalendarYear[];

/** What is published of granted licences: `PUBLICITY#<case id>` with REC, T#<version>, DUE. */
export function publicityStore(table: Table, publisher: Publisher) {
  return {
    async get(caseId: string): Promise<Publicity | undefined> {
      const row = await table.get(keyOf(caseId));
      return row && read(row);
    },

    /** What everybody may read, the newest first. */
    published: (page: PageOf): Promise<Page<Publicity>> =>
      pageBy(table, { index: 'index2', partition: publicList, newestFirst: true }, { ...page, as: read }),

    /** The entries of a department in a state, the oldest decision first. */
    list: ({ department, state }: { department: string; state: PublicityState }, page: PageOf) =>
      pageBy(table, { index: 'index1', partition: departmentList(department, state) }, { ...page, as: read }),

    async save(change: PublicityChange, calendar: Calendar, cause: Cause): Promise<void> {
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

function followed(change: PublicityChange, now: { at: Date; calendar: Calendar }): Followed<Publicity> {
  const { before, publicity: record, act, reason, facts, late } = change;
  const finding = raise({ ...record, id: record.caseId }, { rule: 'publicity-overdue' }, now);
  return {
    record,
    was: before?.version,
    act,
    reason,
    places: placesOf(record),
    due: { was: undefined, is: publicityLook(record, now.calendar), always: true },
    facts,
    raised: late ? [finding] : [],
  };
}

/** What is withdrawn has left the public list in the moment in which that is stored. */
function placesOf({ department, state, decidedAt, publishedAt, caseId }: Publicity) {
  const shown = publishedAt && (state === 'published' || state === 'objected');
  return {
    pk1: departmentList(department, state),
    sk1: `${decidedAt.toISOString()}#${caseId}`,
    ...(shown && { pk2: publicList, sk2: `${publishedAt.toISOString()}#${caseId}` }),
  };
}
