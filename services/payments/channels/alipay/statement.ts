import * as z from 'zod';
import { once } from '#shared/once';
import { ChannelSilent, type GivenStatement, type NotThere, type StatementWish } from '../channel.ts';
import { download, keysOf } from '../means.ts';
import { withEnd } from '../whole-file.ts';
import { call } from './call.ts';
import { accountOf, type AlipayMeans } from './keys.ts';

const address = once(() => z.object({ bill_download_url: z.url() }));

/** 查询对账单下载地址: whoever has the address has the bill, for half a minute. */
export async function statement(
  means: AlipayMeans,
  { merchant, day }: StatementWish,
): Promise<GivenStatement | NotThere> {
  const account = accountOf(means, await keysOf(means), merchant);
  if (!account) throw new ChannelSilent('no account');
  const about = { bill_type: 'trade', bill_date: day };
  const said = await call(means, account, { method: 'alipay.data.dataservice.bill.downloadurl.query', about });
  // It says the same of a bill that is being made and of one that nobody will make.
  if (!said.done && /bill_not_exist$/i.test(said.code)) return 'none';
  const read = address().safeParse(said.done ? said.body : undefined);
  if (!read.success) throw new ChannelSilent(said.done ? 'unreadable' : said.code);
  return { bytes: withEnd(download(new URL(read.data.bill_download_url), { method: 'GET', headers: {} }, means)) };
}
