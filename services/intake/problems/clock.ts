import { problem } from '#shared/problem';

// Refusals about calendars. A constant each: a start loads only those that its own functions give.

export const calendarOfCity = problem('calendar-of-city', 403, [
  '工作日历由市级统一公布，请在市级办理。',
  'The city publishes the calendar for every set: ask there.',
]);
export const calendarInvalid = problem('calendar-invalid', 400, [
  '工作日历有误，未作任何更改。',
  'The calendar has faults; nothing was changed.',
]);
export const calendarNotPublished = problem('calendar-not-published', 404, [
  '该年度的放假安排尚未公布，据此计算的期限为暂定。',
  'The notice for this year is not published: limits that reach it are provisional.',
]);
export const calendarNotProposed = problem('calendar-not-proposed', 409, [
  '没有待公布的工作日历。',
  'Nobody has proposed a calendar to publish.',
]);
export const calendarSamePerson = problem('calendar-same-person', 403, [
  '提出人不得自行公布，须由另一人复核。',
  'Another person must publish what you have proposed.',
]);

export const hoursInvalid = problem('hours-invalid', 400, [
  '办公时间有误，未作任何更改。',
  'The office hours have faults; nothing was changed.',
]);
export const hoursNotProposed = problem('hours-not-proposed', 409, [
  '没有待公布的办公时间。',
  'Nobody has proposed office hours to publish.',
]);
export const hoursSamePerson = problem('hours-same-person', 403, [
  '提出人不得自行公布，须由另一人复核。',
  'Another person must publish what you have proposed.',
]);
