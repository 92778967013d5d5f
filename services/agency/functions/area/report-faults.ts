import type { Fault } from '#shared/problem';
import type { Call } from '#shared/route';
import type { AreaReport } from '../../domain/area/area.ts';
import { factsIn, readCondition } from '../../domain/plan/condition.ts';
import { stagePlans } from '../../domain/plan/stage-plans.ts';
import { conditionFaults } from '../../problems/area.ts';

type Given = Pick<AreaReport, 'from' | 'until' | 'document' | 'material' | 'conditions'>;
type Code = keyof typeof conditionFaults;

/** What is wrong with a report beyond its shape, by its place. */
export function reportFaults(report: Given, pointer: string, { language }: Pick<Call, 'language'>): Fault[] {
  const { from, until, document, material, conditions } = report;
  const codes: [string, Code | undefined][] = [
    ['until', until < from ? 'report-dates' : undefined],
    ['document', document === undefined && !material ? 'report-source' : undefined],
    ...conditions.map(({ when }, n): [string, Code | undefined] => [`conditions/${n}/when`, conditionFault(when)]),
  ];
  return codes.flatMap(([place, code]) =>
    code ? [{ pointer: `${pointer}/${place}`, code, message: conditionFaults[code][language] }] : [],
  );
}

const isAsked = (fact: string): boolean => stagePlans.some(({ facts }) => facts[fact]);

/** A condition over what no plan asks would never be met, and nobody would know why. */
function conditionFault(when: string | undefined): Code | undefined {
  const read = when === undefined ? undefined : readCondition(when);
  if (!read) return undefined;
  if ('fault' in read) return 'condition-unreadable';
  return factsIn(read.condition).every(isAsked) ? undefined : 'condition-fact-unknown';
}
