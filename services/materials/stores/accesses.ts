import * as z from 'zod';
import type { Cause } from '#shared/cause';
import { once } from '#shared/once';
import { markWrites, type Publisher } from '#shared/outbox';
import { cursorOf, type Page, type Position } from '#shared/page';
import { plain } from '#shared/plain';
import { ifAbsent, type Table, type Write } from '#shared/table';
import type { Copy } from '../domain/copy/copy.ts';
import { copyWrites } from './copy-rows.ts';

/** 用证记录: somebody but the owner has read one of his documents, and why. */
export const access = once(() =>
  z.object({
    id: z.string(),
    at: z.string(),
    /** The office that read, as its post names it; who it was is in the log of the office. */
    office: z.string(),
    actor: z.string(),
    /** By which right: a case that uses it, or what its owner has granted. */
    caseId: z.string().optional(),
    grantId: z.string().optional(),
    /** What was read: a version of a document or an edition of a licence, or what its provider shared. */
    materialId: z.string().optional(),
    version: z.int().optional(),
    resource: z.string().optional(),
    type: z.string(),
    reason: z.string(),
  }),
);
export type Access = z.infer<ReturnType<typeof access>>;

const partitionOf = (partyId: string) => `ACCESS#${partyId}`;

/** For the transaction of an act by which somebody reads. */
export function accessWrite(partyId: string, found: Access): Write {
  const row = { pk: partitionOf(partyId), sk: `${found.at}#${found.id}`, schema: 1, ...plain(found) };
  return { put: row, when: ifAbsent };
}

/** Who read whose documents. */
export function accessStore(table: Table, publisher: Publisher) {
  return {
    /** Written in the act that lets somebody read, before he can; with it goes the copy that is to be made for him. */
    async record(
      partyId: string,
      { copy, ...found }: Access & { copy?: Copy | undefined },
      cause: Cause,
    ): Promise<void> {
      const copying = copy ? copyWrites(publisher, copy, cause) : [];
      await table.transact([...markWrites(cause), accessWrite(partyId, found), ...copying]);
    },

    /** What an owner's documents were read for, newest first. */
    async list(
      partyId: string,
      { limit, after }: { limit: number; after: Position | undefined },
    ): Promise<Page<Access>> {
      const partition = partitionOf(partyId);
      const start = after && { after: { pk: partition, sk: `${after[0]}#${after[1]}` } };
      const { rows, last } = await table.query({ partition, newestFirst: true, limit, ...start });
      const items = rows.map((row) => access().parse(row));
      const end = items.at(-1);
      return { items, nextCursor: last && end ? cursorOf([end.at, end.id]) : null };
    },
  };
}
