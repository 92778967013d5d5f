import * as z from 'zod';
import { once } from '#shared/once';
import { pageQuery } from '#shared/page';
import { text } from '#shared/text';
import { wish } from '../domain/fee/wish.ts';
import { key } from './case.ts';

const quantity = once(() =>
  z
    .number()
    .min(0)
    .max(1_000_000)
    .multipleOf(0.01)
    .meta({ description: 'In the unit of the charge list; 0 for nothing' }),
);
const isOnce = (lines: readonly { code: string }[]) => new Set(lines.map(({ code }) => code)).size === lines.length;
const twice = { zh: '同一收费项目只填一次。', en: 'Each line of the charge list stands once.' };

export const assessBody = once(() =>
  z
    .strictObject({
      lines: z
        .array(z.strictObject({ code: key(), quantity: quantity() }))
        .min(1)
        .max(20)
        .refine(isOnce, { params: { code: 'duplicate', ...twice } })
        .meta({ description: 'Quantities by code of the item’s charge list; what is not named stays as it was' }),
      evidence: text(1000).meta({ description: 'What the quantities rest on: a measurement, a record' }),
    })
    .meta({ id: 'FeesInput' }),
);
export const reliefBody = once(() => z.strictObject({ wish: wish(), basis: text(500) }).meta({ id: 'ReliefInput' }));
export const checkReliefBody = once(() => z.strictObject({ opinion: text(500) }).meta({ id: 'CheckReliefInput' }));

export const overdueFeesQuery = once(() => z.object({ ...pageQuery(), department: key() }));
