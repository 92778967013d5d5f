import type { Cause } from '#shared/cause';
import { markWrites } from '#shared/outbox';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Key, type Table, type Write } from '#shared/table';
import { timelineRow } from '#shared/timeline';
import { contact, type Contact } from '../domain/contact/contact.ts';
import { together } from '../domain/contact/ways.ts';

const contactKey = (partyId: string): Key => ({ pk: `CONTACT#${partyId}`, sk: 'REC' });

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
