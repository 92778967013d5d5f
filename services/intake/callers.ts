import { applicant, staff } from '#shared/access';

/** Who calls intake's routes, each named once. */
export const owner = applicant(2);
// 全城通办: any window of the city takes in for any district; the other desks for their own.
export const window = staff('any-district', 'window');
export const desks = staff('district', 'community', 'kiosk', 'hotline');
export const deciding = staff('department', 'approver', 'head');
export const reading = [
  owner,
  window,
  staff('department', 'approver', 'head', 'lead'),
  desks,
  staff('district', 'supervisor'),
];
export const heads = staff('department', 'head');
export const reviewing = staff('department', 'approver', 'head', 'lead');
