import * as z from 'zod';
import { once } from '#shared/once';
import { templateIds, type Means } from '../means.ts';

/** What the secret holds. `receiptKey` stands at the end of the address that receipts are sent to: Aliyun signs none. */
const schema = once(() =>
  z.object({
    accessKeyId: z.string().min(1),
    accessKeySecret: z.string().min(1),
    signName: z.string().min(1),
    receiptKey: z.string().min(32),
    templates: templateIds(),
  }),
);
export type AliyunKeys = z.infer<ReturnType<typeof schema>>;
export type AliyunMeans = Means<AliyunKeys>;

/** Reads the text of the secret; throws where it is not what it must be. */
export const aliyunKeysIn = (text: string): AliyunKeys => schema().parse(JSON.parse(text));
