import type { Application } from '../case/application.ts';
import type { Bundle, Part } from './bundle.ts';
import { waitsFor } from './choice.ts';
import type { BundleChange } from './step.ts';
import { stateAfter } from './graph.ts';

/** The part that a case stands for, or stood for until another office went on with it. */
export const partOfCase = ({ parts }: Pick<Bundle, 'parts'>, id: string): Part | undefined =>
  parts.find(({ caseId, forwarded = [] }) => caseId === id || forwarded.includes(id));

/** The parts that were granted and on which a part rests. */
export function grantedBefore({ item }: Pick<Part, 'item'>, { parts }: Pick<Bundle, 'parts'>): Part[] {
  const before = waitsFor(item, parts);
  return parts.filter((one) => before.has(one.item) && one.outcome === 'granted');
}

/** The parts that were granted upon a part, however far on. */
export const grantedUpon = ({ item }: Pick<Part, 'item'>, { parts }: Pick<Bundle, 'parts'>): Part[] =>
  parts.filter((one) => one.outcome === 'granted' && waitsFor(one.item, parts).has(item));

interface Undone {
  grant: Pick<Application, 'id'>;
  stands: boolean;
  /** The case that takes the grant back. */
  by: string;
  at: Date;
}

/** What a part was granted was taken back, or stands again; undefined where the bundle shows that already. */
export function partUndone(before: Bundle, { grant, stands, by, at }: Undone): BundleChange | undefined {
  const part = partOfCase(before, grant.id);
  const act = stands ? 'restore-part' : 'take-part-back';
  const state = stateAfter(before, act, before.parts);
  // What is decided anew stands for the part: the earlier grant tells nothing of it any more.
  if (part?.forwarded?.includes(grant.id)) return undefined;
  if (!part || !state || (part.takenBack === undefined) === stands) return undefined;
  const { takenBack: _, ...rest } = part;
  const after: Part = stands ? rest : { ...part, takenBack: { at, caseId: by } };
  const parts = before.parts.map((one) => (one === part ? after : one));
  const bundle = { ...before, parts, state, version: before.version + 1 };
  return { before, bundle, act, facts: [], reason: `${part.item} ${grant.id}` };
}
