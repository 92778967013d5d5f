import { MaterialsGivenV1 } from '#events/intake/materials-given.v1';
import { MaterialsUnconfirmedV1 } from '#events/intake/materials-unconfirmed.v1';
import type { CaseMaterialsChangedV1 } from '#events/materials/case-materials-changed.v1';
import { fact, type Fact, type ReceivedOf } from '#events/event';
import type { Application } from '../case/application.ts';
import type { Entry } from '../party/entry.ts';
import type { RaisedFinding } from '../supervision/finding-record.ts';
import { changedIn, unknownIn, waitingIn, type CaseMaterials, type Line, type Seen } from './case-materials.ts';
import type { Given, Told } from './given.ts';
import { lineArrow } from './graph.ts';
import { heardShared } from './shared-line.ts';

/** What an act changes of a case's materials. */
export interface MaterialsChange {
  before: CaseMaterials | undefined;
  materials: CaseMaterials;
  act: 'give' | 'hear' | 'warn' | 'see' | 'uphold' | 'close';
  reason?: string;
  facts: readonly Fact[];
  raised?: readonly RaisedFinding[];
}

type Whose = Pick<Application, 'id' | 'partyId' | 'itemKey' | 'department'>;
export interface Giving {
  before: CaseMaterials | undefined;
  materials: readonly Told[];
  at: Date;
  /** Of a desk that gives them for him. */
  entry?: Entry | undefined;
}

/** The applicant gives documents: each waits until the library has confirmed it. One that was given before stays as it is. */
export function give(whose: Whose, { before, materials, at, entry }: Giving): MaterialsChange {
  const known = before?.lines ?? [];
  const kept = known.filter((one) => !materials.some(({ requirement }) => requirement === one.requirement));
  const lines = materials.map(
    (one): Line => known.find((each) => isSame(each, one)) ?? { ...one, ...inPlaceOf(one, known), givenAt: at },
  );
  const version = (before?.version ?? 0) + 1;
  const after = { ...(before ?? begun(whose)), version, lines: [...kept, ...lines], entry };
  return { before, materials: after, act: 'give', facts: [] };
}

/** A new document waits; in the place of one that left, its case goes on being barred until this one is confirmed. */
function inPlaceOf({ requirement }: Given, known: readonly Line[]): Pick<Line, 'state' | 'left' | 'leftAt'> {
  const { state, left, leftAt } = known.find((one) => one.requirement === requirement) ?? {};
  return { state: 'waiting', ...(left && state !== 'upheld' && { left, leftAt }) };
}

/** What the library is told of all that a case uses, where that is not told with its submission. */
export function givenFact({ caseId, partyId, lines }: CaseMaterials, district: string): Fact {
  const materials = lines.map(({ requirement, materialId, version }) => ({ requirement, materialId, version }));
  return fact(MaterialsGivenV1, { caseId, district, partyId, materials });
}

type Answer = Pick<ReceivedOf<typeof CaseMaterialsChangedV1>, 'data' | 'sequence' | 'time'>;

/** The library's answer, or a later change; what is older than was heard before says nothing, and is undefined. */
export function hear(
  whose: Whose,
  known: CaseMaterials | undefined,
  { data, sequence, time }: Answer,
): MaterialsChange | undefined {
  const before = known ?? { ...begun(whose), version: 0 };
  if (sequence <= before.answered) return undefined;
  const lines = before.lines.map((one) => {
    const answer = data.requirements.find((each) => isSame(each, one));
    return answer ? heard(one, answer, new Date(time)) : one;
  });
  const refused = lines.flatMap(({ requirement, state, why }, n) =>
    state === 'refused' && why && before.lines[n]?.state === 'waiting' ? [{ requirement, why }] : [],
  );
  const shared = data.shared ? heardShared(before.shared ?? [], data.shared, new Date(time)) : before.shared;
  const materials = { ...before, version: before.version + 1, answered: sequence, lines, shared };
  return { before: known, materials, act: 'hear', facts: unconfirmed(before, refused) };
}

type Answered = Answer['data']['requirements'][number];

