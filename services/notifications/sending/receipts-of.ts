import { keyring } from '#shared/keyring';
import { aliyunKeysIn } from './aliyun/keys.ts';
import { readReceipts as readAliyun } from './aliyun/receipts.ts';
import type { ReadReceipts } from './provider.ts';
import { smtpKeysIn } from './smtp/keys.ts';
import { readReceipts as readBounces } from './smtp/receipts.ts';
import { tencentKeysIn } from './tencent/keys.ts';
import { readReceipts as readTencent } from './tencent/receipts.ts';

interface Means {
  now: () => Date;
  /** The text of the secret of a provider. */
  providerSecret: (provider: 'aliyun' | 'tencent' | 'smtp') => Promise<string | undefined>;
}

/** How the receipts of a provider are read, and how it is told that they were taken in; undefined where none comes from it. */
export function receiptsOf(
  provider: string,
  { now, providerSecret }: Means,
): { read: ReadReceipts; taken: object } | undefined {
  if (provider === 'aliyun') {
    const keys = keyring(() => providerSecret(provider), aliyunKeysIn);
    return { read: (sent, key) => readAliyun(sent, key, { keys, now }), taken: { code: 0, msg: '接收成功' } };
  }
  if (provider === 'smtp') {
    const keys = keyring(() => providerSecret(provider), smtpKeysIn);
    return { read: (sent, key) => readBounces(sent, key, { keys }), taken: {} };
  }
  if (provider !== 'tencent') return undefined;
  const keys = keyring(() => providerSecret(provider), tencentKeysIn);
  return { read: (sent, key) => readTencent(sent, key, { keys, now }), taken: { result: 0, errmsg: 'OK' } };
}
