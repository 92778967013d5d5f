import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Cloud } from './cloud.ts';
import { places } from './issuer/accounts.ts';
import { readSeedChunks } from './seed-files.ts';

type Seeded = Pick<Cloud, 'base' | 'sets' | 'token'>;
const edition = z.object({ id: z.string() });

/**
 * Loads the catalogue into every set that has demo accounts, through the product's own API: an editor prepares it in parts,
 * a publisher publishes each. Rejects with the set and its answer when one refuses.
 */
export async function loadSeeds(cloud: Seeded): Promise<string[]> {
  const parts = readSeedChunks();
  const loaded = places.filter(({ district }) => cloud.sets.includes(district));
  await Promise.all(
    loaded.map(async ({ district, suffix }) => {
      const as = async (account: string) => {
        const token = await cloud.token(`${account}${suffix}`);
        return (path: string, body: object) => post(`${cloud.base(district)}/intake/catalogue${path}`, body, token);
      };
      const [editor, publisher] = [await as('editor'), await as('publisher')];
      // One after the other: a part needs what stands in those before it.
      for (const part of parts) {
        const { id } = edition.parse(await editor('', part));
        await editor(`/editions/${id}/submit`, {});
        await publisher(`/editions/${id}/publish`, {});
      }
    }),
  );
  return loaded.map(({ district }) => district);
}

async function post(url: string, body: object, token: string): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify(body),
  });
  if (response.ok) return response.json();
  throw new Error(`${url} refused the catalogue: ${response.status} ${(await response.text()).slice(0, 500)}`);
}
