import * as z from 'zod';
import { pathOf } from '../../support/cases.ts';
import type { Hall } from '../../support/hall.ts';
import { refused, type Story } from '../story.ts';

const receipt = z.object({ number: z.string(), trackingCode: z.string() });

/** Whoever holds the receipt sees where the case stands, without an account. */
export async function trackingStory(hall: Hall, { step }: Story, id: string): Promise<void> {
  const { number, trackingCode } = receipt.parse((await hall.as('citizen').get(pathOf(id))).body);
  const track = (code: string) => hall.anyone.get(`/intake/public/track/${number}?code=${code}`);
  await step(
    '查询 · with the number and the code of the receipt anyone sees where it stands; nothing personal is shown',
    () => track(trackingCode),
    ({ status, body }) => status === 200 && body['outcome'] === 'granted' && !JSON.stringify(body).includes('评定医院'),
  );
  await step(
    '查询 · with another code nothing is shown, not even that there is such a case',
    () => track(trackingCode === 'AAAAAA' ? 'BBBBBB' : 'AAAAAA'),
    refused(404, 'not-tracked'),
  );
}
