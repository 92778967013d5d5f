import * as z from 'zod';
import type { Envelope } from '#events/event';
import type { Cause } from '#shared/cause';
import { dueWrites } from '#shared/due';
import { once } from '#shared/once';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import { cursorOf, type Page, type Position } from '#shared/page';
import { parkedKey, parkWrite, readParked, unparkWrite, type Parked } from '#shared/parking';
import type { Scope } from '#shared/access';
import { timelineRow } from '#shared/timeline';
import { ifAbsent, ifVersion, type Key, type Table, type Write } from '#shared/table';
import { licenceLook, type LicenceChange } from '../domain/licence/act.ts';
import { asBasis } from '../domain/licence/as-basis.ts';
import type { Licence } from '../domain/licence/licence.ts';
import { heldWrites } from './held-rows.ts';
import { holderKey, licenceIn, licenceKey, licenceRow } from './licence-rows.ts';

/** Each public id of a licence leads to it. */
const numberKey = (number: string): Key => ({ pk: `LICENCE-NUMBER#${number}`, sk: 'REC' });
// A licence has the id of the case that gave it, and that one is awaited too.
const awaitedOf = (id: string) => `licence-${id}`;
const pointer = once(() => z.object({ licenceId: z.uuid() }));

/** The licences that decisions of all sets have given. */
export function licenceStore(table: Table, publisher: Publisher) {
  const load = async (id: string): Promise<Licence | undefined> => {
    const row = await table.get(licenceKey(id));
    return row && licenceIn(row);
  };
  return {
    load,

    /** A licence of the caller's own. */
    async get({ parties }: Scope, id: string): Promise<Licence | undefined> {
      const found = await load(id);
      return found && parties.includes(found.partyId) ? found : undefined;
    },

    /** The licence that has, or had, a public id. */
    async byNumber(number: string): Promise<Licence | undefined> {
      const row = await table.get(numberKey(number));
      return row && load(pointer().parse(row).licenceId);
    },

    /** A licence, and what was heard of it before it was given. */
    async heard(id: string): Promise<{ known: Licence | undefined; parked: Parked }> {
      const [row, parked] = await table.getAll([licenceKey(id), parkedKey(awaitedOf(id))]);
      return { known: row && licenceIn(row), parked: readParked(awaitedOf(id), parked) };
    },

    /** The licences of a holder, the newest first. */
    async list(
      partyId: string,
      { limit, after }: { limit: number; after: Position | undefined },
    ): Promise<Page<Licence>> {
      const partition = holderKey(partyId);
      const start = after && { after: { pk: after[1], sk: 'REC', pk1: partition, sk1: after[0] } };
      const { rows, last } = await table.query({ index: 'index1', partition, newestFirst: true, limit, ...start });
      const nextCursor = last ? cursorOf([String(last['sk1']), String(last['pk'])]) : null;
      return { items: rows.map(licenceIn), nextCursor };
    },

    /** Record, timeline entry, where it is due, its public ids, facts and mark in one transaction; `parked` with the grant itself. */
    async save(change: LicenceChange, cause: Cause, parked?: Parked): Promise<void> {
      await table.transact([
        ...markWrites(cause),
        ...changeWrites(change, cause),
        ...(parked ? [unparkWrite(parked)] : []),
        ...outboxWrites(publisher, change.licence, { facts: change.facts, cause }),
      ]);
    },

    /** A decision about a licence that has not been heard of. */
    async park(id: string, { parked, event }: { parked: Parked; event: Envelope }, cause: Cause): Promise<void> {
      const stillUnknown = { check: licenceKey(id), when: ifAbsent };
      await table.transact([...markWrites(cause), parkWrite(parked, event, cause), stillUnknown]);
    },
  };
}

function changeWrites(change: LicenceChange, cause: Cause): Write[] {
  const { before, licence: is, act } = change;
  const { pk } = licenceKey(is.id);
  const { recorded, entryRow } = timelineRow(is, { pk, act, version: is.version }, cause);
  return [
    { put: licenceRow(recorded), when: before ? ifVersion(before.version) : ifAbsent },
    { put: entryRow, when: ifAbsent },
    ...numberWrites(change),
    ...heldWrites(before && asBasis(before), asBasis(is)),
    ...dueWrites(pk, { was: before && licenceLook(before), is: licenceLook(is) }, cause.at),
  ];
}

function numberWrites({ before, licence: { id, steps } }: LicenceChange): Write[] {
  const known = before?.steps.length ?? 0;
  return steps.slice(known).flatMap(({ edition }): Write[] => {
    return edition ? [{ put: { ...numberKey(edition.number), schema: 1, licenceId: id }, when: ifAbsent }] : [];
  });
}
