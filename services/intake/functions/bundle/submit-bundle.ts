import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { bundleActions } from '../../domain/bundle/graph.ts';
import { submitBundle as submit } from '../../domain/bundle/life.ts';
import type { IntakeDeps } from '../../deps.ts';
import { wrongState } from '../../problems/bundle.ts';
import { bundleActed } from './bundle-reply.ts';
import { handInRefusal } from './hand-in-refusal.ts';
import { stageLook } from './stage-look.ts';

/** Hands a bundle in where every form that its cases will have is complete, but for what results are to bring. */
export const submitBundle =
  (deps: IntakeDeps) =>
  async ({ params: { id = '' }, scope, cause, language }: Call): Promise<HttpResponse> => {
    const bundles = await deps.bundles();
    const found = await bundles.get(scope, id);
    if (!found) return refuse(problems.notFound);
    const { bundle, form } = found;
    if (!bundleActions(bundle, scope).includes('submit')) return refuse(wrongState);

    const refused = await handInRefusal(found, { language, at: cause.at, deps });
    if (refused) return refused;

    const { answers, commitments } = form;
    const { sub, partyId } = scope.actor;
    const by = { sub, partyId, office: cause.office };
    const change = submit(bundle, { at: cause.at, by, answers, commitments, newCaseId: deps.newId });
    const reply = bundleActed(change.bundle, scope);
    const lookAt = await stageLook(change.bundle, deps);
    await bundles.save({ ...change, lookAt }, { ...cause, reply });
    return reply;
  };
