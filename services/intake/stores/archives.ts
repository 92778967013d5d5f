import type { Cause } from '#shared/cause';
import { markWrites, type Publisher } from '#shared/outbox';
import type { Key, Row, Table } from '#shared/table';
import { archive, archiveLook, type Archive, type ArchiveChange } from '../domain/archive/archive.ts';
import { placeWrites, type Looked, type Place } from './due.ts';
import { followingKey, followWrites } from './follow-rows.ts';
import { recordKey } from './rows.ts';

const kind = 'ARCHIVE';
const keyOf = (caseId: string): Key => followingKey(kind, caseId);

/** Everything that is kept of a case, by the partition in which it stands. */
export interface Kept {
  case: Row[];
  delivery: Row[];
  publicity: Row[];
  push: Row[];
  fees: Row[];
  commitment: Row[];
  findings: Row[];
  materials: Row[];
}

/** Archive packages: `ARCHIVE#<case id>` with REC, T#<version>, DUE. */
export function archiveStore(table: Table, publisher: Publisher) {
  return {
    async get(caseId: string): Promise<Archive | undefined> {
      const row = await table.get(keyOf(caseId));
      return row && archive().parse(row);
    },

    async save({ before, archive: record, act, facts }: ArchiveChange, cause: Cause): Promise<void> {
      const due = { was: undefined, is: archiveLook(record, cause.at), always: true };
      await table.transact([
        ...markWrites(cause),
        ...followWrites(kind, { record, was: before?.version, act, places: {}, due, facts }, { cause, publisher }),
      ]);
    },

    async look({ caseId, version }: Looked, is: Place | undefined, now: Date): Promise<void> {
      await table.transact(placeWrites(keyOf(caseId), version, { is, now }));
    },

    /** Every row of a closed case and of what followed from it, in the order of their keys. */
    async kept(caseId: string): Promise<Kept> {
      const of = (one: string) => allOf(`${one}#${caseId}`);
      const [ofCase, delivery, publicity, push] = await Promise.all([
        allOf(recordKey(caseId).pk),
        ...['DELIVERY', 'PUBLICITY', 'PUSH'].map(of),
      ]);
      const [materials, fees, commitment] = await Promise.all(['MATERIALS', 'FEES', 'COMMITMENT'].map(of));
      const raised = (ofCase ?? []).flatMap(({ sk }) => (String(sk).startsWith('FINDING#') ? [allOf(String(sk))] : []));
      const findings = (await Promise.all(raised)).flat();
      return {
        case: ofCase ?? [],
        delivery: delivery ?? [],
        publicity: publicity ?? [],
        push: push ?? [],
        materials: materials ?? [],
        fees: fees ?? [],
        commitment: commitment ?? [],
        findings,
      };
    },
  };

  async function allOf(partition: string): Promise<Row[]> {
    const found: Row[] = [];
    let after: Row | undefined;
    do {
      const page = await table.query({ partition, ...(after && { after }) });
      found.push(...page.rows);
      after = page.last;
    } while (after);
    return found;
  }
}
