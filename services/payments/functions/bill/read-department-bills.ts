import type * as z from 'zod';
import { readCursor } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import type { departmentQuery } from '../../schemas/department-bill.ts';
import { officeOf } from './office.ts';
import { ownBill } from './own-bill.ts';
import { showForDepartment } from './show-department-bill.ts';

/** What the caller's department asks by itself, by its references. */
export const listDepartmentBills =
  ({ bills, charges }: PaymentsDeps) =>
  async (call: Call<z.infer<ReturnType<typeof departmentQuery>>>): Promise<HttpResponse> => {
    const { query } = call;
    const office = officeOf(call, query);
    if ('problem' in office) return office;
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const at = { limit: query.limit, after: cursor.after };
    const [page, list] = await Promise.all([bills.ofOffice(office, at), charges.live()]);
    return { status: 200, body: { ...page, items: page.items.map((one) => showForDepartment(one, list)) } };
  };

export const getDepartmentBill =
  ({ bills, charges }: PaymentsDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const [found, list] = await Promise.all([ownBill(call, bills), charges.live()]);
    if (!found) return refuse(problems.notFound);
    const headers = { ETag: `"${found.bill.version}"` };
    return { status: 200, headers, body: showForDepartment(found, list) };
  };
