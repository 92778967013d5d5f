import * as z from 'zod';
import type { Envelope } from '#events/event';
import type { Cause } from '#shared/cause';
import { dueWrites } from '#shared/due';
import { once } from '#shared/once';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import { cursorOf, type Page, type Position } from '#shared/page';
import { parkedKey, parkWrite, readParked, unparkWrite, type Parked } from '#shared/parking';
import { plain } from '#shared/plain';
import type { Scope } from '#shared/access';
import { ifAbsent, ifVersion, type Key, type Row, type Table, type Write } from '#shared/table';
import { licenceLook, type LicenceChange } from '../domain/licence/act.ts';
import { licence, type Licence } from '../domain/licence/licence.ts';
import { timelineRow } from './rows.ts';

/** The rows of a licence: `LICENCE#<id>` with REC, DUE and T#<version>; each of its public ids leads to it. */
const licenceKey = (id: string): Key => ({ pk: `LICENCE#${id}`, sk: 'REC' });
const numberKey = (number: string): Key => ({ pk: `LICENCE-NUMBER#${number}`, sk: 'REC' });
const holderKey = (partyId: string) => `LICENCES#${partyId}`;
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
      const { before, licence: is, act, facts } = change;
      const { pk } = licenceKey(is.id);
      const { recorded, entryRow } = timelineRow(is, { pk, act, version: is.version }, cause);
      const due = { was: before && licenceLook(before), is: licenceLook(is) };
      await table.transact([
        ...markWrites(cause),
        { put: recordRow(recorded), when: before ? ifVersion(before.version) : ifAbsent },
        { put: entryRow, when: ifAbsent },
        ...(parked ? [unparkWrite(parked)] : []),
        ...numberWrites(change),
        ...dueWrites(pk, due, cause.at),
        ...outboxWrites(publisher, is, { facts, cause }),
      ]);
    },

    /** A decision about a licence that has not been heard of. */
    async park(id: string, { parked, event }: { parked: Parked; event: Envelope }, cause: Cause): Promise<void> {
      const stillUnknown = { check: licenceKey(id), when: ifAbsent };
      await table.transact([...markWrites(cause), parkWrite(parked, event, cause), stillUnknown]);
    },
  };
}

function recordRow(found: Licence): Key & Row {
  const place = { pk1: holderKey(found.partyId), sk1: `${found.issuedAt.toISOString()}#${found.id}` };
  return { ...licenceKey(found.id), schema: 1, ...plain(found), ...place };
}

function licenceIn({ schema, pk1, sk1, pk, sk, ...row }: Row): Licence {
  return licence().parse(row);
}

function numberWrites({ before, licence: { id, steps } }: LicenceChange): Write[] {
  const known = before?.steps.length ?? 0;
  return steps.slice(known).flatMap(({ edition }): Write[] => {
    return edition ? [{ put: { ...numberKey(edition.number), schema: 1, licenceId: id }, when: ifAbsent }] : [];
  });
}
