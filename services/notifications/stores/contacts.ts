import * as z from 'zod';
import { allRows } from '#shared/all-rows';
import type { Cause } from '#shared/cause';
import { once } from '#shared/once';
import { markWrites } from '#shared/outbox';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Key, type Table, type Write } from '#shared/table';
import { timelineRow } from '#shared/timeline';
import { contact, type Contact } from '../domain/contact/contact.ts';
import { together } from '../domain/contact/ways.ts';

const contactKey = (partyId: string): Key => ({ pk: `CONTACT#${partyId}`, sk: 'REC' });

/** 用证记录: a clerk has seen who somebody is, and keeps what he has signed. */
const deskRecordOf = once(() =>
  z.object({
    at: z.iso.datetime(),
    office: z.string(),
    actor: z.string(),
    hall: z.string().optional(),
    window: z.string().optional(),
    documentSeen: z.string(),
    signatureRef: z.string(),
  }),
);
export type DeskRecord = z.infer<ReturnType<typeof deskRecordOf>>;

/** The record of an act at a desk, to go with what it changes. */
export function deskRecord(
  partyId: string,
  said: Pick<DeskRecord, 'hall' | 'window' | 'documentSeen' | 'signatureRef'>,
  { at, office, actor, causationId }: Cause,
): Write {
  const found: DeskRecord = { ...deskRecordOf().parse({ ...said, at: at.toISOString(), office, actor: actor.sub }) };
  return { put: { pk: contactKey(partyId).pk, sk: `A#${found.at}#${causationId}`, schema: 1, ...plain(found) } };
}

export type ContactStore = ReturnType<typeof contactStore>;

/** How parties are reached. Nothing of it leaves this service but to the provider that sends. */
export function contactStore(table: Table, { group }: { group: (partyId: string) => Promise<string[]> }) {
  const own = async (partyId: string): Promise<Contact | undefined> => {
    const row = await table.get(contactKey(partyId));
    return row && contact().parse(row);
  };
  /** What was said under each id of a party, its own first. */
  const underEach = async (ids: readonly string[]): Promise<Contact[]> => {
    const rows = await table.getAll(ids.map(contactKey));
    return rows.flatMap((row) => (row ? [contact().parse(row)] : []));
  };
  const every = async (partyId: string): Promise<Contact[]> => underEach(await group(partyId));
  const withIds = async (partyId: string): Promise<{ ids: string[]; contact: Contact | undefined }> => {
    const ids = await group(partyId);
    return { ids, contact: together(await underEach(ids)) };
  };
  return {
    own,

    /** What a party has said under the id by which it comes, and the addresses that it has under others. */
    async all(partyId: string): Promise<{ own: Contact | undefined; others: Contact['addresses'] }> {
      const ids = (await group(partyId)).filter((id) => id !== partyId);
      const rows = await table.getAll([partyId, ...ids].map(contactKey));
      const [first, ...rest] = rows.map((row) => row && contact().parse(row));
      return { own: first, others: rest.flatMap((one) => one?.addresses ?? []) };
    },

    /** How a party is reached, by what it has said under any of its ids; its own first. */
    of: async (partyId: string): Promise<Contact | undefined> => (await withIds(partyId)).contact,

    /** The same, with all ids of the party, its own first. */
    withIds,

    every,

    /** What desks have written down of a party, the oldest first. */
    async deskRecords(partyId: string): Promise<DeskRecord[]> {
      const rows = await allRows(table, { partition: contactKey(partyId).pk, prefix: 'A#' });
      return rows.map((row) => deskRecordOf().parse(row));
    },

    /** Keeps a contact of the next version, with the entry of the act and what goes with it. */
    async save({ contact: found, act }: ContactChange, cause: Cause, also: readonly Write[] = []): Promise<void> {
      const key = contactKey(found.partyId);
      const { recorded, entryRow } = timelineRow(found, { pk: key.pk, act, version: found.version }, cause);
      await table.transact([
        ...markWrites(cause),
        {
          put: { ...key, schema: 1, ...plain(recorded) },
          when: found.version === 1 ? ifAbsent : ifVersion(found.version - 1),
        },
        { put: entryRow, when: ifAbsent },
        ...also,
      ]);
    },
  };
}

/** A contact as an act has left it, and the name of the act. */
export interface ContactChange {
  contact: Contact;
  act: string;
}
