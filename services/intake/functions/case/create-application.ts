import type { Saying } from '#shared/locale';
import { partyIdOf } from '#shared/party';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import { problems } from '#shared/problem';
import type * as z from 'zod';
import { masksOf } from '../../domain/form/form.ts';
import { begin, channelFault } from '../../domain/case/draft.ts';
import type { IntakeDeps } from '../../deps.ts';
import { intakeProblems } from '../../problems.ts';
import { acted } from '../../reply.ts';
import type { ApplicantInput, createBody } from '../../schemas/case.ts';

const says = {
  'not-online': { zh: '申请人请选择网上或手机端渠道。', en: 'An applicant applies online or in the app.' },
  'not-of-the-post': { zh: '请选择本岗位对应的渠道。', en: 'Staff enter a case in the channel of their post.' },
  unnamed: { zh: '请填写为谁申请。', en: 'Name the applicant for whom the case is entered.' },
} satisfies Record<string, Saying>;

export const createApplication =
  ({ applications, catalogue, newId, partyKey }: IntakeDeps) =>
  async ({
    body,
    scope,
    cause,
    language,
  }: Call<unknown, z.infer<ReturnType<typeof createBody>>>): Promise<HttpResponse> => {
    const fault = channelFault(body.channel, scope.capacities);
    if (fault)
      return refuse(problems.invalidInput, [
        { pointer: '/channel', code: 'invalid_value', message: says[fault][language] },
      ]);

    const party = await applicantOf(body.applicant, { scope, language }, partyKey);
    if (typeof party !== 'string') return party;

    const offered = await catalogue.current();
    const item = offered?.items.find(({ key }) => key === body.itemKey);
    if (!offered || !item) return refuse(intakeProblems.itemUnknown);
    if (!item.form) return refuse(intakeProblems.itemNotOnline);

    const { channel, form, situation, commitment, expiresOn } = body;
    const application = begin(
      {
        id: newId(),
        at: cause.at,
        channel,
        partyId: party,
        catalogueVersion: offered.version,
        situation,
        committed: commitment,
        expiresOn,
      },
      item,
    );
    const { body: created, headers } = acted(application, scope);
    // Relative to the request, so that it holds below any base.
    const location = { ...headers, Location: `applications/${application.id}` };
    const reply = { status: 201, headers: location, body: created };
    const masks = masksOf(item.form);
    await applications.create(
      { application, form: { form, masks: () => masks, version: application.version } },
      { ...cause, reply },
    );
    return reply;
  };

/** Whose case it is: the caller's own, that of an organisation he may act for, or the one that staff name. */
async function applicantOf(
  given: ApplicantInput | undefined,
  { scope: { capacities, parties, actor }, language }: Pick<Call, 'scope' | 'language'>,
  partyKey: IntakeDeps['partyKey'],
): Promise<string | Refusal> {
  const own = capacities.includes('applicant');
  if (!given && own) return actor.partyId;
  if (!given) {
    return refuse(problems.invalidInput, [
      { pointer: '/applicant', code: 'required', message: says.unnamed[language] },
    ]);
  }
  const document = given.kind === 'person' ? given.document : { kind: 'uscc' as const, number: given.uscc };
  const partyId = partyIdOf(await partyKey(), document);
  return own && !parties.includes(partyId) ? refuse(intakeProblems.partyNotYours) : partyId;
}
