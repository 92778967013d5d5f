import { staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { PaymentsDeps } from '../deps.ts';
import * as refused from '../problems/bill.ts';
import * as schemas from '../schemas/department-bill.ts';

// Departments are the districts'; payments runs in the city.
const asking = staff('any-district', 'approver', 'head');
const deciding = staff('any-district', 'head');
const aBill = { status: 200, schema: schemas.departmentBill };
const changing = async () => import('../functions/bill/change-bill.ts');
const reading = async () => import('../functions/bill/read-department-bills.ts');

/** 部门开单: what a department asks by itself, without a case. */
export const departmentBillRoutes: readonly Route<PaymentsDeps>[] = [
  route({
    method: 'POST',
    path: '/payments/bills',
    summary:
      'Ask what somebody owes to the caller’s department, at the rates of the charge list; once under a reference',
    may: [asking],
    body: schemas.raiseBody,
    reply: { status: 201, schema: schemas.raisedReply },
    refusals: [refused.notYourDepartment, refused.referenceReused],
    run: onDemand(async () => (await import('../functions/bill/raise-bill.ts')).raiseBill),
  }),
  route({
    method: 'GET',
    path: '/payments/department/bills',
    summary: 'List what the caller’s department asks by itself, by its references',
    may: [asking],
    query: schemas.departmentQuery,
    reply: { status: 200, schema: schemas.departmentBillPage },
    refusals: [problems.invalidCursor, refused.notYourDepartment],
    run: onDemand(async () => (await reading()).listDepartmentBills),
  }),
  route({
    method: 'GET',
    path: '/payments/department/bills/{id}',
    summary: 'Read a bill of the caller’s department',
    may: [asking],
    reply: aBill,
    run: onDemand(async () => (await reading()).getDepartmentBill),
  }),
  route({
    method: 'POST',
    path: '/payments/bills/{id}/revise',
    summary:
      'Ask other lines in the place of what is not paid; while an order holds the bill, that waits for how it ends',
    needsVersion: true,
    may: [asking],
    body: schemas.reviseBody,
    reply: aBill,
    refusals: [refused.billMoved],
    run: onDemand(async () => (await changing()).reviseBill),
  }),
  route({
    method: 'POST',
    path: '/payments/bills/{id}/cancel',
    summary: 'Ask nothing any more; an order that holds the bill decides what becomes of it',
    needsVersion: true,
    may: [asking],
    body: noBody,
    reply: aBill,
    refusals: [refused.billMoved],
    run: onDemand(async () => (await changing()).cancelBill),
  }),
  route({
    method: 'POST',
    path: '/payments/bills/{id}/reliefs',
    summary: 'Propose that a bill is reduced, due later, or waived; another person decides',
    needsVersion: true,
    may: [asking],
    body: schemas.reliefBody,
    reply: aBill,
    refusals: [refused.billMoved],
    run: onDemand(async () => (await changing()).proposeBillRelief),
  }),
  route({
    method: 'POST',
    path: '/payments/bills/{id}/approve-relief',
    summary: 'Approve the relief that is proposed; somebody else than who proposed it',
    needsVersion: true,
    may: [deciding],
    body: noBody,
    reply: aBill,
    refusals: [refused.billMoved, refused.ownRelief],
    run: onDemand(async () => (await changing()).approveBillRelief),
  }),
  route({
    method: 'POST',
    path: '/payments/bills/{id}/reject-relief',
    summary: 'Reject the relief that is proposed; somebody else than who proposed it',
    needsVersion: true,
    may: [deciding],
    body: noBody,
    reply: aBill,
    refusals: [refused.billMoved, refused.ownRelief],
    run: onDemand(async () => (await changing()).rejectBillRelief),
  }),
];
