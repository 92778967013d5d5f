import type { Retention } from '#shared/retention';
import type { Item } from './item.ts';

/** How long the archive of a case is kept: as the item says, else by whether there is a licence. */
export function retentionOf({ retention: said, result }: Pick<Item, 'retention' | 'result'>): Retention {
  return said ?? (result.licenceType ? '30-years' : '10-years');
}
