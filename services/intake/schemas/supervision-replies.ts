import * as z from 'zod';
import { pageOf } from '#shared/page';
import { once } from '#shared/once';
import { chainKind } from '../domain/supervision/chain-kind.ts';
import { findingState } from '../domain/supervision/finding.ts';
import { findingActs, findingEntry } from '../domain/supervision/finding-entry.ts';
import { findingRule } from '../domain/supervision/finding-record.ts';
import { overdueLine, warningLine } from '../domain/supervision/listed.ts';
import { summary } from '../domain/supervision/summary-reply.ts';
import { moment } from './case.ts';

/** What supervision answers: only the documents read these, so a start does not. */

const acts = once(() => z.array(z.enum(findingActs)));

const said = once(() => z.object({ by: z.string(), at: moment(), text: z.string() }));

const finding = once(() =>
  z.object({
    id: z.string(),
    status: findingState,
    version: z.int(),
    actions: acts(),
    rule: findingRule(),
    basis: z.string().meta({ description: 'Where the rule comes from' }),
    caseId: z.uuid(),
    itemKey: z.string(),
    department: z.string().meta({ description: 'Its head answers' }),
    about: z.string().optional().meta({ description: 'What it is about within the case, such as a task' }),
    raisedAt: moment(),
    answerBy: moment(),
    provisional: z
      .boolean()
      .meta({ description: 'True while that day may still move: a calendar on the way is not published' }),
    late: z.boolean().meta({ description: 'True when the time to answer has passed without an answer' }),
    answer: said().optional(),
    reported: said().optional().meta({ description: 'Who reported it, where no rule raised it' }),
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

export const chainReply = once(() =>
  z
    .object({
      kind: chainKind,
      id: z.string(),
      entries: z.int(),
      intact: z.boolean(),
      covers: z.enum(['record', 'entries', 'nothing']).optional().meta({
        description:
          'What an intact chain confirms. A record whose last act is older than the hashes of contents has entries that are confirmed; one that is older than its timeline has nothing',
      }),
      brokenAt: z
        .int()
        .optional()
        .meta({ description: 'The first version that nothing confirms any more, or whose entry is gone' }),
      what: z
        .enum(['entry', 'record', 'form', 'issued'])
        .optional()
        .meta({ description: 'What is not as it was written: an entry, or what the act of that version left' }),
      hash: z
        .string()
        .meta({ description: 'What the next entry will carry on: kept elsewhere, it confirms all of them' }),
    })
    .meta({ id: 'Chain' }),
);

export const summaryReply = once(() => summary().meta({ id: 'SupervisionSummary' }));

export const overduePage = once(() => pageOf(overdueLine().meta({ id: 'OverdueCase' })).meta({ id: 'OverduePage' }));

export const warningPage = once(() => pageOf(warningLine().meta({ id: 'Warning' })).meta({ id: 'WarningPage' }));

export const lights = once(() =>
  z
    .object({
      version: z.int().meta({ description: '0 until somebody has set it' }),
      yellowFrom: z.number(),
      setBy: z.string().optional(),
      setAt: moment().optional(),
    })
    .meta({ id: 'Lights' }),
);

export const findingActReply = once(() =>
  z.object({ id: z.string(), status: findingState, version: z.int(), actions: acts() }).meta({ id: 'FindingActReply' }),
);
