import * as z from 'zod';
import { pathOf } from '../../support/cases.ts';
import { eventually, type Hall } from '../../support/hall.ts';
import { answered, type Story } from '../story.ts';

const carriage = z.object({ carrier: z.literal('示例速递'), trackingNumber: z.string() });
const proof = z.object({ kind: z.literal('signed-for'), takenBy: z.literal('recipient'), takenAt: z.string() });

/** A licence of the company goes by post to the premises that its form names. */
export async function postStory(hall: Hall, { step }: Story, id: string): Promise<void> {
  const path = `${pathOf(id)}/delivery`;
  const [company, clerk] = [hall.as('company'), hall.as('clerk')];
  await eventually(() => company.get(path), answered(200));
  await step(
    '邮寄 · the company wants the food licence by post, to the address in its form',
    () => company.post(`${path}/choose`, { way: 'post', address: { at: '/premises/address' } }),
    answered(200, 'due'),
  );
  await step(
    '寄出 · the clerk gives it to a carrier, and the company sees the tracking number',
    async () =>
      [
        await clerk.post(`${path}/send`, { carrier: '示例速递', trackingNumber: 'SL-0591-0001' }),
        await company.get(path),
      ] as const,
    ([sent, seen]) => answered(200, 'sent')(sent) && carriage.safeParse(seen.body['carriage']).success,
  );
  await step(
    '签收 · the carrier says who took it and when: that is the proof',
    async () => {
      const { at: takenAt } = z.looseObject({ at: z.string() }).parse((await company.get(path)).body['carriage']);
      return [await clerk.post(`${path}/prove`, { takenBy: 'recipient', takenAt }), await company.get(path)] as const;
    },
    ([done, seen]) => answered(200, 'delivered')(done) && proof.safeParse(seen.body['proof']).success,
  );
}
