import { randomUUID } from 'node:crypto';
import type { Cloud } from './cloud.ts';
import { places } from './issuer/accounts.ts';
import { readSeed } from './seed-files.ts';

const withForm = new Set(['company-registration', 'food-business-licence', 'public-place-hygiene', 'signboard']);

/**
 * Loads the catalogue into every set that has demo accounts, as a publisher does: through the product's own API.
 * Rejects with the set and its answer when one refuses.
 */
export async function loadSeeds(cloud: Pick<Cloud, 'base' | 'sets' | 'token'>): Promise<string[]> {
  const body = JSON.stringify(inOneRequest());
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

/** A catalogue is posted whole, in at most 256 KB: until it may come in parts, most of its items are guides only. */
function inOneRequest() {
  const { departments, items, bundles } = readSeed();
  return {
    departments,
    items: items.map((item) => (withForm.has(item.key) ? item : { ...item, form: undefined })),
    bundles: bundles.filter(({ key }) => key === 'open-a-restaurant'),
  };
}
