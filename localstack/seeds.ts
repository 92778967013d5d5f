import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cloud } from './cloud.ts';
import { places } from './issuer/accounts.ts';

const catalogue = join(import.meta.dirname, '../services/intake/seed/catalogue.json');

/**
 * Loads the catalogue into every set that has demo accounts, as a publisher does: through the product's own API.
 * Rejects with the set and its answer when one refuses.
 */
export async function loadSeeds(cloud: Pick<Cloud, 'base' | 'sets' | 'token'>): Promise<string[]> {
  const body = await readFile(catalogue, 'utf8');
  const loaded = places.filter(({ district }) => cloud.sets.includes(district));
  await Promise.all(
    loaded.map(async ({ district, suffix }) => {
      const response = await fetch(`${cloud.base(district)}/intake/catalogue`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await cloud.token(`publisher${suffix}`)}`,
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
        },
        body,
      });
      if (!response.ok) {
        throw new Error(
          `${district} refused the catalogue: ${response.status} ${(await response.text()).slice(0, 500)}`,
        );
      }
    }),
  );
  return loaded.map(({ district }) => district);
}
