import type * as z from 'zod';
import { partyIdOf } from '#shared/party';
import { normaliseNumber } from '#shared/identity-number';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import type { Application } from '../../domain/case/application.ts';
import { refused, type Decide } from '../../domain/case/change.ts';
import { decide, type Deciding } from '../../domain/case/deciding.ts';
import type { IntakeDeps } from '../../deps.ts';
import { documentIn, numberIn, type NamedParty } from '#shared/named-party';
import type { decideBody } from '../../schemas/decide.ts';
import { documentFaults } from '../party/document-faults.ts';
import type { ReadAhead } from '../material/bar.ts';
import { carryOut } from './carry-out.ts';
import { materialsAhead } from './materials-ahead.ts';

export type DecideCall = Call<unknown, z.infer<ReturnType<typeof decideBody>>>;

/**
 * 办结: with the party that a grant has created, known from then on by its document as any other. A grant waits for the fees
 * whose gate is the decision; a refusal never does: it ends them.
 */
export const decideApplication =
  (deps: IntakeDeps) =>
  async (call: DecideCall): Promise<HttpResponse> => {
    const { issued: given, ...said } = call.body;
    const unfit = given?.party && (await createdFault(given.party, call));
    if (unfit) return unfit;
    const document = given?.party && documentIn(given.party);
    const createdPartyId = document && partyIdOf(await deps.partyKey(), document);
    const issued = given && {
      fields: given.fields ?? {},
      ...(document && { party: normaliseNumber(document.number) }),
    };
    const ahead = said.outcome === 'granted' ? materialsAhead(call, deps) : undefined;
    return carryOut(
      { ...call, body: { ...said, issued, createdPartyId } },
      {
        act: 'decide',
        decide: (found) => decidedBy(found, { ...call, ahead }, deps),
      },
      deps,
    );
  };

/** Whoever registers a party gives its number anew: that one passes every check. */
async function createdFault(party: NamedParty, call: DecideCall): Promise<Refusal | undefined> {
  const faults = await documentFaults(
    [{ pointer: numberIn(party, '/issued/party'), document: documentIn(party) }],
    call,
  );
  return faults.length > 0 ? refuse(problems.invalidInput, faults) : undefined;
}

type WithMaterials = DecideCall & { ahead: Promise<ReadAhead> | undefined };

async function decidedBy(found: Application, call: WithMaterials, deps: IntakeDeps): Promise<Decide<Deciding>> {
  const barred = await barredBy(found, call, deps);
  if (barred) return () => refused(barred);
  if (found.follows) {
    const { mendsNothing } = await import('./still-stands.ts');
    if (await mendsNothing(found, call.body, deps)) return () => refused('decision-gone');
  }
  if (found.follows?.as === 'review' && call.body.ruling === 'annulled') {
    const { annul } = await import('./decide-anew.ts');
    return annul(found, call, deps);
  }
  if (!call.ahead) return decide;
  const [{ neededOf, unlessBarred }, ahead] = [await import('../material/bar.ts'), await call.ahead];
  const needed = await neededOf(ahead, found, deps);
  return unlessBarred(ahead, { wish: 'grant', decide: await uponEarlier(found, deps), needed });
}

/** In a bundle a grant rests on those of earlier parts. */
async function uponEarlier(found: Application, deps: IntakeDeps): Promise<Decide<Deciding>> {
  return found.bundleId ? (await import('../bundle/gone-before.ts')).unlessGone(found, decide, deps) : decide;
}

async function barredBy(found: Application, { body, cause }: DecideCall, deps: IntakeDeps) {
  if (body.outcome !== 'granted' || !found.charges.some(({ gate }) => gate === 'decision')) return undefined;
  // Few items have such a fee: the others do not load what looks for it.
  const { feeBar } = await import('../fee/bar.ts');
  return feeBar(found, { gate: 'decision', now: cause.at }, deps);
}
