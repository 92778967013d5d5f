import { applicant, staff } from '#shared/access';

/** Who calls intake's routes, each named once. */
export const owner = applicant(2);
// 全城通办: any window and any desk of the city takes in for any district. A desk then sees what was entered at its own office.
export const window = staff('any-district', 'window');
export const desks = staff('any-district', 'community', 'kiosk', 'hotline');
// Where who came can be identified: on the telephone nobody acts in a case that there is.
export const faceToFace = staff('any-district', 'community', 'kiosk');
// 代办员: each under a mandate of the applicant's, which is asked for where the case is not his own.
export const officers = staff('district', 'officer');
export const deciding = staff('department', 'approver', 'head');
export const reading = [
  owner,
  window,
  staff('department', 'approver', 'head', 'lead'),
  desks,
  staff('district', 'supervisor'),
  officers,
];
export const heads = staff('department', 'head');
export const reviewing = staff('department', 'approver', 'head', 'lead');
export const supervisors = staff('district', 'supervisor');
