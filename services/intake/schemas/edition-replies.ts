import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf } from '#shared/page';
import { edition, editionActs, editionEntry } from '../domain/catalogue/edition.ts';
import { editionState } from '../domain/catalogue/edition-state.ts';
import { catalogueInput, limit } from '../domain/catalogue/item.ts';

const act = once(() => z.enum(editionActs));
const stands = once(() => ({
  id: z.uuid(),
  status: editionState,
  version: z.int(),
  catalogueVersion: z.int().optional().meta({ description: 'The catalogue in which it was published' }),
  actions: z.array(act()),
}));
export const editionActReply = once(() => z.object(stands()).meta({ id: 'EditionActReply' }));
export const publishedReply = once(() =>
  z
    .object({
      ...stands(),
      items: z.int().meta({ description: 'Items in the catalogue, with those that hold from a later day' }),
      changed: z.int().meta({ description: 'Items that are new or differ' }),
      withdrawn: z.int(),
      bundlesEnded: z.array(z.string()).meta({
        description: 'Bundles that it does not name and that are offered no more, as they cannot do without what ended',
      }),
      bundlesNarrowed: z.array(z.string()).meta({ description: 'Those that go on without a part that has ended' }),
    })
    .meta({ id: 'CataloguePublished' }),
);

const shown = once(() => {
  const { whole, from, items, withdraw } = edition().shape;
  const parts = z.int().meta({ description: 'In how many parts it comes' });
  return z.object({
    ...stands(),
    whole,
    from,
    items,
    withdraw,
    parts,
    base: z.int().optional().meta({ description: 'The catalogue on which it was prepared' }),
    preparedBy: z.array(z.string()),
    createdAt: z.iso.datetime(),
    publishedBy: z.string().optional(),
    publishedAt: z.iso.datetime().optional(),
  });
});
export const editionPage = once(() => pageOf(shown().meta({ id: 'EditionSummary' })).meta({ id: 'EditionPage' }));
export const editionReply = once(() =>
  shown()
    .extend({
      missing: z.array(z.int()).meta({ description: 'Parts that have not come' }),
      content: catalogueInput()
        .optional()
        .meta({ description: 'What the part says that was asked for, if it has come' }),
      timeline: z.array(editionEntry()),
    })
    .meta({ id: 'Edition' }),
);

export const behindCity = once(() =>
  z
    .object({
      items: z.array(
        z.object({
          itemKey: z.string(),
          field: z.enum(['legalLimit', 'promisedLimit']),
          own: limit(),
          city: limit(),
          from: z.iso.date().meta({ description: 'The first day on which it is so' }),
        }),
      ),
    })
    .meta({ id: 'BehindCity' }),
);
