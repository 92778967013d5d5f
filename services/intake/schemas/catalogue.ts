import * as z from 'zod';
import { audience } from '../domain/catalogue/audience.ts';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { catalogueInput, channel, publishedItem, situation } from '../domain/catalogue/item.ts';
import { publishedLine } from '../domain/catalogue/line.ts';

const key = once(() => z.string().min(1).max(64));

export const itemQuery = once(() =>
  z.object({
    ...pageQuery(),
    q: z.string().max(100).optional(),
    audience: audience.optional(),
    department: key().optional(),
    theme: key().optional(),
    channel: channel.optional(),
  }),
);

export const itemReply = once(() => publishedItem().meta({ id: 'Item' }));
export const itemPage = once(() =>
  pageOf(publishedLine().omit({ shared: true, content: true, bytes: true }).meta({ id: 'ItemSummary' })).meta({
    id: 'ItemPage',
  }),
);

export const themeList = once(() =>
  z
    .object({
      items: z.array(z.object({ key: z.string(), name: z.string(), nameEn: z.string(), items: z.int() })),
    })
    .meta({ id: 'Themes' }),
);

export const requirementsQuery = once(() =>
  z.object({
    situation: situation.optional(),
    committed: z.enum(['true', 'false']).default('false').meta({ description: 'With the commitment (告知承诺)' }),
  }),
);
const requirement = once(() =>
  z
    .object({
      ...publishedItem().shape.materials.element.omit({ situations: true }).shape,
      basis: z.string().meta({ description: 'By what right it is asked: its own, or that of its item' }),
      asked: z.boolean(),
      instead: z
        .enum(['sharing', 'commitment'])
        .optional()
        .meta({ description: 'Why it is not asked: the office gets it itself, or the commitment covers it' }),
    })
    .meta({ id: 'Requirement' }),
);
export const requirements = once(() =>
  z
    .object({
      itemKey: z.string(),
      version: z.int(),
      name: z.string(),
      nameEn: z.string(),
      basis: z.string(),
      department: z.string().meta({ description: 'Who asks' }),
      committed: z.boolean(),
      tolerancePromise: z.object({ wording: z.string(), text: z.string() }).optional().meta({
        description: '容缺受理: what is signed where something may follow; {materials} and {days} are filled in then',
      }),
      situations: z.array(z.object({ situation, requirements: z.array(requirement()) })),
    })
    .meta({ id: 'Requirements' }),
);

export const catalogue = once(() =>
  catalogueInput().meta({ id: 'Catalogue', description: 'An edition of the catalogue, or the whole of it' }),
);
