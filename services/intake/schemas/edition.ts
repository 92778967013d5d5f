import * as z from 'zod';
import { once } from '#shared/once';
import { pageQuery } from '#shared/page';
import { text } from '#shared/text';
import { catalogueInput } from '../domain/catalogue/item.ts';
import { editionState } from '../domain/catalogue/edition-state.ts';

export const exportQuery = once(() => z.object({ part: z.coerce.number().int().min(1).max(1000).default(1) }));
export const reasonBody = once(() => z.strictObject({ reason: text(500) }).meta({ id: 'EditionReasonInput' }));
export const publishBody = once(() =>
  z
    .strictObject({
      opinion: text(1000).optional().meta({
        description: 'What the review of basis and burden found; asked where the edition adds a burden in a district',
      }),
    })
    .meta({ id: 'EditionPublishInput' }),
);
export const editionsQuery = once(() => z.object({ ...pageQuery(), status: editionState.default('in-review') }));

/** A part after the first, which alone says what is said of the whole. */
export const editionPart = once(() =>
  catalogueInput()
    .omit({ from: true, parts: true })
    .extend({ whole: z.literal(false).default(false) })
    .meta({ id: 'CataloguePart', description: 'A further part of an edition' }),
);
