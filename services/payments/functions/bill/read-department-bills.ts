import type * as z from 'zod';
import { readCursor } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import type { departmentQuery } from '../../schemas/department-bill.ts';
import { officeOf } from './office.ts';
import { ownBill } from './own-bill.ts';
import { stagesOf } from './stages-of-bills.ts';
import { showForDepartment } from './show-department-bill.ts';

/** What the caller's department asks by itself, by its references. */
export const listDepartmentBills =
  (deps: PaymentsDeps) =>
  async (call: Call<z.infer<ReturnType<typeof departmentQuery>>>): Promise<HttpResponse> => {
    const { query } = call;
    const office = officeOf(call, query);
    if ('problem' in office) return office;
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const at = { limit: query.limit, after: cursor.after };
    const [page, list] = await Promise.all([deps.bills.ofOffice(office, at), deps.charges.live()]);
    const stages = await stagesOf(
      page.items.map(({ bill }) => bill),
      deps,
    );
    return { status: 200, body: { ...page, items: page.items.map((one) => showForDepartment(one, { list, stages })) } };
  };

export const getDepartmentBill =
  (deps: PaymentsDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const [found, list] = await Promise.all([ownBill(call, deps.bills), deps.charges.live()]);
    if (!found) return refuse(problems.notFound);
    const headers = { ETag: `"${found.bill.version}"` };
    const stages = await stagesOf([found.bill], deps);
    return { status: 200, headers, body: showForDepartment(found, { list, stages }) };
  };
