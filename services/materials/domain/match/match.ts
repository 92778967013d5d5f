import { subjectKey, type About } from '../material/about.ts';
import type { BasisVersion, Basis } from '../material/basis.ts';
import { holdsOn } from '../material/material.ts';
import type { Requirement, Turn } from './item.ts';

/** What somebody wants to apply for: in which situation, whether on a commitment, and which premises, vehicle, project it is about. */
export interface Wish {
  situation: string;
  committed: boolean;
  about: readonly Exclude<About, { kind: 'party' }>[];
}

/** `maybe`: there are some, and nobody can tell that they are about the same thing: the owner says so himself, or does not. */
export type MatchState = 'held' | 'maybe' | 'fetched' | 'covered' | 'missing';

/** The lines of the list that count for a wish. */
export function linesFor({ requirements = [] }: Turn, { situation }: Pick<Wish, 'situation'>): Requirement[] {
  return requirements.filter(({ situations }) => !situations || situations.some((one) => one === situation));
}

/** How a line is met without any document of the applicant's; undefined where it is for him to bring one. */
export function metWithout(
  { requirement, shared }: Requirement,
  { covered = [] }: Turn,
  { committed }: Wish,
): 'fetched' | 'covered' | undefined {
  // What sharing provides may not be asked of the applicant (国务院令716 art. 7).
  if (shared !== undefined) return 'fetched';
  return committed && covered.includes(requirement) ? 'covered' : undefined;
}

/** Which premises, vehicle or project a line is about; undefined where the wish does not say, and for what is about the party. */
export function subjectOf({ about: kind }: Pick<Requirement, 'about'>, { about }: Wish): About | undefined {
  return about.find((one) => one.kind === kind);
}

/** A document that is at hand, in the version that an application would use. */
export interface Fitting {
  material: Basis;
  version: BasisVersion;
}

/** The newest version of a document that can be used on a day; undefined where there is none. */
export function usable(material: Basis, day: string): Fitting | undefined {
  const version = material.versions.findLast((one) => one.state === 'available' && holdsOn(one, day));
  return version && { material, version };
}

/**
 * How near a document of the right kind comes to a line: it is about the same thing, about another, or one cannot tell, as
 * nobody said which premises are meant, or its owner never said about which it is.
 */
export function nearness(
  { about: has }: Pick<Basis, 'about'>,
  { about: kind }: Pick<Requirement, 'about'>,
  wanted: About | undefined,
): 'same' | 'other' | 'unknown' {
  if (kind === 'party') return has.kind === 'party' ? 'same' : 'other';
  if (has.kind === 'party') return 'unknown';
  if (has.kind !== kind) return 'other';
  if (!wanted) return 'unknown';
  return subjectKey(has) === subjectKey(wanted) ? 'same' : 'other';
}

/** A line with what the applicant has for it: for certain the first, else what may be meant. */
export function matched(
  line: Requirement,
  wanted: About | undefined,
  found: readonly Fitting[],
): { state: MatchState; documents: readonly Fitting[] } {
  const by = Map.groupBy(found, ({ material }) => nearness(material, line, wanted));
  const same = by.get('same') ?? [];
  if (same.length > 0) return { state: 'held', documents: same };
  const unknown = by.get('unknown') ?? [];
  return { state: unknown.length > 0 ? 'maybe' : 'missing', documents: unknown };
}
