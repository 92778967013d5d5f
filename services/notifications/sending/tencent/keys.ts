import * as z from 'zod';
import { once } from '#shared/once';
import { templateIds, type Means } from '../means.ts';

/** What the secret holds. `receiptKey` stands at the end of the address that receipts are sent to: Tencent signs none. */
const schema = once(() =>
  z.object({
    secretId: z.string().min(1),
    secretKey: z.string().min(1),
    sdkAppId: z.string().min(1),
    signName: z.string().min(1),
    region: z.string().min(1).default('ap-guangzhou'),
    receiptKey: z.string().min(32),
    templates: templateIds(),
  }),
);
export type TencentKeys = z.infer<ReturnType<typeof schema>>;
export type TencentMeans = Means<TencentKeys>;

/** Reads the text of the secret; throws where it is not what it must be. */
export const tencentKeysIn = (text: string): TencentKeys => schema().parse(JSON.parse(text));
