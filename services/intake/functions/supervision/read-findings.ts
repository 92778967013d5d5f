import type * as z from 'zod';
import type { Scope } from '#shared/access';
import { readCursor } from '#shared/page';
import { plain } from '#shared/plain';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { basisOf, isLate, type RaisedFinding } from '../../domain/supervision/finding-record.ts';
import { findingActions } from '../../domain/supervision/finding-act.ts';
import type { IntakeDeps } from '../../deps.ts';
import { notTheirs } from './theirs.ts';
import type { findingsQuery } from '../../schemas/supervision.ts';

/** A supervisor sees all; a head names one of his departments. Late are those open whose time has passed. */
export const listFindings =
  ({ findings }: IntakeDeps) =>
  async (call: Call<z.infer<ReturnType<typeof findingsQuery>>>): Promise<HttpResponse> => {
    const { query, scope, cause } = call;
    const { department, status, late, limit } = query;
    const refusal = notTheirs(call, department);
    if (refusal) return refusal;
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const search = { state: late ? 'open' : status, department, ...(late && { dueBy: cause.at }) } as const;
    const store = await findings();
    const { items, nextCursor } = await store.list(search, { limit, after: cursor.after });
    return { status: 200, body: { items: items.map((one) => shown(one, scope, cause.at)), nextCursor } };
  };

export const readFinding =
  ({ findings }: IntakeDeps) =>
  async ({ params: { id = '' }, scope, cause }: Call): Promise<HttpResponse> => {
    const store = await findings();
    const found = await store.get(scope.departments, id);
    if (!found) return refuse(problems.notFound);
    const headers = { ETag: `"${found.finding.version}"` };
    return {
      status: 200,
      headers,
      body: { ...shown(found.finding, scope, cause.at), timeline: found.timeline },
    };
  };

function shown(finding: RaisedFinding, { capacities }: Scope, now: Date) {
  const { state, timelineHash, reported, answer, returned, conclusion, ...rest } = finding;
  return plain({
    ...rest,
    status: state,
    actions: findingActions(finding, capacities),
    basis: basisOf[finding.rule],
    late: isLate(finding, now),
    reported: said(reported),
    answer: said(answer),
    returned: said(returned),
    conclusion: said(conclusion),
  });
}

const said = (one: RaisedFinding['answer']) => one && { by: one.by, at: one.at, text: one.text };
