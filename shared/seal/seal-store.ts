import * as z from 'zod';
import { Conflict } from '#shared/conflict';
import { once } from '#shared/once';
import { ifAbsent, type Key, type Table } from '#shared/table';

const stored = once(() => z.object({ certificates: z.array(z.instanceof(Uint8Array)).min(1), until: z.coerce.date() }));
export type Certificates = z.infer<ReturnType<typeof stored>>;

const keyOf = (office: string, keyId: string): Key => ({ pk: `SEAL#${office}`, sk: keyId });

/** Certificates that a set gave to its offices; public, and kept: what was sealed by one is checked by it for ever. */
export function sealStore(table: Table) {
  return {
    async get(office: string, keyId: string): Promise<Certificates | undefined> {
      const row = await table.get(keyOf(office, keyId));
      return row && stored().parse(row);
    },

    /** Keeps them unless somebody was first; gives what is kept. */
    async keep(office: string, keyId: string, { certificates, until }: Certificates): Promise<Certificates> {
      const key = keyOf(office, keyId);
      try {
        await table.put({ ...key, schema: 1, certificates, until: until.toISOString() }, ifAbsent);
        return { certificates, until };
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
        return stored().parse(await table.get(key));
      }
    },
  };
}
export type SealStore = ReturnType<typeof sealStore>;
