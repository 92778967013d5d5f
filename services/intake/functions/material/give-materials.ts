import type * as z from 'zod';
import { problems, type Language } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import { give, givenFact, isSame } from '../../domain/material/act.ts';
import type { CaseMaterials } from '../../domain/material/case-materials.ts';
import { mostGiven, type Given } from '../../domain/material/given.ts';
import { lineArrow } from '../../domain/material/graph.ts';
import { materialsRefusal } from '../../domain/material/who.ts';
import type { Application } from '../../domain/case/application.ts';
import type { IntakeDeps } from '../../deps.ts';
import { caseProblems } from '../../problems/case.ts';
import { inReview, tooManyGiven } from '../../problems/material.ts';
import type { giveBody } from '../../schemas/material.ts';
import { timeFirst } from '../case/time-first.ts';
import { deskEntry } from '../party/at-desk.ts';
import { givenRefusal } from './given-refusal.ts';
import { materialsActed } from './acted.ts';
import { materialsIn } from './materials-in.ts';

/** Documents that the applicant gives to a case which was handed in: what was missing, was refused, or was to follow. */
export const giveMaterials =
  (deps: IntakeDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof giveBody>>>): Promise<HttpResponse> => {
    const { params, body, scope, cause, language } = call;
    const found = await materialsIn(scope, params['id'] ?? '', deps);
    if (!found) return refuse(problems.notFound);
    const moved = await timeFirst(found.application, cause.at, deps);
    const application = moved ?? found.application;
    const refused = materialsRefusal(application, 'give', scope);
    if (refused) return refuse(caseProblems[moved ? 'deadline-passed' : refused]);
    const kept = await deskEntry(body.entry, { ...call, whose: application }, deps);
    if ('problem' in kept) return kept;
    const wrong =
      (await givenRefusal(body.materials, { application, language, materials: found.materials }, deps)) ??
      replacingRefusal(body.materials, found.materials, { application, language });
    if (wrong) return wrong;

    const change = give(application, { ...kept, before: found.materials, materials: body.materials, at: cause.at });
    if (change.materials.lines.length > mostGiven) return refuse(tooManyGiven);
    const facts = [givenFact(change.materials, deps.set)];
    const reply = materialsActed(application, change, scope);
    const store = await deps.caseMaterials();
    await store.save({ ...change, facts }, application, { ...cause, reply });
    return reply;
  };

/** What may not be changed for another any more, by its place. */
function replacingRefusal(
  all: readonly Given[],
  before: CaseMaterials | undefined,
  { application, language }: { application: Application; language: Language },
): Refusal | undefined {
  const about = { underReview: application.acceptedAt !== undefined };
  const fixed = all.flatMap((one, n) => {
    const known = before?.lines.find(({ requirement }) => requirement === one.requirement);
    const isFixed = known && !isSame(known, one) && !lineArrow(known.state, 'replace', about);
    return isFixed
      ? [{ pointer: `/materials/${n}/requirement`, code: inReview.code, message: inReview[language] }]
      : [];
  });
  return fixed.length > 0 ? refuse(inReview, fixed) : undefined;
}
