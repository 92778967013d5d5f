import * as z from 'zod';
import { once } from '#shared/once';
import { ChannelSilent, type GivenStatement, type NotThere, type StatementWish } from '../channel.ts';
import { download, keysOf } from '../means.ts';
import { withSha1 } from '../whole-file.ts';
import { call, readBy } from './call.ts';
import { accountOf, type WechatMeans } from './keys.ts';
import { authorization } from './sign.ts';

const address = once(() =>
  z.object({ hash_type: z.literal('SHA1'), hash_value: z.string().regex(/^[0-9a-fA-F]{40}$/), download_url: z.url() }),
);

/** 申请交易账单 and 下载账单: the address works for a while only, and what stands there is not signed, but its hash is. */
export async function statement(
  means: WechatMeans,
  { merchant, day }: StatementWish,
): Promise<GivenStatement | NotThere> {
  const account = accountOf(means, await keysOf(means), merchant);
  if (!account) throw new ChannelSilent('no account');
  const path = `/v3/bill/tradebill?bill_date=${day}&bill_type=ALL&tar_type=GZIP`;
  const said = await call(means, account, { method: 'GET', path });
  if (!said.done) {
    if (said.code === 'STATEMENT_CREATING') return 'not-yet';
    if (said.code === 'NO_STATEMENT_EXIST') return 'none';
    throw new ChannelSilent(said.code);
  }
  const { hash_value: sha1, download_url } = readBy(address(), said.body);
  const url = new URL(download_url);
  const signed = { method: 'GET', path: url.pathname + url.search, body: '' };
  const headers = {
    'user-agent': 'banshi',
    authorization: authorization(account, signed, { now: means.now(), nonce: means.newNonce() }),
  };
  return { bytes: withSha1(download(url, { method: 'GET', headers }, means), sha1) };
}
