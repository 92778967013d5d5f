import { inflateSync } from 'node:zlib';
import { beijingDigits } from '../beijing.ts';
import { ChannelSilent, type GivenStatement, type NotThere, type StatementWish } from '../channel.ts';
import { fileTimeoutMs, keysOf } from '../means.ts';
import { withEnd } from '../whole-file.ts';
import { call } from './call.ts';
import { accountOf, type UnionpayMeans } from './keys.ts';

/** More than a day of a million payments: the answer holds its file as a whole. */
const mostBytes = 128 * 1024 * 1024;

/** 文件传输类交易 (76/01): the file of a day of clearing, packed and in base64 within the answer, which is signed. */
export async function statement(
  means: UnionpayMeans,
  { merchant, day }: StatementWish,
): Promise<GivenStatement | NotThere> {
  const account = accountOf(means, await keysOf(means), merchant);
  if (!account) throw new ChannelSilent('no account');
  const fields = {
    txnType: '76',
    txnSubType: '01',
    bizType: '000000',
    fileType: '00',
    txnTime: beijingDigits(means.now()),
    settleDate: day.slice(5).replace('-', ''),
  };
  const wish = { url: means.files, fields };
  const said = await call({ ...means, timeoutMs: fileTimeoutMs }, account, wish);
  // 文件不存在: whether it is being made, or nothing was cleared, it does not say.
  if (said['respCode'] === '98') return 'none';
  if (said['respCode'] !== '00' || !said['fileContent']) throw new ChannelSilent(said['respCode']);
  return { bytes: withEnd(unpacked(said['fileContent'])) };
}

async function* unpacked(content: string): AsyncGenerator<Uint8Array> {
  try {
    yield inflateSync(Buffer.from(content, 'base64'), { maxOutputLength: mostBytes });
  } catch (error) {
    throw new ChannelSilent('broken', { cause: error });
  }
}
