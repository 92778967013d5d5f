import { sha256 } from '#shared/cause';
import type { Key, Row } from '#shared/table';
import { canonical } from '../domain/supervision/canonical.ts';

/** An act as the timeline tells it, and what else than the record it has left. */
interface Told {
  version: number;
  entry: object;
  /** What the last entry of the record gave to carry on; empty where there is none. */
  prevHash: string;
  /** Hashes of rows that the act has left beside the record, by what they are. */
  beside?: Readonly<Record<string, string>> | undefined;
}

/** The two rows that every act writes: the record, and the entry that is chained to the one before and to what the record says. */
export interface Chained {
  record: Key & Row & { timelineHash: string };
  entry: Key & Row;
}

export const entryKey = (pk: string, version: number): Key => ({ pk, sk: `T#${String(version).padStart(6, '0')}` });

/** Chains an act's entry: it carries the hash of the record as the act leaves it, and the record that of the entry. */
export function chained(row: Key & Row, { version, entry, prevHash, beside }: Told): Chained {
  const left = { record: contentsHash(row), ...beside };
  const told = { ...entryKey(row.pk, version), schema: 2, ...entry, left, prevHash };
  return { record: { ...row, timelineHash: rowHash(told) }, entry: told };
}

/** The hash of a row as it is stored, whatever the order of its fields. */
export const rowHash = (row: Row): string => sha256(canonical(row));

/** Of a record, all that it says, its places in lists too, but for the hash of the entry that tells of it. */
export const contentsHash = ({ timelineHash, ...said }: Row): string => rowHash(said);
