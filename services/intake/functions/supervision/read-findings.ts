import type * as z from 'zod';
import type { CalendarYear } from '#shared/calendar';
import type { Scope } from '#shared/access';
import { readCursor } from '#shared/page';
import { plain } from '#shared/plain';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { basisOf, type RaisedFinding } from '../../domain/supervision/finding-record.ts';
import { findingActions, isLate, timeToAnswer } from '../../domain/supervision/finding-act.ts';
import type { IntakeDeps } from '../../deps.ts';
import { notTheirs } from './theirs.ts';
import type { findingsQuery } from '../../schemas/supervision.ts';

/** A supervisor sees all; a head names one of his departments. Late are those open whose time has passed. */
export const listFindings =
  ({ findings, calendars }: IntakeDeps) =>
  async (call: Call<z.infer<ReturnType<typeof findingsQuery>>>): Promise<HttpResponse> => {
    const { query, scope, cause } = call;
    const { department, status, late, limit } = query;
    const refusal = notTheirs(call, department);
    if (refusal) return refusal;
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const search = { state: late ? 'open' : status, department, ...(late && { dueBy: cause.at }) } as const;
    const [store, calendar] = await Promise.all([findings(), calendars.current()]);
    const look = { now: cause.at, calendar };
    const { items, nextCursor } = await store.list(search, { limit, after: cursor.after });
    // What may not be late by a calendar that comes is left out of its page.
    const meant = late ? items.filter((one) => isLate(one, look)) : items;
    return { status: 200, body: { items: meant.map((one) => shown(one, scope, look)), nextCursor } };
  };

export const readFinding =
  ({ findings, calendars }: IntakeDeps) =>
  async ({ params: { id = '' }, scope, cause }: Call): Promise<HttpResponse> => {
    const [store, calendar] = await Promise.all([findings(), calendars.current()]);
    const found = await store.get(scope.departments, id);
    if (!found) return refuse(problems.notFound);
    const headers = { ETag: `"${found.finding.version}"` };
    return {
      status: 200,
      headers,
      body: { ...shown(found.finding, scope, { now: cause.at, calendar }), timeline: found.timeline },
    };
  };

function shown(finding: RaisedFinding, { capacities }: Scope, look: { now: Date; calendar: readonly CalendarYear[] }) {
  const { state, timelineHash, reported, answer, returned, conclusion, ...rest } = finding;
  return plain({
    ...rest,
    status: state,
    actions: findingActions(finding, capacities),
    basis: basisOf[finding.rule],
    provisional: finding.state === 'open' && timeToAnswer(finding, look.calendar).provisional,
    late: isLate(finding, look),
    reported: said(reported),
    answer: said(answer),
    returned: said(returned),
    conclusion: said(conclusion),
  });
}

const said = (one: RaisedFinding['answer']) => one && { by: one.by, at: one.at, text: one.text };
