import * as z from 'zod';
import { once } from '#shared/once';
import { projectStates } from './graph.ts';

const name = once(() => z.string());
const moment = once(() => z.coerce.date());

/** What a plan asks of a project: square metres, tonnes, yes or no, a class, a list. */
export const factValue = once(() => z.union([z.boolean(), z.number(), z.string(), z.array(z.string())]));

/** 建设单位. */
export const investor = once(() => z.object({ partyId: name(), uscc: name(), name: name() }));
export type Investor = z.infer<ReturnType<typeof investor>>;

export const linkKinds = ['merged-into', 'merged-from', 'split-into', 'split-from'] as const;

/** 投资项目 as it is registered in the set in which it stands. */
export const project = once(() =>
  z.object({
    id: z.uuid(),
    version: z.int().min(1),
    state: z.enum(projectStates),
    /** Given by the provincial platform; one that was wrong is kept among the former ones. */
    code: name().optional(),
    formerCodes: z.array(name()),
    name: name(),
    /** Whose stage plan is its own. */
    kind: name(),
    place: z.object({ region: name(), address: name() }),
    investmentFen: z.int().min(0).optional(),
    facts: z.record(z.string(), factValue()),
    investor: investor(),
    /** Who is to become the investor, once it says so itself. */
    proposed: investor().extend({ at: moment(), reasons: name() }).optional(),
    /** The officer who carries it, by his party. */
    officer: name().optional(),
    /** The area with evaluations of its own in which it stands, and on which of its plots. */
    area: z.object({ id: z.uuid(), plot: name().optional(), since: z.iso.date() }).optional(),
    /** What it was before it was suspended. */
    was: z.enum(projectStates).optional(),
    /** Where it has gone on. */
    links: z.array(z.object({ kind: z.enum(linkKinds), projectId: z.uuid() })),
    /** Why it was suspended, or how it has ended. */
    reasons: name().optional(),
    registeredAt: moment(),
    /** From when its plan counts. */
    approvalBegan: moment().optional(),
    timelineHash: name(),
  }),
);
export type Project = z.infer<ReturnType<typeof project>>;
export type Link = Project['links'][number];
