import * as z from 'zod';
import { once } from '#shared/once';
import { pageQuery } from '#shared/page';
import { text } from '#shared/text';
import { adjustmentState } from '../domain/catalogue/adjustment-state.ts';
import { adjusting } from '../domain/catalogue/item.ts';

export const adjustmentBody = once(() =>
  adjusting()
    .extend({
      basis: text(300).meta({ description: 'By what right' }),
      burden: text(1000).meta({
        description: 'What it means for those who will have the work, and what they get for it',
      }),
    })
    .meta({ id: 'AdjustmentInput' }),
);
export const opinionBody = once(() => z.strictObject({ opinion: text(1000) }).meta({ id: 'AdjustmentOpinionInput' }));
export const adjustmentsQuery = once(() => z.object({ ...pageQuery(), status: adjustmentState.default('proposed') }));
