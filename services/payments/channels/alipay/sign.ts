import { sign, verify } from 'node:crypto';
import { beijingTime } from '../beijing.ts';
import type { Account } from './keys.ts';

type Fields = Readonly<Record<string, string>>;

/** What is signed (RSA2): the fields by name, those without a value left out, as `k=v` joined by `&`. */
function signedText(fields: Fields, leftOut: readonly string[]): string {
  const names = Object.keys(fields).filter((name) => fields[name] !== '' && !leftOut.includes(name));
  return names
    .toSorted()
    .map((name) => `${name}=${fields[name]}`)
    .join('&');
}

/** The fields of a request, signed by the key of the merchant's application. */
export function signedFields(account: Account, fields: Fields, now: Date): Record<string, string> {
  const all = {
    app_id: account.appId,
    format: 'JSON',
    charset: 'utf-8',
    sign_type: 'RSA2',
    timestamp: beijingTime(now),
    version: '1.0',
    ...fields,
  };
  const signature = sign('sha256', Buffer.from(signedText(all, ['sign'])), account.privateKey).toString('base64');
  return { ...all, sign: signature };
}

const isBy = ({ alipayKeys }: Account, text: string, signature: string): boolean =>
  alipayKeys.some((key) => verify('sha256', Buffer.from(text), key, Buffer.from(signature, 'base64')));

/** Whether a notice is Alipay's: `sign_type` is signed in some kinds and left out in others, so both are tried. */
export function isNoticeSigned(account: Account, fields: Fields): boolean {
  const signature = fields['sign'] ?? '';
  return [['sign', 'sign_type'], ['sign']].some((leftOut) => isBy(account, signedText(fields, leftOut), signature));
}

/**
 * The answer to a method, as the text that Alipay has signed; undefined where it is not signed so. An error of the gateway
 * stands under a name of its own.
 */
export function signedAnswer(account: Account, text: string, method: string): string | undefined {
  const members = membersOf(text);
  const answer = members.get(`${method.replaceAll('.', '_')}_response`) ?? members.get('error_response');
  const signature = /^"([^"]*)"$/.exec(members.get('sign') ?? '')?.[1];
  return answer !== undefined && signature !== undefined && isBy(account, answer, signature) ? answer : undefined;
}

/** The members of a JSON object, each as the very text that stands there: that is signed, and no other way to write it. */
export function membersOf(text: string): Map<string, string> {
  const members = new Map<string, string>();
  let [depth, from, name] = [0, 0, ''];
  for (const { index, 0: token } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]/g)) {
    const isClosing = token === '}' || token === ']';
    if (token === '{' || token === '[') depth += 1;
    if (depth === 1 && (token === ',' || token === '}')) {
      if (name !== '') members.set(name, text.slice(from, index).trim());
      name = '';
    }
    if (depth === 1 && token.startsWith('"') && name === '') name = token.slice(1, -1);
    if (depth === 1 && token === ':') from = index + 1;
    if (isClosing) depth -= 1;
  }
  return members;
}
