import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import type { Bundle } from '../../domain/bundle/bundle.ts';
import { withdrawBundle as withdraw, withdrawPart } from '../../domain/bundle/giving-up.ts';
import { bundleActions, type CallersAct } from '../../domain/bundle/graph.ts';
import { isAhead } from '../../domain/bundle/parts.ts';
import type { BundleChange } from '../../domain/bundle/step.ts';
import type { Entry } from '../../domain/party/entry.ts';
import type { IntakeDeps } from '../../deps.ts';
import { partHasCase, wrongState } from '../../problems/bundle.ts';
import type { withdrawCaseBody } from '../../schemas/at-desk.ts';
import { bundleActed } from './bundle-reply.ts';
import { bundleEntry } from './bundle-entry.ts';
import { whatStands } from './what-stands.ts';

type Withdrawing = Call<unknown, z.infer<ReturnType<typeof withdrawCaseBody>>>;

/** Gives a bundle up: a draft at once; of what was handed in the cases are withdrawn one after another, but for what was decided. */
export const withdrawBundle =
  (deps: IntakeDeps) =>
  async (call: Withdrawing): Promise<HttpResponse> => {
    const ready = await readyTo('withdraw', call, deps);
    if ('problem' in ready) return ready;
    const { scope, cause, body } = call;
    const { bundle, entry } = ready;
    const stands = await whatStands(bundle, deps);
    const { sub, partyId } = scope.actor;
    const by = { sub, partyId, office: cause.office };
    const change = withdraw(bundle, { at: cause.at, by, reason: body.reason, entry });
    return saved(change, { call, told: { parts: stands(change.bundle) } }, deps);
  };

/** Takes one part out of a bundle that has no case yet; one that has is withdrawn as any other case. */
export const withdrawBundlePart =
  (deps: IntakeDeps) =>
  async (call: Withdrawing): Promise<HttpResponse> => {
    const { params, cause, body } = call;
    const item = params['item'] ?? '';
    const ready = await readyTo('withdraw-part', call, deps);
    if ('problem' in ready) return ready;
    const { bundle, entry } = ready;
    return saved(withdrawPart(bundle, { item, at: cause.at, reason: body.reason, entry }), { call }, deps);
  };

interface Ready {
  bundle: Bundle;
  entry: Entry | undefined;
}

/** The bundle as the caller may act on it, with what a desk records of who came. */
async function readyTo(act: CallersAct, call: Withdrawing, deps: IntakeDeps): Promise<Ready | Refusal> {
  const { params, body, scope } = call;
  const found = await (await deps.bundles()).get(scope, params['id'] ?? '');
  if (!found) return refuse(problems.notFound);
  const refused = act === 'withdraw-part' && partRefusal(found.bundle, call);
  if (refused) return refused;
  if (!bundleActions(found.bundle, scope).includes(act)) return refuse(wrongState);
  const kept = await bundleEntry(body.entry, { call, bundle: found.bundle }, deps);
  return 'problem' in kept ? kept : { bundle: found.bundle, ...kept };
}

/** Only what has no case yet is taken out: what has one is withdrawn as a case, what has ended is not. */
function partRefusal({ parts }: Bundle, { params, language }: Withdrawing): Refusal | undefined {
  const part = parts.find(({ item }) => item === params['item']);
  if (!part) return refuse(problems.notFound);
  if (part.state !== 'open') return isAhead(part) ? undefined : refuse(wrongState);
  const fault = { pointer: `/parts/${part.item}`, code: partHasCase.code, message: partHasCase[language] };
  return refuse(partHasCase, [fault]);
}

interface Saving {
  call: Withdrawing;
  /** What the reply tells besides. */
  told?: object;
}

async function saved(change: BundleChange, { call, told }: Saving, deps: IntakeDeps): Promise<HttpResponse> {
  const reply = bundleActed(change.bundle, call.scope, told);
  await (await deps.bundles()).save(change, { ...call.cause, reply });
  return reply;
}
