import type { Bundle, Part } from './bundle.ts';

// How the parts of a bundle stand to each other after one of their cases has ended, or goes on after all.

/** A part under the last case of a lineage; those from its own on have been forwarded. */
export function passedOn(part: Part, lineage: readonly string[]): Part {
  const forwarded = lineage.slice(lineage.indexOf(part.caseId), -1);
  const caseId = lineage.at(-1) ?? part.caseId;
  return forwarded.length > 0 ? { ...part, caseId, forwarded: [...(part.forwarded ?? []), ...forwarded] } : part;
}

export function opened(parts: readonly Part[]): Part[] {
  return parts.map((part) => (part.state === 'waiting' ? { ...part, state: opensNow(part.needs, parts) } : part));
}

/** A part opens once all that it needs has been granted. */
export function opensNow(needs: readonly string[], parts: readonly Part[]): 'opening' | 'waiting' {
  const granted = new Set(parts.filter(({ outcome }) => outcome === 'granted').map(({ item }) => item));
  return needs.every((need) => granted.has(need)) ? 'opening' : 'waiting';
}

/** What waited for a part, and what waited for that, is dropped with it. */
export function dropped(parts: readonly Part[], because: string): Part[] {
  const lost = new Set([because]);
  const next = () =>
    parts.find(
      ({ item, state, needs }) => state === 'waiting' && !lost.has(item) && needs.some((need) => lost.has(need)),
    );
  for (let part = next(); part; part = next()) lost.add(part.item);
  return parts.map((part) =>
    part.state === 'waiting' && lost.has(part.item) ? { ...part, state: 'dropped', because } : part,
  );
}

/** Whether a part has no case yet and may still have one. */
export const isAhead = ({ state }: Pick<Part, 'state'>): boolean => state === 'waiting' || state === 'opening';

/** Whether anything of it can still be given up. */
export const mayGiveUp = (parts: readonly Part[]): boolean =>
  parts.some((part) => isAhead(part) || (part.state === 'open' && !part.givenUp));

/** The parts once all is given up: what has no case yet ends, what has one is to be withdrawn. */
export function partsGivenUp(parts: readonly Part[], at: Date): Part[] {
  return parts.map((part): Part => {
    if (isAhead(part)) return { ...part, state: 'withdrawn', endedAt: at };
    return part.state === 'open' ? { ...part, givenUp: true } : part;
  });
}

/**
 * The parts once a case that ended goes on as the last of its lineage: it is open again, and what was dropped with it waits,
 * unless another part that it needs has ended without a grant. Undefined where no part has ended by an earlier one of them.
 */
export function reopened(parts: readonly Part[], lineage: readonly string[]): Part[] | undefined {
  const found = parts.find(({ state, caseId }) => state === 'ended' && lineage.slice(0, -1).includes(caseId));
  if (!found) return undefined;
  const waiting = parts.map((part): Part => {
    if (part === found) return openAgain(passedOn(part, lineage));
    if (part.state !== 'dropped' || part.because !== found.item) return part;
    const { because: _, ...rest } = part;
    return { ...rest, state: 'waiting' };
  });
  const lost = waiting.filter(
    ({ state, outcome }) => state === 'withdrawn' || (state === 'ended' && outcome !== 'granted'),
  );
  return lost.reduce<Part[]>((all, { item }) => dropped(all, item), waiting);
}

function openAgain({ outcome: _, endedAt: __, created: ___, takenBack: ____, givenUp: _____, ...part }: Part): Part {
  return { ...part, state: 'open' };
}

/** The parts whose cases are to be withdrawn, in order. */
export const partsToWithdraw = ({ parts }: Pick<Bundle, 'parts'>): Part[] =>
  parts.filter(({ state, givenUp }) => state === 'open' && givenUp === true);
