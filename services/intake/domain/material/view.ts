import type { Requirement } from '../catalogue/requirements.ts';
import type { Application } from '../case/application.ts';
import type { CaseMaterials, Line, Seen } from './case-materials.ts';
import type { Given } from './given.ts';
import type { SharedLine } from './shared-line.ts';

/** Where a line of the list stands: what was given for it, or why nothing is. */
export type Standing = Line['state'] | SharedLine['state'] | 'given' | 'seen' | 'committed' | 'missing';

type Listed = Pick<Requirement, 'type' | 'name' | 'nameEn' | 'must' | 'instead' | 'about'>;

/** A line of the list as everybody sees it who sees the case. */
export function lineView(
  requirement: Listed,
  {
    lines,
    seen,
    shared = [],
  }: { lines: readonly (Line | Given)[]; seen: readonly Seen[]; shared?: readonly SharedLine[] | undefined },
) {
  const { type, name, nameEn, must, about } = requirement;
  const given = lines.find((one) => one.requirement === type);
  const paper = seen.find((one) => one.requirement === type);
  const fetched = shared.find((one) => one.requirement === type);
  return {
    requirement: type,
    name,
    nameEn,
    must,
    about,
    status: given ? stateOf(given) : standingWithout(requirement, paper, fetched),
    ...(given && shown(given)),
    ...(fetched && { shared: shownShared(fetched) }),
    ...(paper && { seen: { originals: paper.originals, copies: paper.copies, by: paper.by, at: paper.at } }),
  };
}

const stateOf = (given: Line | Given): Standing => ('state' in given ? given.state : 'given');

/** What sharing provides the office fetches itself; a commitment stands in the place of what it covers. */
function standingWithout({ instead }: Listed, paper: Seen | undefined, fetched: SharedLine | undefined): Standing {
  if (paper && paper.originals > 0) return 'seen';
  if (fetched) return fetched.state;
  if (instead === 'sharing') return 'to-be-fetched';
  return instead === 'commitment' ? 'committed' : 'missing';
}

function shown(given: Line | Given) {
  const { materialId, version } = given;
  if (!('state' in given)) return { materialId, version };
  const { givenAt, why, sha256, left, leftAt, upheld } = given;
  const { byParty, ...kept } = upheld ?? {};
  return { materialId, version, givenAt, why, sha256, left, leftAt, ...(upheld && { upheld: kept }) };
}

function shownShared({ requirement, upheld, ...line }: SharedLine) {
  const { byParty, ...kept } = upheld ?? {};
  return { ...line, ...(upheld && { upheld: kept }) };
}

/** What a clerk saw of lines that were to follow, as he said when they had come (容缺). */
export function seenLater({ tolerance }: Pick<Application, 'tolerance'>): Seen[] {
  const { came = [], settledAt: at, settledBy: by } = tolerance ?? {};
  return came.flatMap(({ requirement, seen }) => (seen && at && by ? [{ requirement, at, by, ...seen }] : []));
}

/** What the office asked for on paper in all. */
export function papersOf({ seen }: Pick<CaseMaterials, 'seen'>): { originals: number; copies: number } {
  return {
    originals: seen.reduce((sum, one) => sum + one.originals, 0),
    copies: seen.reduce((sum, one) => sum + one.copies, 0),
  };
}
