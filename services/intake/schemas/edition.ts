import * as z from 'zod';
import { once } from '#shared/once';
import { pageQuery } from '#shared/page';
import { text } from '#shared/text';
import { editionState } from '../domain/catalogue/edition-state.ts';

export const exportQuery = once(() => z.object({ part: z.coerce.number().int().min(1).max(1000).default(1) }));
export const reasonBody = once(() => z.strictObject({ reason: text(500) }).meta({ id: 'EditionReasonInput' }));
export const editionsQuery = once(() => z.object({ ...pageQuery(), status: editionState.default('in-review') }));