function heard(one: Line, { state, why, sha256, left }: Answered, at: Date): Line {
  const act = state === 'confirmed' ? ('confirm' as const) : ('refuse' as const);
  const first = lineArrow(one.state, act, { underReview: true });
  const good = state === 'confirmed' ? { left: undefined, leftAt: undefined, sha256 } : { why };
  const said: Line = first ? { ...one, state: first.to, ...good } : one;
  const then = left && lineArrow(said.state, 'leave', { underReview: true });
  return then ? { ...said, state: then.to, left, leftAt: at } : said;
}

/** Minutes after which the applicant is told that what he gave is not confirmed (design section 8). */
const minutesToConfirm = 15;

/** When the clock must look; undefined where nobody waits, or he was told. */
export function materialsLook(found: CaseMaterials): { at: Date } | undefined {
  const [first] = untold(found).toSorted((a, b) => a.givenAt.getTime() - b.givenAt.getTime());
  return first && { at: tellAt(first) };
}

/** The clock: what nobody has confirmed by now is told to the applicant, once. */
export function tellUnconfirmed(before: CaseMaterials, now: Date): MaterialsChange {
  const late = untold(before).filter((one) => tellAt(one) < now);
  const lines = before.lines.map((one) => (late.includes(one) ? { ...one, told: true } : one));
  const said = late.map(({ requirement }) => ({ requirement, why: 'no-answer' as const }));
  const materials = { ...before, version: before.version + 1, lines };
  return { before, materials, act: 'warn', facts: unconfirmed(before, said) };
}

/** A clerk has seen originals, or taken copies: of a line the last count holds. */
export function see(whose: Whose, before: CaseMaterials | undefined, count: Seen): MaterialsChange {
  const known = before ?? { ...begun(whose), version: 0 };
  const others = known.seen.filter(({ requirement }) => requirement !== count.requirement);
  const materials = { ...known, version: known.version + 1, seen: [...others, count] };
  return { before, materials, act: 'see', facts: [] };
}

/** Why the case may rest on it all the same, or how the office knows what its register has not said: a grant waits for that, for another document, or for the answer. */
export function uphold(
  before: CaseMaterials,
  requirement: string,
  upheld: NonNullable<Line['upheld']>,
): MaterialsChange | undefined {
  const open = [...changedIn(before), ...unknownIn(before)];
  const found = open.find((one) => one.requirement === requirement);
  const version = before.version + 1;
  const done = { before, act: 'uphold' as const, reason: upheld.reasons, facts: [] };
  if (found && 'resource' in found) {
    const shared = before.shared?.map((one) => (one === found ? { ...one, upheld } : one));
    return { ...done, materials: { ...before, version, shared } };
  }
  const arrow = found && lineArrow(found.state, 'uphold', { underReview: true, inPlace: found.left !== undefined });
  if (!arrow) return undefined;
  const lines = before.lines.map((one) => (one === found ? { ...one, state: arrow.to, upheld } : one));
  return { ...done, materials: { ...before, version, lines } };
}

/** The case has ended: what was open of it is no task any more. */
export function close(whose: Whose, before: CaseMaterials | undefined, facts: readonly Fact[] = []): MaterialsChange {
  const known = before ?? { ...begun(whose), version: 0 };
  return { before, materials: { ...known, version: known.version + 1, closed: true }, act: 'close', facts };
}

const untold = (found: CaseMaterials): Line[] => waitingIn(found).filter(({ told }) => !told);
const tellAt = ({ givenAt }: Line): Date => new Date(givenAt.getTime() + minutesToConfirm * 60_000);

export const isSame = (one: Given, other: Given): boolean =>
  one.requirement === other.requirement && one.materialId === other.materialId && one.version === other.version;

function unconfirmed(
  { caseId, partyId }: CaseMaterials,
  materials: { requirement: string; why: 'no-answer' | NonNullable<Line['why']> }[],
): Fact[] {
  return materials.length > 0 ? [fact(MaterialsUnconfirmedV1, { caseId, partyId, materials })] : [];
}

function begun({ id: caseId, partyId, itemKey, department }: Whose): CaseMaterials {
  return { caseId, version: 1, partyId, itemKey, department, lines: [], answered: 0, seen: [], timelineHash: '' };
}
