import * as z from 'zod';
import { once } from '#shared/once';
import type { Table } from '#shared/table';
import type { About } from '../domain/material/about.ts';
import type { Basis } from '../domain/material/basis.ts';
import { asBasis } from '../domain/licence/as-basis.ts';
import type { Requirement } from '../domain/match/item.ts';
import { heldPartition, heldPrefix } from './held-rows.ts';
import { licenceIn, licenceKey } from './licence-rows.ts';
import { materialIn, recordKey } from './rows.ts';

/** Documents of one line that are looked at: of those that are sure the newest decide, of the others a few are shown. */
const looked = 5;

const pointer = once(() => z.object({ materialId: z.uuid(), licence: z.literal(true).optional() }));

/** What an owner has at hand: what a look costs does not depend on how many documents he has. */
export function heldStore(table: Table) {
  return {
    /** The documents of a line's kind that are about the same thing, or about what nobody has said. */
    async near(
      partyId: string,
      { requirement, about }: Pick<Requirement, 'requirement' | 'about'>,
      wanted: About | undefined,
    ): Promise<Basis[]> {
      const partition = heldPartition(partyId, requirement);
      const ofParty = heldPrefix({ kind: 'party' });
      const prefixes = about === 'party' ? [ofParty] : [wanted ? heldPrefix(wanted) : `${about}:`, ofParty];
      const pages = await Promise.all(
        prefixes.map((prefix) => table.query({ partition, prefix, newestFirst: true, limit: looked })),
      );
      const found = pages.flatMap(({ rows }) => rows.map((row) => pointer().parse(row)));
      const keys = found.map(({ materialId: id, licence }) => (licence ? licenceKey(id) : recordKey(id)));
      const rows = keys.length > 0 ? await table.getAll(keys) : [];
      return rows.flatMap((row, n) => {
        if (!row) return [];
        return [found[n]?.licence ? asBasis(licenceIn(row)) : materialIn(row)];
      });
    },
  };
}
