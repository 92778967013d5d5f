import { messageOf } from '../../localstack/json.ts';
import type { Page, Publisher, Replayed } from './publishers.ts';
import type { Wish } from './wish.ts';

export interface WalkMeans {
  publishers: readonly Publisher[];
  replay: (publisher: Publisher, page: Page) => Promise<Replayed>;
  say: (line: string) => void;
}

const shards = Array.from('0123456789abcdef');

/** Those of the publishers that are meant; throws with one line when there is none. */
export function chosen(publishers: readonly Publisher[], { set, service }: Wish): Publisher[] {
  const found = publishers.filter((one) => (set ?? one.set) === one.set && (service ?? one.service) === one.service);
  if (found.length > 0) return found;
  const known = publishers.map((one) => `${one.service} of ${one.set}`).join(', ');
  throw new Error(known ? `no such publisher; there is: ${known}` : 'no publisher is deployed here');
}

/** Sends all days again, the oldest first, a line for each. Gives how many facts were sent; rejects with where it stopped. */
export async function walk({ days, consumer }: Wish, { publishers, replay, say }: WalkMeans): Promise<number> {
  let total = 0;
  for (const date of days) {
    for (const publisher of publishers) {
      const name = `${publisher.service} of ${publisher.set}`;
      const sent = await walkDay({ date, consumer }, (page) => replay(publisher, page)).catch((cause: unknown) => {
        throw new Error(`${date}, ${name}: ${messageOf(cause)} (to go on: --from ${date})`, { cause });
      });
      total += sent;
      say(`${date}  ${name}: ${sent} sent again`);
    }
  }
  return total;
}

/** Shard after shard: the same function publishes what happens now, which shall not wait behind the past. */
async function walkDay(day: Omit<Page, 'shard'>, replay: (page: Page) => Promise<Replayed>): Promise<number> {
  let total = 0;
  for (const shard of shards) total += await walkShard({ ...day, shard }, replay);
  return total;
}

/** Page by page to the end of a shard. */
async function walkShard(first: Page, replay: (page: Page) => Promise<Replayed>): Promise<number> {
  let total = 0;
  for (let page = first; ;) {
    const { sent, after } = await replay(page);
    total += sent;
    if (after === null) return total;
    if (after === page.after) throw new Error('the publisher does not get on');
    page = { ...first, after };
  }
}
