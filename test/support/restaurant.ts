import * as z from 'zod';
import { findAccount } from '../../localstack/issuer/accounts.ts';
import type { Answer } from './hall.ts';
import { honestForm } from './honest-form.ts';

export const bundles = '/intake/bundles';
export const restaurantItems = [
  'company-registration',
  'food-business-licence',
  'public-place-hygiene',
  'signboard',
] as const;

/** Who opens a restaurant has no company yet, and wants a sign: all four items apply. */
const answers = { company: 'new', sign: 'yes' };
export const restaurantGuide = '/intake/public/bundles/open-a-restaurant?answers=company:new,sign:yes';

/** A bundle begun with the one form that the guide has, every field filled in. */
export const restaurantDraft = (guide: Answer) => ({
  bundleKey: 'open-a-restaurant',
  answers,
  form: honestForm(guide.body['form']),
  channel: 'online',
});

/** What the registration gives: the company with its number, and the address that its licence states. */
export const registered = {
  party: { kind: 'organisation', uscc: findAccount('company')?.uscc },
  fields: { address: '福州市鼓楼区示例路1号' },
};

const shown = z.object({
  parts: z.array(z.object({ item: z.string(), status: z.string(), caseId: z.string().optional() })),
});

/** The parts of a bundle with the cases that they have come to, in order; none where the answer is no bundle. */
export const partsOf = ({ body }: Answer) => shown.safeParse(body).data?.parts ?? [];

/** The case of one part. Throws where it has none yet. */
export function caseIn(bundle: Answer, item: (typeof restaurantItems)[number]): string {
  const id = partsOf(bundle).find((one) => one.item === item)?.caseId;
  if (id === undefined) throw new Error(`${item} has no case yet: ${JSON.stringify(bundle.body)}`);
  return id;
}
