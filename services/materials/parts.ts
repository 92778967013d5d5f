import { replayFrom } from '#shared/mark';
import type { Publisher } from '#shared/outbox';
import type { Table } from '#shared/table';
import { accessStore } from './stores/accesses.ts';
import { licenceStore } from './stores/licences.ts';
import { paperStore } from './stores/licence-papers.ts';
import { lentStore } from './stores/lent.ts';
import { materialStore } from './stores/materials.ts';
import { partyStore } from '#shared/merged-parties';
import { useStore } from './stores/uses.ts';

/** What the functions of materials work with over a table, whichever it is. */
export function materialsParts({ table, publisher }: { table: Table; publisher: Publisher }) {
  return {
    replay: replayFrom(table),
    materials: materialStore(table, publisher),
    licences: licenceStore(table, publisher),
    licencePapers: paperStore(table),
    parties: partyStore(table),
    uses: useStore(table, publisher),
    accesses: accessStore(table, publisher),
    // What few routes use is loaded with the first of them.
    itemCopies: async () => (await import('./stores/item-copies.ts')).itemCopyStore(table),
    authorities: async () => (await import('./stores/authorities.ts')).authorityStore(table),
    grants: async () => (await import('./stores/grants.ts')).grantStore(table, publisher),
    calendars: async () => (await import('#shared/calendar-copies')).calendarStore(table),
    sharedRecords: async () => (await import('./stores/shared-records.ts')).sharedRecordStore(table),
    disputes: async () => (await import('./stores/disputes.ts')).disputeStore(table, publisher),
    copies: async () => (await import('./stores/copies.ts')).copyStore(table),
    lent: lentStore(table),
    fillings: async () => (await import('./stores/form-fillings.ts')).fillingStore(table, publisher),
    licenceSays: async () => (await import('./stores/licence-says.ts')).saysStore(table),
    held: async () => (await import('./stores/held.ts')).heldStore(table),
  };
}
