import { timingSafeEqual } from 'node:crypto';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { NotificationsDeps } from '../../deps.ts';
import { withAddress } from '../../domain/contact/change.ts';
import { judged } from '../../domain/contact/code.ts';
import { addressChannel } from '../../domain/contact/contact.ts';
import { alreadyVerified, codeOver, wrongCode } from '../../problems/contact.ts';
import { usedWrite } from '../../stores/codes.ts';
import { actedOn } from './acted-on.ts';
import { codeOf } from './code-of.ts';

type Deps = Pick<NotificationsDeps, 'contacts' | 'codes' | 'codeKey'>;

/** Whoever says the code that was sent to an address has it. A wrong one is counted before it is refused. */
export const verifyAddress =
  ({ contacts, codes, codeKey }: Deps) =>
  async ({ params, body, scope, cause }: Call<unknown, { code: string }>): Promise<HttpResponse> => {
    const [channel, { partyId }] = [addressChannel.parse(params['channel']), scope.actor];
    const own = await contacts.own(partyId);
    const address = own?.addresses.find((one) => one.channel === channel);
    if (!own || !address) return refuse(problems.notFound);
    if (address.verifiedAt) return refuse(alreadyVerified);
    const sent = await codes.current(partyId, channel);
    if (!sent) return refuse(codeOver);
    const isRight = isSame(codeOf(await codeKey(), sent.id), body.code);
    const said = judged(sent, { isRight, value: address.value, now: cause.at });
    if (said.is === 'over') return refuse(codeOver);
    if (said.is === 'wrong') {
      await codes.tried(partyId, said.code, sent);
      return { ...refuse(wrongCode), more: { left: String(said.left) } };
    }
    const { bouncedAt, ...rest } = address;
    const contact = withAddress(own, { ...rest, verifiedAt: cause.at });
    const reply = actedOn(contact, channel, 'verified');
    await contacts.save({ contact, act: `verify-${channel}` }, { ...cause, reply }, [usedWrite(partyId, sent)]);
    return reply;
  };

const isSame = (one: string, other: string): boolean => timingSafeEqual(Buffer.from(one), Buffer.from(other));
