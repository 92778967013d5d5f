import type { Collector } from './collector.ts';
import type { CollectorMeans } from './signed-collector.ts';

const offers = [
  { key: 'tax', kind: 'tax-collected' },
  { key: 'social-insurance', kind: 'social-insurance' },
  { key: 'water', kind: 'utility' },
] as const satisfies readonly Pick<Collector, 'key' | 'kind'>[];

/** The collectors of the city; none without an address. The adapter is read when one is first asked. */
export function configuredCollectors(means: CollectorMeans): Collector[] {
  if (means.base === '') return [];
  return offers.map((offer) => {
    const open = async (): Promise<Collector> => (await import('./signed-collector.ts')).signedCollector(offer, means);
    return {
      ...offer,
      find: async (account) => (await open()).find(account),
      confirm: async (debt) => (await open()).confirm(debt),
      book: async (ask) => (await open()).book(ask),
      ask: async (number) => (await open()).ask(number),
      reverse: async (ask) => (await open()).reverse(ask),
      askReversal: async (number) => (await open()).askReversal(number),
    };
  });
}
