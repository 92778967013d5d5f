import { LicenceChangedV1 } from '#events/materials/licence-changed.v1';
import { MaterialExpiringV1 } from '#events/materials/material-expiring.v1';
import type { LicenceDecidedV1 } from '#events/intake/licence-decided.v1';
import { fact, type Fact, type ReceivedOf } from '#events/event';
import { warnAt } from '../material/due.ts';
import { endOfEdition, lifeOf, type Licence, type Step } from './licence.ts';
import { numberFor } from '#shared/licence-number';
import type { LicenceAct } from './state.ts';

type Decided = Pick<ReceivedOf<typeof LicenceDecidedV1>, 'data' | 'district'>;

/** What an act changes of a licence. */
export interface LicenceChange {
  before: Licence | undefined;
  licence: Licence;
  act: LicenceAct | 'warn';
  facts: readonly Fact[];
}

/** A grant gives a licence; undefined where the fact does not say which. `later` is what was heard of it before. */
export function issue({ data, district }: Decided, later: readonly Decided['data'][]): LicenceChange | undefined {
  const { licenceId: id, licence: said, edition, at } = data;
  if (!said || !edition) return undefined;
  const { issuer } = edition;
  const issued = { ...said, id, version: 1, district, issuer, issuedAt: new Date(at), timelineHash: '' };
  const begun: Licence = { ...issued, steps: [stepOf(data, 1)] };
  const licence = { ...later.reduce((found, one) => withStep(found, one), begun), version: 1 };
  return { before: undefined, licence, act: 'issue', facts: factsOf(undefined, licence) };
}

/** A decision about it; told again, it changes nothing. */
export function follow(before: Licence, data: Decided['data']): LicenceChange {
  const licence = withStep(before, data);
  return { before, licence, act: data.act, facts: factsOf(before, licence) };
}

/** When the clock must look at it; undefined where it has no end, or has come to it. */
export function licenceLook(found: Licence): Date | undefined {
  const { state, current } = lifeOf(found);
  if (state !== 'valid' && state !== 'suspended') return undefined;
  return found.warnedOf === current.n ? endOfEdition(current) : warnAt(current);
}

/** What time has done to it by now: its holder is warned, once for each edition, or it has run out. */
export function passLicence(found: Licence, now: Date): LicenceChange | undefined {
  const due = licenceLook(found);
  if (!due || due >= now) return undefined;
  const { current } = lifeOf(found);
  const end = endOfEdition(current);
  return end && end < now ? expire(found, end) : warn(found);
}

function expire(before: Licence, at: Date): LicenceChange {
  const licence = next(before, { steps: [...before.steps, { act: 'expire', at, caseId: before.id }] });
  return { before, licence, act: 'expire', facts: factsOf(before, licence) };
}

function warn(before: Licence): LicenceChange {
  const { id: materialId, partyId, type } = before;
  const { n, validUntil = '' } = lifeOf(before).current;
  const said = { materialId, version: n, partyId, type, validUntil };
  const licence = next(before, { warnedOf: n });
  return { before, licence, act: 'warn', facts: [fact(MaterialExpiringV1, said)] };
}

const next = (before: Licence, changed: Partial<Licence>): Licence => ({
  ...before,
  ...changed,
  version: before.version + 1,
});

function withStep(before: Licence, data: Decided['data']): Licence {
  const isKnown = before.steps.some(({ act, caseId }) => act === data.act && caseId === data.caseId);
  if (isKnown) return before;
  const n = before.steps.filter(({ edition }) => edition !== undefined).length + 1;
  return next(before, { steps: [...before.steps, stepOf(data, n)] });
}

function stepOf({ act, at, caseId, undoes, annuls, edition }: Decided['data'], n: number): Step {
  if (!edition) return { act, at: new Date(at), caseId, ...(undoes && { undoes }), ...(annuls && { annuls }) };
  const { issuer, serial, ...validity } = edition;
  return { act, at: new Date(at), caseId, edition: { n, number: numberFor({ issuer, serial }), ...validity } };
}

/** Each edition that stands otherwise than before; the set that gave it hears of it. */
function factsOf(before: Licence | undefined, licence: Licence): Fact[] {
  const was = new Map(before && lifeOf(before).editions.map(({ n, state }) => [n, state]));
  const { id: licenceId, partyId, type, district } = licence;
  return lifeOf(licence)
    .editions.filter(({ n, state }) => was.get(n) !== state)
    .map(({ n, state, caseId, validUntil }) => {
      const edition = { licenceId, edition: n, caseId, ...(validUntil && { validUntil }) };
      return fact(LicenceChangedV1, { ...edition, partyId, type, state }, district);
    });
}
