import type * as z from 'zod';
import { partyIdOf } from '#shared/party';
import type { Call, HttpResponse } from '#shared/route';
import { decide } from '../../domain/case/deciding.ts';
import type { IntakeDeps } from '../../deps.ts';
import { documentIn } from '../../schemas/applicant.ts';
import type { decideBody } from '../../schemas/decide.ts';
import { carryOut } from './carry-out.ts';

/** 办结: with the party that a grant has created, known from then on by its document as any other. */
export const decideApplication =
  (deps: IntakeDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof decideBody>>>): Promise<HttpResponse> => {
    const { issued: given, ...said } = call.body;
    const document = given?.party && documentIn(given.party);
    const createdPartyId = document && partyIdOf(await deps.partyKey(), document);
    const issued = given && { fields: given.fields ?? {}, ...(document && { party: document.number }) };
    return carryOut(
      { ...call, body: { ...said, issued, createdPartyId } },
      { act: 'decide', decide: () => decide },
      deps,
    );
  };
