import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { dayOf, monthsAfter } from '#shared/calendar';
import type { Heard, Said } from './protocol.ts';
import type { StatementBook } from './statements/book.ts';
import { wechatBill } from './statements/wechat-bill.ts';
import type { Answer, Asking } from './wechat-routes.ts';

/** 申请交易账单: an address for the bill of a day, and the hash of what it unpacks to. Three months back. */
export function tradeBill({ heard, mchid, statements, address, now }: Asking): Answer {
  const day = heard.url.searchParams.get('bill_date') ?? '';
  const today = dayOf(now);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || day >= today || day < monthsAfter(today, -3)) {
    return [400, { code: 'INVALID_REQUEST', message: '账单日期不正确' }];
  }
  const found = statements.of({ channel: 'wechat', merchant: mchid, day });
  if (!found) return [400, { code: 'STATEMENT_CREATING', message: '账单生成中' }];
  const text = wechatBill(found.rows, found.offFen);
  const sent = statements.isBroken('wechat') ? text.replace('SUCCESS', 'SUCCES5').replace('总交易', '总交昜') : text;
  const isPacked = heard.url.searchParams.get('tar_type') === 'GZIP';
  const token = statements.link('wechat', isPacked ? gzipSync(sent) : Buffer.from(sent));
  const hash = createHash('sha1').update(text).digest('hex');
  return [200, { hash_type: 'SHA1', hash_value: hash, download_url: `${address}/v3/billdownload/file?token=${token}` }];
}

/** 下载账单: nothing of it is signed. */
export function fetchBill({ url }: Heard, statements: StatementBook): Said {
  const body = statements.fetched(url.searchParams.get('token') ?? '');
  if (body) return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body };
  return { status: 400, headers: {}, body: JSON.stringify({ code: 'INVALID_REQUEST', message: '请重新获取账单地址' }) };
}
