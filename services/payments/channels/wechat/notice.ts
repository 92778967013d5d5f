import * as z from 'zod';
import { once } from '#shared/once';
import type { Notice, Word } from '../channel.ts';
import { keysOf, merchantsOf } from '../means.ts';
import type { WechatMeans } from './keys.ts';
import { faultIn, opened } from './sign.ts';
import { combined, single, standingOf, type Transaction } from './transaction.ts';

const outer = once(() =>
  z.object({
    event_type: z.string(),
    resource: z.object({
      algorithm: z.literal('AEAD_AES_256_GCM'),
      ciphertext: z.string(),
      nonce: z.string(),
      associated_data: z.string().optional(),
    }),
  }),
);
const refund = once(() => z.object({ mchid: z.string(), out_refund_no: z.string() }));

type Sent = Parameters<typeof faultIn>[0];

/** 支付通知、退款通知: believed only where WeChat has signed it, now, and sealed it by the key of one of our merchants. */
export async function readNotice(
  means: WechatMeans,
  { headers, bytes }: { headers: Sent['headers']; bytes: () => Buffer },
): Promise<Notice> {
  const word = await wordOf(means, { headers, bytes: bytes() });
  return {
    word,
    taken: { status: 200, text: '' },
    refused: { status: 400, body: { code: 'FAIL', message: '失败' } },
  };
}

const lie = (why: Extract<Word, { about: 'lie' }>['why']): Word => ({ about: 'lie', why });

async function wordOf(means: WechatMeans, sent: Sent): Promise<Word> {
  const keys = await keysOf(means);
  const fault = faultIn(sent, keys, means.now());
  if (fault) return lie(fault);
  const read = outer().safeParse(parsed(sent.bytes));
  if (!read.success) return lie('unreadable');
  const { event_type: type, resource } = read.data;
  const content = opened(
    resource,
    keys.accounts.flatMap(({ apiV3Keys }) => apiV3Keys),
  );
  if (!content) return lie('unreadable');
  if (type.startsWith('TRANSACTION.')) return chargeWord(means, parsed(content));
  return type.startsWith('REFUND.') ? refundWord(means, parsed(content)) : { about: 'nothing' };
}

function chargeWord(means: WechatMeans, content: unknown): Word {
  const several = combined().safeParse(content);
  if (several.success) return wordOn(means, several.data.combine_out_trade_no, several.data.sub_orders);
  const one = single().safeParse(content);
  return one.success ? wordOn(means, one.data.out_trade_no, [one.data]) : lie('unreadable');
}

function wordOn(means: WechatMeans, number: string, found: readonly Transaction[]): Word {
  const parts = found.map(({ out_trade_no, mchid, amountFen }) => ({
    number: out_trade_no,
    amountFen,
    merchants: merchantsOf(means, mchid),
  }));
  if (parts.some(({ merchants }) => merchants.length === 0)) return lie('merchant');
  return { about: 'charge', number, said: standingOf(found), parts };
}

function refundWord(means: WechatMeans, content: unknown): Word {
  const read = refund().safeParse(content);
  if (!read.success) return lie('unreadable');
  if (merchantsOf(means, read.data.mchid).length === 0) return lie('merchant');
  return { about: 'refund', number: read.data.out_refund_no };
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
