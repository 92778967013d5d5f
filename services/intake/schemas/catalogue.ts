import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { catalogueInput, publishedItem } from '../domain/catalogue/item.ts';

const key = once(() => z.string().min(1).max(64));

export const itemQuery = once(() =>
  z.object({
    ...pageQuery(),
    q: z.string().max(100).optional(),
    audience: z.enum(['1', '2', '3', '4', '5', '6']).optional(),
    department: key().optional(),
  }),
);

export const itemReply = once(() => publishedItem().meta({ id: 'Item' }));
export const itemPage = once(() =>
  pageOf(itemReply().omit({ form: true }).meta({ id: 'ItemSummary' })).meta({ id: 'ItemPage' }),
);

export const catalogue = once(() =>
  catalogueInput().meta({ id: 'Catalogue', description: 'An edition of the catalogue, or the whole of it' }),
);
