import { ChannelSilent } from '../channel.ts';
import { keysOf, send } from '../means.ts';
import type { Account, UnionpayMeans } from './keys.ts';
import { isSigned, signedFields } from './sign.ts';

type Fields = Record<string, string>;

/** What every message about an order says, and its answer must say again. */
const repeated = ['merId', 'orderId', 'txnTime'] as const;

/** Sends a message and reads its answer. Throws `ChannelSilent` where none came, or one that is not UnionPay's or of another order. */
export async function call(
  means: UnionpayMeans,
  account: Account,
  wish: { fields: Fields } & ({ path: string } | { url: string }),
): Promise<Fields> {
  const keys = await keysOf(means);
  const signed = signedFields(account, wish.fields);
  const headers = { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' };
  const body = new URLSearchParams(signed).toString();
  const url = 'url' in wish ? wish.url : `${means.base}/gateway/api/${wish.path}`;
  const answer = await send(new URL(url), { method: 'POST', headers, body }, means);
  const fields = answer.status === 200 ? fieldsIn(answer.bytes.toString('utf8')) : {};
  if (!isSigned(fields, keys, means.now())) throw new ChannelSilent('not signed');
  if (repeated.some((name) => (fields[name] ?? '') !== (signed[name] ?? '')))
    throw new ChannelSilent('of another order');
  return fields;
}

/** An answer is `k=v` joined by `&`, without any escaping: values hold `=`, but no `&`. */
export function fieldsIn(text: string): Fields {
  const pairs = text.split('&').map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
  return Object.fromEntries(pairs.filter(([name]) => name !== ''));
}
