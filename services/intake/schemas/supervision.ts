import * as z from 'zod';
import { pageOf, pageQuery } from '#shared/page';
import { once } from '#shared/once';
import { text } from '#shared/text';
import { findingRule, findingState } from '../domain/supervision/finding.ts';
import { findingActs, findingEntry } from '../domain/supervision/finding-act.ts';
import { key, moment } from './case.ts';

const acts = once(() => z.array(z.enum(findingActs)));
const said = once(() => z.object({ by: z.string(), at: moment(), text: z.string() }));

const finding = once(() =>
  z.object({
    id: z.string(),
    status: findingState,
    version: z.int(),
    actions: acts(),
    rule: findingRule,
    basis: z.string().meta({ description: 'Where the rule comes from' }),
    caseId: z.uuid(),
    itemKey: z.string(),
    department: z.string().meta({ description: 'Its head answers' }),
    about: z.string().optional().meta({ description: 'What it is about within the case, such as a task' }),
    raisedAt: moment(),
    answerBy: moment(),
    late: z.boolean().meta({ description: 'True when the time to answer has passed without an answer' }),
    answer: said().optional(),
    returned: said().optional(),
    conclusion: said().optional(),
  }),
);

export const findingLine = once(() => finding().meta({ id: 'Finding' }));
export const findingReply = once(() =>
  finding()
    .extend({ timeline: z.array(findingEntry()) })
    .meta({ id: 'FindingRecord' }),
);
export const findingPage = once(() => pageOf(findingLine()).meta({ id: 'FindingPage' }));
export const findingsQuery = once(() =>
  z.object({
    ...pageQuery(),
    status: findingState.default('open'),
    department: key().optional(),
    late: z.literal('true').optional().meta({ description: 'Those alone whose answer is overdue' }),
  }),
);

export const findingBody = once(() => z.strictObject({ text: text(2000) }).meta({ id: 'FindingInput' }));
export const findingActReply = once(() =>
  z.object({ id: z.string(), status: findingState, version: z.int(), actions: acts() }).meta({ id: 'FindingActReply' }),
);
