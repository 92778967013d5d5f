import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { uscc } from '#shared/party';
import { text } from '#shared/text';
import { reasonsToChoose } from '../domain/officer/choose.ts';
import { projectActs, projectStates } from '../domain/project/graph.ts';
import { factValue, linkKinds } from '../domain/project/project.ts';

const key = once(() =>
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60),
);
const region = once(() =>
  z
    .string()
    .regex(/^\d{6}(\d{6})?$/)
    .meta({ description: 'Division, of 6 or 12 digits' }),
);
/** Its shape is checked by the function, which says what is wrong with it. */
const code = once(() => z.string().trim().max(40).meta({ description: '项目代码, 24 characters' }));

/** What is said of a project. */
const said = once(() => ({
  name: text(120),
  kind: key().meta({ description: 'Whose stage plan is its own: `industrial-private`' }),
  place: z.strictObject({ region: region(), address: text(120) }),
  investmentFen: z.int().min(0).optional(),
  facts: z
    .record(z.string().regex(/^[a-z][A-Za-z]{0,39}$/), factValue())
    .refine((facts) => Object.keys(facts).length <= 40)
    .default({})
    .meta({
      description: 'What a plan asks: `landTaken` in square metres, `energy` in tonnes of standard coal a year …',
    }),
}));
const investorInput = once(() => z.strictObject({ uscc: uscc(), name: text(120) }));

export const projectBody = once(() =>
  z.strictObject({ ...said(), code: code().optional(), investor: investorInput() }).meta({ id: 'ProjectInput' }),
);
export const editBody = once(() => z.strictObject(said()).meta({ id: 'EditProjectInput' }));
export const codeBody = once(() => z.strictObject({ code: code() }).meta({ id: 'ProjectCodeInput' }));
export const reasonsBody = once(() => z.strictObject({ reasons: text(500) }).meta({ id: 'ProjectReasonsInput' }));
const others = once(() => z.array(z.uuid()).refine((ids) => new Set(ids).size === ids.length));
export const mergeBody = once(() =>
  z.strictObject({ into: z.uuid(), reasons: text(500) }).meta({ id: 'MergeProjectInput' }),
);
export const splitBody = once(() =>
  z.strictObject({ into: others().min(2).max(20), reasons: text(500) }).meta({ id: 'SplitProjectInput' }),
);
export const handOverBody = once(() =>
  z.strictObject({ to: z.string().min(1).max(60).meta({ description: 'Party of the officer' }) }).meta({
    id: 'HandOverProjectInput',
  }),
);
export const investorBody = once(() =>
  z.strictObject({ investor: investorInput(), reasons: text(500) }).meta({ id: 'ProposeInvestorInput' }),
);

export const projectsQuery = once(() =>
  z.strictObject({
    ...pageQuery(),
    state: z.enum(projectStates).optional().meta({ description: 'Staff: all of the set in this state' }),
    code: code().optional().meta({ description: 'Staff: the one that has or had this code' }),
  }),
);

const day = z.iso.date;
/** What becomes of a plan as the facts become others. */
export const planDifference = once(() => ({
  on: z.array(key()).meta({ description: 'Items that the project now has to do with' }),
  off: z.array(key()),
  end: z
    .object({ before: day().optional(), after: day().optional() })
    .optional()
    .meta({ description: 'Where the expected end has moved' }),
}));

const moment = z.iso.datetime;
const warning = once(() => z.enum(['region-unknown', 'region-out-of-time', 'check-digit']));
const actions = once(() => z.array(z.enum(projectActs)));
const investor = once(() => z.object({ partyId: z.string(), uscc: z.string(), name: z.string() }));
const shown = once(() => ({
  id: z.uuid(),
  status: z.enum(projectStates),
  version: z.int(),
  code: z.string().optional(),
  name: z.string(),
  kind: z.string(),
  place: z.object({ region: z.string(), address: z.string() }),
  investor: investor(),
  officer: z.string().optional(),
  registeredAt: moment(),
}));
const link = once(() => z.object({ kind: z.enum(linkKinds), projectId: z.uuid() }));

const assignment = once(() =>
  z.object({
    at: moment(),
    officer: z.string(),
    team: z.uuid(),
    why: z.enum(reasonsToChoose),
    load: z.int().meta({ description: 'What he carried before, weighed by how far each project is' }),
    among: z.int().meta({ description: 'How many were there to choose from' }),
  }),
);

export const projectPage = once(() =>
  pageOf(z.object(shown()).meta({ id: 'ProjectOutline' })).meta({ id: 'ProjectPage' }),
);
export const projectReply = once(() =>
  z
    .object({
      ...shown(),
      formerCodes: z.array(z.string()),
      investmentFen: z.int().optional(),
      facts: z.record(z.string(), factValue()),
      proposed: investor().extend({ at: moment(), reasons: z.string() }).optional(),
      area: z.object({ id: z.uuid(), plot: z.string().optional(), since: z.iso.date() }).optional(),
      was: z.enum(projectStates).optional(),
      approvalBegan: moment().optional(),
      reasons: z.string().optional(),
      links: z.array(link()),
      warnings: z.array(warning()),
      actions: actions(),
      assignments: z.array(assignment()).meta({ description: 'To whom it was given by his load, and why' }),
      timeline: z.array(z.object({ at: moment(), act: z.string(), office: z.string() })),
    })
    .meta({ id: 'Project' }),
);
export const projectActed = once(() =>
  z
    .object({
      id: z.uuid(),
      status: z.enum(projectStates),
      version: z.int(),
      warnings: z.array(warning()).meta({ description: 'Of code and investor, for a person to confirm' }),
      actions: actions(),
      planned: z.object(planDifference()).optional().meta({ description: 'What an edit has made of the plan' }),
    })
    .meta({ id: 'ProjectActed' }),
);

/** At most as many as are saved well within the time of a request. */
const mostImported = 200;
const importedRow = once(() => z.strictObject({ ...said(), code: code(), investor: investorInput() }));
export const importBody = once(() =>
  z
    .strictObject({ projects: z.array(importedRow()).min(1).max(mostImported) })
    .meta({ id: 'ProjectImport', description: 'What the provincial platform gives' }),
);
export const importFileBody = once(() =>
  z.strictObject({ csv: z.string().min(1).max(200_000) }).meta({
    id: 'ProjectFileImport',
    description:
      'A CSV in UTF-8 with a header, its columns by these names or the Chinese ones: code 项目代码, name 项目名称, kind 项目类型, region 行政区划, address 建设地点, uscc 统一社会信用代码, investor 建设单位, perhaps investmentYuan 总投资（元）, and `fact:<name>` for each fact',
  }),
);
export const importReply = once(() =>
  z
    .object({
      created: z.int().meta({ description: 'Taken in now' }),
      known: z.int().meta({ description: 'Registered before under the same code: left as they are' }),
      warnings: z.array(z.object({ pointer: z.string(), code: warning() })),
    })
    .meta({ id: 'ProjectImported' }),
);
