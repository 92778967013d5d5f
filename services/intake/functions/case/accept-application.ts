import type { Call, HttpResponse } from '#shared/route';
import { accept, type Acceptance } from '../../domain/case/acceptance.ts';
import type { Application } from '../../domain/case/application.ts';
import { refused, type Decide } from '../../domain/case/change.ts';
import type { Held } from '../../domain/case/licence.ts';
import type { IntakeDeps } from '../../deps.ts';
import { isBarred } from '../commitment/barred.ts';
import { carryOut } from './carry-out.ts';
import type { ReadAhead } from '../material/bar.ts';
import { heldBy } from './licence-of.ts';
import { materialsAhead } from './materials-ahead.ts';

/** Looks the item up only where something is to follow: most acceptances need the case alone. */
export const acceptApplication =
  (deps: IntakeDeps) =>
  (call: Call<unknown, Acceptance>): Promise<HttpResponse> => {
    const ahead = materialsAhead(call, deps);
    return carryOut(call, { act: 'accept', decide: (found) => accepting(found, { ...call.body, ahead }, deps) }, deps);
  };

type Accepting = Acceptance & { ahead: Promise<ReadAhead> };

/** What the applicant gave must be confirmed or refused first, or seen on paper: till then nobody knows whether it is complete. */
async function accepting(
  found: Application,
  { tolerance, licence, ahead }: Accepting,
  deps: IntakeDeps,
): Promise<Decide<Acceptance>> {
  const { unlessBarred } = await import('../material/bar.ts');
  const held = licence ? await heldBy(found, deps) : [];
  const taken = tolerance ? await tolerant(found, held, deps) : accept(undefined, held);
  const isFiled = found.handling === 'filing';
  const decide = isFiled && found.bundleId ? await uponEarlier(found, taken, deps) : taken;
  return unlessBarred(await ahead, { wish: isFiled ? 'grant' : 'accept', decide });
}

/** 备案: in a bundle what is filed rests on the grants of earlier parts, as a licence does. */
const uponEarlier = async (found: Application, decide: Decide<Acceptance>, deps: IntakeDeps) =>
  (await import('../bundle/gone-before.ts')).unlessGone(found, decide, deps);

/** 容缺: what may follow is the item's to say, and nobody with an unrepaired record may promise it. */
async function tolerant(found: Application, held: readonly Held[], deps: IntakeDeps): Promise<Decide<Acceptance>> {
  if (await isBarred(found.partyId, deps)) return () => refused('record-unrepaired');
  const { toleranceOf } = await import('./tolerance-of.ts');
  return accept(await toleranceOf(found, deps), held);
}
