import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { publishedItem, situation } from '../domain/catalogue/item.ts';
import { material, question } from './bundle.ts';
import { itemEnd } from './draft.ts';

export const bundlesQuery = once(() => z.object(pageQuery()));
export const bundlePage = once(() =>
  pageOf(
    z
      .object({ key: z.string(), name: z.string(), nameEn: z.string(), items: z.array(z.string()) })
      .meta({ id: 'BundleSummary' }),
  ).meta({ id: 'BundlePage' }),
);

export const guideQuery = once(() =>
  z.object({
    answers: z
      .string()
      .regex(/^[a-z0-9-]+:[a-z0-9-]+(,[a-z0-9-]+:[a-z0-9-]+)*$/)
      .max(500)
      .optional()
      .meta({ description: '`<question>:<option>,…`: shows only what applies then; absent: all that could' }),
  }),
);

/** What is told of an item within a bundle. */
const guidePart = once(() => {
  const { channels, commitment, department, legalLimit, promisedLimit, fee, result, visits } = publishedItem().shape;
  return z.object({
    item: z.string(),
    name: z.string(),
    nameEn: z.string(),
    situation,
    needs: z.array(z.string()),
    party: z.string().optional().meta({ description: 'The item whose grant creates the party of this one' }),
    when: z.record(z.string(), z.array(z.string())).optional(),
    channels,
    commitment,
    department,
    legalLimit,
    promisedLimit,
    visits,
    fee,
    result,
  });
});

export const bundleGuide = once(() =>
  z
    .object({
      key: z.string(),
      name: z.string(),
      nameEn: z.string(),
      questions: z.array(question()),
      parts: z.array(guidePart()),
      form: z.record(z.string(), z.unknown()).meta({
        description: 'JSON Schema: `shared` holds what several items want, `items` what each alone wants',
      }),
      materials: z.array(material()),
      ended: z
        .array(itemEnd().extend({ item: z.string() }))
        .optional()
        .meta({ description: 'What was part of it and is offered no more; nothing asks for it' }),
    })
    .meta({ id: 'BundleGuide' }),
);
