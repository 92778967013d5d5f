import type { Item, Situation } from './item.ts';

type Material = Item['materials'][number];

/** 证明事项清单: what an item wants of somebody in his situation, and whether he is asked for it. */
export type Requirement = Omit<Material, 'situations'> & {
  asked: boolean;
  /** Why he is not: the office gets it itself, or his commitment stands in its place. */
  instead?: 'sharing' | 'commitment';
};

interface About {
  situation: Situation;
  committed?: boolean;
  /** Lines that sharing has turned out not to provide: only then they are asked for. */
  notProvided?: readonly string[];
}

/** An item's list in a situation; with a commitment, what that covers is not asked. */
export function requirementsOf(
  { materials, commitment }: Pick<Item, 'materials' | 'commitment'>,
  { situation, committed = false, notProvided = [] }: About,
): Requirement[] {
  const covered = new Set(committed ? commitment?.covers : []);
  return materials
    .filter(({ situations }) => !situations || situations.includes(situation))
    .map(({ situations, ...material }) => {
      const instead = insteadOf(material, { covered, notProvided });
      return { ...material, asked: instead === undefined, ...(instead && { instead }) };
    });
}

function insteadOf(
  { type, sharedResource }: Pick<Material, 'type' | 'sharedResource'>,
  { covered, notProvided }: { covered: ReadonlySet<string>; notProvided: readonly string[] },
): Requirement['instead'] {
  // What sharing provides may not be asked of the applicant (国务院令716 art. 7).
  if (sharedResource !== null && !notProvided.includes(type)) return 'sharing';
  return covered.has(type) ? 'commitment' : undefined;
}

/** What may be demanded of an applicant: what his item's list asks of him, and nothing else. */
export function demandable(item: Pick<Item, 'materials' | 'commitment'>, about: About): Requirement[] {
  return requirementsOf(item, about).filter(({ asked }) => asked);
}
