import { dayOf } from '#shared/calendar';
import type { FetchDeps } from '../../deps.ts';
import { lifeOf, type Licence } from '../../domain/licence/licence.ts';
import { valueIn } from '../../domain/licence/says.ts';
import { holdsOn } from '../../domain/material/material.ts';
import { licenceIn, type Ask, type Due, type Known } from '../../domain/sharing/form-ask.ts';

type Deps = Pick<FetchDeps, 'held' | 'licences' | 'licenceSays' | 'parties'>;

/** Licences of a holder that are looked at for the one that registers him. */
const looked = 20;

interface Asking {
  ask: Ask;
  owners: readonly string[];
  at: Date;
}

/** What the licences of a party say that any set has given. Of what asks no licence nothing is known here. */
export async function licencesSay({ partyId, asks }: Due, at: Date, deps: Deps): Promise<Known[]> {
  const wanted = asks.filter((ask) => licenceIn(ask) !== undefined || ask.source === 'party');
  if (wanted.length === 0) return [];
  const owners = await deps.parties.group(partyId);
  return Promise.all(wanted.map((ask) => said({ ask, owners, at }, deps)));
}

async function said(asking: Asking, deps: Deps): Promise<Known> {
  const { ask, at } = asking;
  const type = licenceIn(ask);
  const found = type ? await ofKind(type, asking, deps) : await registering(asking, deps);
  const inForce = found.filter((one) => isInForce(one, at));
  const [only, ...others] = inForce;
  if (!only) return { ask, why: 'none' };
  // Which one is meant nobody can tell.
  if (others.length > 0) return { ask, why: 'unclear' };
  const { current } = lifeOf(only);
  const content = (await (await deps.licenceSays()).of(only.id)).get(current.caseId);
  const value = content && valueIn(content, ask);
  const until = current.validUntil;
  const from = { licenceId: only.id, edition: current.n, ...(until && { until }) };
  return value === undefined ? { ask, why: 'not-said' } : { ask, value, from };
}

function isInForce(found: Licence, at: Date): boolean {
  const { state, current } = lifeOf(found);
  return state === 'valid' && holdsOn(current, dayOf(at));
}

async function ofKind(requirement: string, { owners }: Asking, { held, licences }: Deps): Promise<Licence[]> {
  const store = await held();
  const near = await Promise.all(owners.map((id) => store.near(id, { requirement, about: 'party' }, undefined)));
  const ids = near.flat().flatMap(({ id, licence }) => (licence ? [id] : []));
  return (await Promise.all(ids.map((id) => licences.load(id)))).filter((one) => one !== undefined);
}

async function registering({ owners }: Asking, { licences, licenceSays }: Deps): Promise<Licence[]> {
  const says = await licenceSays();
  const pages = await Promise.all(owners.map((id) => licences.list(id, { limit: looked, after: undefined })));
  const found = await Promise.all(
    pages
      .flatMap(({ items }) => items)
      .map(async (one) => {
        const contents = await says.of(one.id);
        return [...contents.values()].some(({ creates }) => creates) ? [one] : [];
      }),
  );
  return found.flat();
}
