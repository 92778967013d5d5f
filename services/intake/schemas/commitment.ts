import * as z from 'zod';
import { once } from '#shared/once';
import { pageQuery } from '#shared/page';
import { text } from '#shared/text';
import { commitmentState } from '../domain/commitment/commitment-state.ts';
import { key } from './case.ts';

export const checkBody = once(() => z.strictObject({ result: text(2000) }).meta({ id: 'CommitmentCheckInput' }));
export const orderBody = once(() =>
  z
    .strictObject({
      result: text(2000),
      days: z.int().min(1).max(60).meta({ description: 'Working days in which it is to be mended' }),
    })
    .meta({ id: 'CommitmentOrderInput' }),
);
export const commitmentsQuery = once(() =>
  z.object({ ...pageQuery(), department: key(), status: commitmentState.default('to-check') }),
);
