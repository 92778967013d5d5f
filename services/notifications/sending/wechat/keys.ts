import * as z from 'zod';
import { once } from '#shared/once';
import { templateIds, type Means } from '../means.ts';

/** What the secret holds: the mini program (小程序), and under which id it has each template. */
const schema = once(() => z.object({ appid: z.string().min(1), secret: z.string().min(1), templates: templateIds() }));
export type WechatKeys = z.infer<ReturnType<typeof schema>>;
export type WechatMeans = Means<WechatKeys>;

/** Reads the text of the secret; throws where it is not what it must be. */
export const wechatKeysIn = (text: string): WechatKeys => schema().parse(JSON.parse(text));
