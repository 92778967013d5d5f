import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { makerOf } from '../../domain/case/maker.ts';
import { uphold } from '../../domain/material/act.ts';
import { materialsRefusal } from '../../domain/material/who.ts';
import { givesNoReasons } from '../../domain/supervision/reasons.ts';
import type { IntakeDeps } from '../../deps.ts';
import { caseProblems } from '../../problems/case.ts';
import { basisStands } from '../../problems/material.ts';
import type { upholdBody } from '../../schemas/material.ts';
import { materialsActed } from './acted.ts';
import { materialsIn } from './materials-in.ts';

/** 依据变化: the department says why the case may rest on a document all the same that is not in force any more. */
export const upholdBasis =
  (deps: IntakeDeps) =>
  async ({
    params: { id = '', requirement = '' },
    body: { reasons },
    scope,
    cause,
  }: Call<unknown, z.infer<ReturnType<typeof upholdBody>>>): Promise<HttpResponse> => {
    const found = await materialsIn(scope, id, deps);
    if (!found) return refuse(problems.notFound);
    const { application, materials } = found;
    const refused = materialsRefusal(application, 'uphold', scope);
    if (refused) return refuse(caseProblems[refused]);
    if (givesNoReasons({ reasons, opinion: '' })) return refuse(caseProblems['no-reasons']);
    const change = materials && uphold(materials, requirement, { ...makerOf(scope), at: cause.at, reasons });
    if (!change) return refuse(basisStands);

    const reply = materialsActed(application, change, scope);
    await (await deps.caseMaterials()).save(change, application, { ...cause, reply });
    return reply;
  };
