import { duePartition, shardOf, standAt as standOn } from '#shared/due-place';
import { ifAbsent, ifVersion, type Key, type Row, type Write } from '#shared/table';
import { isOpen } from '../domain/case/ahead.ts';
import type { Application } from '../domain/case/application.ts';
import { recordKey } from './rows.ts';

/** Where the clock must look at something next, as a row of its own: moving it never bumps the version of what it is about. */
export interface Due {
  was: Place | undefined;
  is: Place | undefined;
  /** True where a row may stand at another time than `was` says: then it is written or removed whatever `was`. */
  always?: boolean;
}

/** When something is due; a case for which nothing is has a row all the same, as has one whose end a calendar may move. */
export interface Place {
  at?: Date | undefined;
  dueAt?: Date | undefined;
}

/** A record that the clock has looked at; without a version it was not there. */
export interface Looked {
  caseId: string;
  version?: number;
}

export const dueKey = ({ pk }: Pick<Key, 'pk'>): Key => ({ pk, sk: 'DUE' });
/** Where rows stand that are due on no day; behind all days. */
export const noDay = 'none';

/** The writes that move a case's row to where it is due next; none where that has not changed. */
export function dueWrites(before: Application | undefined, after: Application, now: Date): Write[] {
  return dueWritesOf(recordKey(after.id), { was: before && placeOf(before), is: placeOf(after) }, now);
}

/** Every open case has a row: whoever looks for all of them finds them here. */
export function placeOf(application: Application): Place | undefined {
  return application.ahead?.at || isOpen(application) ? application.ahead : undefined;
}

/** The same for what follows from a case: any record whose partition is named `<kind>#<case id>`. */
export function dueWritesOf(record: Pick<Key, 'pk'>, { was, is, always }: Due, now: Date): Write[] {
  if (!always && textOf(was) === textOf(is)) return [];
  return is ? [{ put: dueRow(record, is, now) }] : [{ remove: dueKey(record) }];
}

/** Puts a record's row where it is due, or nowhere, unless somebody acts on the record now: he has moved the row himself. */
export function placeWrites(
  record: Key,
  version: number | undefined,
  { is, now }: { is: Place | undefined; now: Date },
): Write[] {
  const when = version === undefined ? ifAbsent : ifVersion(version);
  return [{ check: record, when }, ...dueWritesOf(record, { was: undefined, is, always: true }, now)];
}

const textOf = (place: Place | undefined) => place && JSON.stringify([place.at, place.dueAt]);

export function dueRow(record: Pick<Key, 'pk'>, { at, dueAt }: Place, now: Date): Key & Row {
  const times = { at: at?.toISOString(), dueAt: dueAt?.toISOString() };
  return { ...dueKey(record), schema: 2, ...times, ...standAt(record, at, now) };
}

function standAt({ pk }: Pick<Key, 'pk'>, at: Date | undefined, now: Date) {
  return at ? standOn(pk, at, now) : { pk3: duePartition(noDay, shardOf(pk)), sk3: pk };
}
