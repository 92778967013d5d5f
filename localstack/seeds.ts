import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { dayOf } from '#shared/calendar';
import type { Cloud } from './cloud.ts';
import { places } from './issuer/accounts.ts';
import { readChargeList, readSeedChunks } from './seed-files.ts';

type Seeded = Pick<Cloud, 'base' | 'sets' | 'token'>;
const edition = z.object({ id: z.string() });

/**
 * Loads the catalogue into every set that has demo accounts, through the product's own API: an editor prepares it in parts,
 * a publisher publishes it. Rejects with the set and its answer when one refuses.
 */
export async function loadSeeds(cloud: Seeded): Promise<string[]> {
  const [first, ...others] = readSeedChunks();
  const finance = loadFinance(cloud);
  const loaded = places.filter(({ district }) => cloud.sets.includes(district));
  await Promise.all(
    loaded.map(async ({ district, suffix }) => {
      const as = async (account: string) => {
        const token = await cloud.token(`${account}${suffix}`);
        return (path: string, sent: Sent) => send(`${cloud.base(district)}/intake/catalogue${path}`, token, sent);
      };
      const [editor, publisher] = [await as('editor'), await as('publisher')];
      const { id } = edition.parse(await editor('', { body: { ...first, parts: others.length + 1 } }));
      for (const [n, body] of others.entries()) {
        await editor(`/editions/${id}/parts/${n + 2}`, { method: 'PUT', version: n + 1, body });
      }
      await editor(`/editions/${id}/submit`, { body: {} });
      await publisher(`/editions/${id}/publish`, { body: {} });
    }),
  );
  await finance;
  return loaded.map(({ district }) => district);
}

/** What the finance of the city has to give: the charge list, and numbers for the receipts of this year. */
async function loadFinance(cloud: Seeded): Promise<void> {
  const [maker = '', checker = ''] = await Promise.all(['finance.city', 'finance-checker.city'].map(cloud.token));
  const byTwo = async (path: string, body: object): Promise<void> => {
    const url = `${cloud.base('fuzhou')}/payments/${path}`;
    const { id } = edition.parse(await send(url, maker, { body }));
    await send(`${url}/${id}/approve`, checker, { version: 1, body: {} });
  };
  const year = dayOf(new Date()).slice(2, 4);
  await byTwo('charge-list', readChargeList());
  await byTwo('receipt-segments', { code: `350101${year}`, from: 1, to: 100_000 });
}

interface Sent {
  method?: 'POST' | 'PUT';
  version?: number;
  body: object;
}

async function send(url: string, token: string, { method = 'POST', version, body }: Sent): Promise<unknown> {
  const response = await fetch(url, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    },
    body: JSON.stringify(body),
  });
  if (response.ok) return response.json();
  throw new Error(`${url} refused what was to be loaded: ${response.status} ${(await response.text()).slice(0, 500)}`);
}
