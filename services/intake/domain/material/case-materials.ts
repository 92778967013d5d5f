import * as z from 'zod';
import { once } from '#shared/once';
import { entry } from '../party/entry.ts';
import { given } from './given.ts';
import { isChanged, isUnknown, sharedLine, type SharedLine } from './shared-line.ts';

const text = once(() => z.string());
const moment = once(() => z.coerce.date());

/** Whoever of the office did something, and the person behind the account. */
const maker = once(() => ({ by: text(), byParty: text().optional(), at: moment() }));

/** A document that was given for a line of the list, and what the library said of it. */
export const line = once(() =>
  given().extend({
    state: z.enum(['waiting', 'confirmed', 'refused', 'left', 'upheld']),
    givenAt: moment(),
    /** A licence that an earlier case of its bundle gave: the office's own affair, for which nobody waits. */
    result: z.literal(true).optional(),
    why: z.enum(['unknown', 'not-at-hand', 'not-in-force', 'other-kind']).optional(),
    sha256: text().optional(),
    /** How it left what it was confirmed as, or that one did so in whose place it was given; until this one is confirmed. */
    left: z.enum(['expired', 'withdrawn']).optional(),
    leftAt: moment().optional(),
    /** True once the applicant was told that nobody confirms it. */
    told: z.boolean().optional(),
    /** Why the case may rest on it all the same. */
    upheld: z.object({ ...maker(), reasons: text() }).optional(),
  }),
);
export type Line = z.infer<ReturnType<typeof line>>;

/** 原件核验: what a clerk saw and took of a line, on paper. */
export const seen = once(() => z.object({ requirement: text(), ...maker(), originals: z.int(), copies: z.int() }));
export type Seen = z.infer<ReturnType<typeof seen>>;

/** What a case has of the materials that its item asks for: the copy it decides from. `answered` is the library's last word. */
export const caseMaterials = once(() =>
  z.object({
    caseId: z.uuid(),
    version: z.int().min(1),
    partyId: text(),
    itemKey: text(),
    department: text(),
    lines: z.array(line()),
    /** What the office gets of shared data; absent until the library has told of it. */
    shared: z.array(sharedLine()).optional(),
    answered: z.int(),
    seen: z.array(seen()),
    /** What a desk recorded that gave the last documents for the applicant. */
    entry: entry().optional(),
    /** True once it is known that the case has ended: nothing of it is open any more. */
    closed: z.boolean().optional(),
    timelineHash: text(),
  }),
);
export type CaseMaterials = z.infer<ReturnType<typeof caseMaterials>>;

/** Nobody has said yet whether these may be used, and no clerk has seen them on paper. */
export function waitingIn({ lines, seen: onPaper }: CaseMaterials): Line[] {
  return lines.filter(
    ({ state, requirement, result }) =>
      state === 'waiting' && !result && !onPaper.some((one) => one.requirement === requirement && one.originals > 0),
  );
}

/** What nobody has answered for of what sharing provides. */
export const unknownIn = ({ shared = [], closed }: CaseMaterials): SharedLine[] =>
  closed ? [] : shared.filter(isUnknown);

/** 依据变化: what the case rested on is not in force any more, and nobody has said what that means for it. */
export function changedIn({ lines, shared = [], closed }: CaseMaterials): (Line | SharedLine)[] {
  if (closed) return [];
  return [...lines.filter(({ state, left }) => left !== undefined && state !== 'upheld'), ...shared.filter(isChanged)];
}
