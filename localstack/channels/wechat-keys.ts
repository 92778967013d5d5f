import { randomBytes } from 'node:crypto';
import { merchantNumbers, privatePem, publicPem, rsaPair, type Pair } from './keys.ts';

export const wechatMerchants = merchantNumbers(1_900_000_001);

export interface WechatHouse {
  merchant: Pair;
  serial: string;
  apiV3Key: string;
  /** Its own keys by their id: that of a certificate, and a public key with its id; both sign, as asked for. */
  own: readonly { id: string; pair: Pair }[];
  stranger: Pair;
}

/** The keys of WeChat and of the merchants there. */
export async function wechatHouse(): Promise<WechatHouse> {
  const [merchant, first, second, stranger] = await Promise.all([rsaPair(), rsaPair(), rsaPair(), rsaPair()]);
  return {
    merchant,
    serial: randomBytes(20).toString('hex').toUpperCase(),
    apiV3Key: randomBytes(16).toString('hex'),
    own: [
      { id: `PUB_KEY_ID_01${randomBytes(16).toString('hex')}`, pair: first },
      { id: randomBytes(20).toString('hex').toUpperCase(), pair: second },
    ],
    stranger,
  };
}

/** What the functions read of them. */
export function wechatSecret({ merchant, serial, apiV3Key, own }: WechatHouse): string {
  const accounts = Object.values(wechatMerchants).map((mchid) => ({
    mchid,
    appid: 'wx0000000000000001',
    serial,
    privateKey: privatePem(merchant),
    apiV3Keys: [apiV3Key],
  }));
  return JSON.stringify({ accounts, platform: own.map(({ id, pair }) => ({ id, publicKey: publicPem(pair) })) });
}
