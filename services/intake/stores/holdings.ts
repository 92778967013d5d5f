import { allRows } from '#shared/all-rows';
import type { Cause } from '#shared/cause';
import { markWrites } from '#shared/outbox';
import { ifAbsent, ifSequence, type Key, type Table, type Write } from '#shared/table';
import { holding, type Holding } from '../domain/holding/holding.ts';
import type { Granted } from '../domain/holding/content.ts';
import { readIssued, issuedKey } from './issued.ts';
import { holderPartition } from './licence-rows.ts';
import { formKey, readForm } from './rows.ts';

type Edition = Pick<Holding, 'licenceId' | 'edition'>;

const keyOf = ({ licenceId, edition }: Edition): Key => ({ pk: `HOLDING#${licenceId}`, sk: `E#${edition}` });
/** What registers a party is looked up without its kind. */
const registers = 'party';
const prefixOf = (type: string) => `HOLDS#${type}#`;

/** Editions of licences that this set gave: each by its id, and beside its holder. Made from facts alone. */
export function holdingStore(table: Table) {
  return {
    async get(edition: Edition): Promise<Holding | undefined> {
      const row = await table.get(keyOf(edition));
      return row && holding().parse(row);
    },

    /** Of each edition once, however often it is named. */
    async getAll(editions: readonly Edition[]): Promise<Holding[]> {
      const keys = new Map(editions.map((one) => [`${one.licenceId}#${one.edition}`, keyOf(one)]));
      const rows = await table.getAll([...keys.values()]);
      return rows.flatMap((row) => (row ? [holding().parse(row)] : []));
    },

    /** Those of a kind (`party`: what registers him) that a party holds by any of its ids: one range for each. */
    async of(partyIds: readonly string[], type: string): Promise<Holding[]> {
      const found = await Promise.all(
        partyIds.map((id) => allRows(table, { partition: holderPartition(id), prefix: prefixOf(type) })),
      );
      return found.flat().map((row) => holding().parse(row));
    },

    /** What is told of an edition takes the place of what was told before. */
    async follow(found: Holding, known: number | undefined, cause: Cause): Promise<void> {
      const row = { schema: 1, ...found };
      const beside = [found.type, ...(found.creates ? [registers] : [])].map((type): Write => {
        const sk = `${prefixOf(type)}${found.licenceId}#${found.edition}`;
        return { put: { pk: holderPartition(found.partyId), sk, ...row } };
      });
      const when = known === undefined ? ifAbsent : ifSequence(known);
      await table.transact([...markWrites(cause), { put: { ...keyOf(found), ...row }, when }, ...beside]);
    },

    /** What the case that gave an edition says, but for the rules of its form. */
    async granted(caseId: string): Promise<Pick<Granted, 'issued' | 'form'>> {
      const [form, issued] = await table.getAll([formKey(caseId), issuedKey(caseId)]);
      return { form: form ? readForm(form).form : {}, issued: issued && readIssued(issued) };
    },
  };
}
