import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { bundleDefinition } from '../domain/bundle/definition.ts';
import { publishedItem, situation } from '../domain/catalogue/item.ts';

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
  const { department, legalLimit, promisedLimit, fee, result, visits } = publishedItem().shape;
  return z.object({
    item: z.string(),
    name: z.string(),
    nameEn: z.string(),
    situation,
    needs: z.array(z.string()),
    party: z.string().optional().meta({ description: 'The item whose grant creates the party of this one' }),
    when: z.record(z.string(), z.array(z.string())).optional(),
    department,
    legalLimit,
    promisedLimit,
    visits,
    fee,
    result,
  });
});

const material = once(() => {
  const { situations, reviewPoints, source, sharedResource, ...shown } = publishedItem().shape.materials.element.shape;
  return z.object({
    ...shown,
    how: z.enum(['asked', 'shared', 'result']).meta({
      description: 'From the applicant, from another office by sharing, or as the result of an earlier item',
    }),
    from: z.string().optional(),
    items: z.array(z.string()),
  });
});

export const bundleGuide = once(() =>
  z
    .object({
      key: z.string(),
      name: z.string(),
      nameEn: z.string(),
      questions: z.array(bundleDefinition().shape.questions.unwrap().element),
      parts: z.array(guidePart()),
      form: z.record(z.string(), z.unknown()).meta({
        description: 'JSON Schema: `shared` holds what several items want, `items` what each alone wants',
      }),
      materials: z.array(material()),
    })
    .meta({ id: 'BundleGuide' }),
);
