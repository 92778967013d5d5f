import * as z from 'zod';
import { PrefillKnownV1 } from '#events/materials/prefill-known.v1';
import { fact, type ReceivedOf } from '#events/event';
import { allRows } from '#shared/all-rows';
import type { Cause } from '#shared/cause';
import { once } from '#shared/once';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import { replayWindowDays } from '#shared/replay-window';
import type { Key, Table } from '#shared/table';
import type { SaidBy } from '../domain/sharing/form-ask.ts';
import { accessWrite, type Access } from './accesses.ts';

type Told = ReceivedOf<typeof PrefillKnownV1>['data'];
type Lapse = NonNullable<Told['lapsed']>;

const filledForm = once(() => z.object({ draftId: z.uuid(), form: z.enum(['case', 'bundle']), district: z.string() }));

interface Telling {
  answer: Told;
  /** The set of the form. */
  district: string;
  partyId: string;
  /** What the values rest on. */
  rests: readonly SaidBy[];
  accesses: readonly Access[];
}

const ofEdition = (licenceId: string, edition: number) => `FILLED#${licenceId}#${edition}`;
const ofRecord = (partyId: string, resource: string) => `FILLED#${partyId}#${resource}`;

/** What was told for forms, and upon what it rests: whoever is told must hear when that holds no more. */
export function fillingStore(table: Table, publisher: Publisher) {
  /** A set takes each by itself, in any order: the time is number enough. */
  const telling = (told: Told, district: string, cause: Cause) =>
    outboxWrites(
      publisher,
      { id: told.draftId, version: cause.at.getTime() },
      { facts: [fact(PrefillKnownV1, told, district)], cause },
    );

  return {
    /** The answer, who has read what, and where to find the form again, in one transaction. */
    async tell({ answer, district, partyId, rests, accesses }: Telling, cause: Cause): Promise<void> {
      const { draftId, form } = answer;
      const expiresAt = Math.floor(cause.at.getTime() / 1000) + replayWindowDays * 86_400;
      const places = new Set(
        rests.map((one) =>
          'resource' in one ? ofRecord(partyId, one.resource) : ofEdition(one.licenceId, one.edition),
        ),
      );
      await table.transact([
        ...markWrites(cause),
        ...accesses.map((one) => accessWrite(partyId, one)),
        ...[...places].map((pk) => ({ put: { pk, sk: draftId, schema: 1, draftId, form, district, expiresAt } })),
        ...telling(answer, district, cause),
      ]);
    },

    /**
     * What was told holds no more: the set of each form hears it, a transaction each. There is no mark: a form is told of once,
     * as its row goes with that.
     */
    async lapse(lapsed: Lapse, partyId: string, { mark, ...cause }: Cause): Promise<void> {
      const { licenceId, edition, resource } = lapsed;
      const partition =
        licenceId && edition !== undefined ? ofEdition(licenceId, edition) : ofRecord(partyId, resource ?? '');
      for (const row of await allRows(table, { partition })) {
        const { draftId, form, district } = filledForm().parse(row);
        const key: Key = { pk: partition, sk: draftId };
        await table.transact([{ remove: key }, ...telling({ draftId, form, open: [], lapsed }, district, cause)]);
      }
    },
  };
}
