import { anyone, staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { onDemand, route, type Route } from '#shared/route';
import type { IntakeDeps } from '../deps.ts';
import {
  calendarOfCity,
  calendarInvalid,
  calendarNotProposed,
  calendarSamePerson,
  calendarNotPublished,
  hoursInvalid,
  hoursNotProposed,
  hoursSamePerson,
} from '../problems/clock.ts';
import * as schemas from '../schemas/clock.ts';

const year = { year: /^20(2[4-9]|[3-9]\d)$/ };
const publisher = staff('district', 'catalogue-publisher');
// Whoever compares a proposal with a page of the State Council's notice need not know catalogues; and a set with one
// publisher must not wait for a second.
const second = staff('district', 'catalogue-publisher', 'head');

/** 工作日历: the working days by which limits are counted. */
export const clockRoutes: readonly Route<IntakeDeps>[] = [
  route({
    method: 'GET',
    path: '/intake/public/calendars',
    summary: 'List the years whose working days are published',
    may: [anyone],
    reply: { status: 200, schema: schemas.calendars },
    run: onDemand(async () => (await import('../functions/clock/show-calendars.ts')).listCalendars),
  }),
  route({
    method: 'GET',
    path: '/intake/public/calendars/{year}',
    summary: 'Read the days off and the worked weekends of a year',
    may: [anyone],
    params: year,
    reply: { status: 200, schema: schemas.calendar },
    refusals: [calendarNotPublished],
    run: onDemand(async () => (await import('../functions/clock/show-calendars.ts')).showCalendar),
  }),
  route({
    method: 'GET',
    path: '/intake/calendars/{year}',
    summary: 'Read what is published and proposed for a year, and who did it',
    may: [second, staff('district', 'supervisor')],
    params: year,
    reply: { status: 200, schema: schemas.calendarRecord },
    run: onDemand(async () => (await import('../functions/clock/show-calendars.ts')).showCalendarRecord),
  }),
  route({
    method: 'PUT',
    path: '/intake/calendars/{year}',
    summary: "Propose a year's working days, or an amendment; refused whole with every fault",
    may: [publisher],
    params: year,
    needsVersion: true,
    body: schemas.calendarBody,
    reply: { status: 200, schema: schemas.calendarState },
    refusals: [calendarOfCity, calendarInvalid],
    run: onDemand(async () => (await import('../functions/clock/propose-calendar.ts')).proposeCalendar),
  }),
  route({
    method: 'POST',
    path: '/intake/calendars/{year}/publish',
    summary: 'Publish what another person has proposed; every set counts by it from then on',
    may: [second],
    params: year,
    needsVersion: true,
    body: noBody,
    reply: { status: 200, schema: schemas.calendarState },
    refusals: [calendarOfCity, calendarNotProposed, calendarSamePerson, calendarInvalid],
    run: onDemand(async () => (await import('../functions/clock/publish-calendar.ts')).publishCalendar),
  }),
  route({
    method: 'GET',
    path: '/intake/public/hours',
    summary: 'By which office hours limits are counted in the set: the usual ones, and others from which day on',
    may: [anyone],
    reply: { status: 200, schema: schemas.officeHours },
    run: onDemand(async () => (await import('../functions/clock/office-hours.ts')).showHours),
  }),
  route({
    method: 'GET',
    path: '/intake/hours',
    summary: 'Read what is published and proposed of the office hours of the set, and who did it',
    may: [second, staff('district', 'supervisor')],
    reply: { status: 200, schema: schemas.hoursRecord },
    run: onDemand(async () => (await import('../functions/clock/office-hours.ts')).showHoursRecord),
  }),
  route({
    method: 'PUT',
    path: '/intake/hours',
    summary: 'Propose office hours of the set from a day to come',
    may: [publisher],
    needsVersion: true,
    body: schemas.hoursBody,
    reply: { status: 200, schema: schemas.hoursState },
    refusals: [hoursInvalid],
    run: onDemand(async () => (await import('../functions/clock/office-hours.ts')).proposeOfficeHours),
  }),
  route({
    method: 'POST',
    path: '/intake/hours/publish',
    summary: 'Publish what another person has proposed; limits of minutes and hours are counted by it from its day',
    may: [second],
    needsVersion: true,
    body: noBody,
    reply: { status: 200, schema: schemas.hoursState },
    refusals: [hoursInvalid, hoursNotProposed, hoursSamePerson],
    run: onDemand(async () => (await import('../functions/clock/office-hours.ts')).publishOfficeHours),
  }),
];
