import type * as z from 'zod';
import { readCursor } from '#shared/page';
import { plain } from '#shared/plain';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { changedIn, type CaseMaterials } from '../../domain/material/case-materials.ts';
import type { IntakeDeps } from '../../deps.ts';
import type { changedQuery } from '../../schemas/material.ts';

/** 依据变化: the open cases of a department that rest on what is not in force any more. */
export const listChanged =
  ({ caseMaterials }: IntakeDeps) =>
  async ({ query, scope }: Call<z.infer<ReturnType<typeof changedQuery>>>): Promise<HttpResponse> => {
    const { department, limit } = query;
    if (scope.departments !== 'any' && !scope.departments.includes(department)) return refuse(problems.notFound);
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const { items, nextCursor } = await (await caseMaterials()).changed(department, { limit, after: cursor.after });
    return { status: 200, body: { items: items.map((one) => plain(lineOf(one))), nextCursor } };
  };

const lineOf = (found: CaseMaterials) => ({
  caseId: found.caseId,
  itemKey: found.itemKey,
  requirements: changedIn(found).map(({ requirement, left, leftAt, state: status }) => {
    return { requirement, left, leftAt, status };
  }),
});
