import { keyring } from '#shared/keyring';
import type { ExchangeMeans } from '#shared/exchange';
import { aliyun } from './aliyun/aliyun.ts';
import { aliyunKeysIn } from './aliyun/keys.ts';
import type { Means } from './means.ts';
import type { Provider } from './provider.ts';
import { smtpKeysIn } from './smtp/keys.ts';
import { smtp } from './smtp/smtp.ts';
import { tencentKeysIn } from './tencent/keys.ts';
import { tencent } from './tencent/tencent.ts';
import { wechatKeysIn } from './wechat/keys.ts';
import { wechat } from './wechat/wechat.ts';

/** Where a provider is, and the secret with what is agreed with it. Without an address there is none. */
export interface Place {
  base: string;
  secretArn: string;
}

export interface World extends ExchangeMeans {
  /** For how long a mail server is waited for. */
  mailMs: number;
  now: () => Date;
  newNonce: () => string;
  /** The text of a secret; undefined where nobody has put one in. */
  secret: (arn: string) => Promise<string | undefined>;
}

/** The providers that there are adapters for. */
export type Places = Readonly<Record<'aliyun' | 'tencent' | 'wechat' | 'smtp', Place>>;

/** The providers that have an address here. */
export function configuredProviders(places: Places, world: World): Provider[] {
  const means = <Keys>({ base, secretArn }: Place, keysIn: (text: string) => Keys): Means<Keys> => {
    const { secret, mailMs, ...rest } = world;
    return { ...rest, base, keys: keyring(() => secret(secretArn), keysIn) };
  };
  return [
    ...(places.aliyun.base ? [aliyun(means(places.aliyun, aliyunKeysIn))] : []),
    ...(places.tencent.base ? [tencent(means(places.tencent, tencentKeysIn))] : []),
    ...(places.wechat.base ? [wechat(means(places.wechat, wechatKeysIn))] : []),
    ...(places.smtp.base ? [smtp({ ...means(places.smtp, smtpKeysIn), timeoutMs: world.mailMs })] : []),
  ];
}
