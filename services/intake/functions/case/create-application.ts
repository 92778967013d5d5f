import type { Saying } from '#shared/locale';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { problems } from '#shared/problem';
import type * as z from 'zod';
import { masksOf } from '../../domain/form/form.ts';
import { begin, channelFault } from '../../domain/case/draft.ts';
import type { IntakeDeps } from '../../deps.ts';
import * as catalogueProblems from '../../problems/catalogue.ts';
import { acted } from '../../reply.ts';
import type { createBody } from '../../schemas/case.ts';
import { forWhom } from './applicant-of.ts';

const says = {
  'not-online': { zh: '申请人请选择网上或手机端渠道。', en: 'An applicant applies online or in the app.' },
  'not-of-the-post': { zh: '请选择本岗位对应的渠道。', en: 'Staff enter a case in the channel of their post.' },
} satisfies Record<string, Saying>;

export const createApplication =
  ({ applications, catalogue, newId, partyKey, standing }: IntakeDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof createBody>>>): Promise<HttpResponse> => {
    const { body, scope, cause, language } = call;
    const fault = channelFault(body.channel, scope.capacities);
    if (fault)
      return refuse(problems.invalidInput, [
        { pointer: '/channel', code: 'invalid_value', message: says[fault][language] },
      ]);

    const party = await forWhom(call, { partyKey, standing });
    if ('problem' in party) return party;

    const offered = await catalogue.current();
    const item = offered?.items.find(({ key }) => key === body.itemKey);
    if (!offered || !item) return refuse(catalogueProblems.itemUnknown);
    if (!item.form) return refuse(catalogueProblems.itemNotOnline);

    const { channel, form, situation, commitment, expiresOn, projectId, stage } = body;
    const application = begin(
      {
        id: newId(),
        at: cause.at,
        channel,
        ...party,
        projectId,
        stage,
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
