import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { NotificationsDeps } from '../../deps.ts';
import { expiryOf, waitUntil, type SentCode } from '../../domain/contact/code.ts';
import { addressChannel } from '../../domain/contact/contact.ts';
import { templateFor } from '../../domain/edition/in-force.ts';
import { createNotice } from '../../domain/notice/create.ts';
import { alreadyVerified, tooManyCodes } from '../../problems/contact.ts';
import { noticeWrites } from '../../stores/notices.ts';
import { countedAs } from './code-of.ts';

type Deps = Pick<NotificationsDeps, 'contacts' | 'codes' | 'codeKey' | 'editions' | 'publisher' | 'newId' | 'set'>;

/** Sends six digits to an address of the caller's: whoever says them has it in hand. */
export const sendCode =
  (deps: Deps) =>
  async ({ params, scope, cause }: Call): Promise<HttpResponse> => {
    const [channel, { partyId }] = [addressChannel.parse(params['channel']), scope.actor];
    const address = (await deps.contacts.own(partyId))?.addresses.find((one) => one.channel === channel);
    if (!address) return refuse(problems.notFound);
    if (address.verifiedAt) return refuse(alreadyVerified);
    const asked = await deps.codes.asked([partyId, countedAs(await deps.codeKey(), address.value)]);
    const waits = asked.flatMap(({ times }) => waitUntil(times, cause.at) ?? []);
    if (waits.length > 0) return tooSoon(waits, cause.at);
    const earlier = await deps.codes.current(partyId, channel);
    const about = { id: deps.newId(), channel, value: address.value, sentAt: cause.at, tries: 0 };
    const code = { ...about, version: (earlier?.version ?? 0) + 1 };
    const body = { channel, status: 'sent', expiresAt: expiryOf(code).toISOString() };
    const reply = { status: 201, body };
    const whole = { ...cause, reply };
    const sends = await noticeOf(code, partyId, deps);
    await deps.codes.send({ partyId, code, earlier, asked }, whole, noticeWrites(sends, whole, deps.publisher));
    return reply;
  };

function tooSoon(waits: readonly Date[], now: Date): HttpResponse {
  const last = Math.max(...waits.map((one) => one.getTime()));
  return { ...refuse(tooManyCodes), headers: { 'Retry-After': String(Math.ceil((last - now.getTime()) / 1000)) } };
}

/** The notice that brings a code: at once, by its own channel alone, under the code's id. What it says is made when it is sent. */
async function noticeOf({ id, channel, sentAt: now }: SentCode, partyId: string, { editions, set }: Deps) {
  const found = templateFor(await editions.inForce(set), 'contact-code');
  if (!found) throw new Error('there is no template for codes');
  const { kind, statutory, urgent, key } = found.template;
  const about = { partyId, message: key, kind, statutory, urgent, district: set, values: {} };
  const template = { key, edition: found.edition };
  const change = createNotice({ ...about, template, channels: [channel] }, { id, now });
  if (!change) throw new Error('a code goes by a channel');
  return change;
}
