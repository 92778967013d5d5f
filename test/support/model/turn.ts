import { actsFor, type Around, type Deed, type Outcome, type Rule, type Try } from './acting.ts';
import { rules } from './acts.ts';
import { asFound, next, type ModelCase } from './case.ts';
import { checked, checkNames, isCheck } from './checks.ts';
import { forwarded, isWay, mayFollow, opened, targetOf, wayNames } from './follow.ts';
import { personOf, subOf } from './people.ts';

/** Everything that anybody may try by hand. */
export const deeds: readonly string[] = [...Object.keys(rules), ...wayNames, ...checkNames];

/** What comes of a deed: whether it was done, the case after it, and the one that began upon it. */
export interface Turn {
  done: boolean;
  one: ModelCase;
  begun?: ModelCase;
}

/** How the graphs call a deed, and from where it leads. */
export function arrowOf(
  name: string,
  { state = 'draft', outcome = state, check }: Partial<ModelCase>,
): { act: string; from: string } {
  if (isWay(name)) return { act: name, from: outcome };
  return isCheck(name)
    ? { act: name.replace('commitment/', ''), from: check?.state ?? 'none' }
    : { act: rules[name]?.act ?? name, from: state };
}

/** One deed on one case. Time comes first, where it has brought the case to another state. */
export function turn(one: ModelCase, deed: Deed, around: Around): Turn {
  const tried = { ...deed, one, around };
  if (isWay(deed.name)) {
    return mayFollow(deed.name, tried) ? { done: true, one, begun: opened(deed.name, tried) } : { done: false, one };
  }
  return isCheck(deed.name) ? turnOfCheck(deed.name, tried) : turnOfAct(tried);
}

function turnOfCheck(name: Parameters<typeof checked>[0], tried: Try): Turn {
  const { one } = tried;
  const check = checked(name, tried);
  if (check === 'refused') return { done: false, one };
  const revokes = name === 'commitment/break' && mayFollow('revoke', tried);
  return { done: true, one: { ...one, check }, ...(revokes && { begun: opened('revoke', tried) }) };
}

function turnOfAct(tried: Try): Turn {
  const { name, person, one, around } = tried;
  const rule = rules[name];
  // Whom the route does not know at all does not come as far as the case, nor who does not see it.
  if (!rule?.who.includes(personOf(person).role) || isHidden(tried)) return { done: false, one };
  // Time does nothing to a draft, and who takes a case for one does not move it.
  const ofDrafts = rule.from.every((state) => state === 'draft');
  const found = ofDrafts ? one : asFound(around.days, one, around.now);
  const outcome = outcomeOf(rule, { ...tried, one: found });
  if (outcome === 'refused') return { done: false, one: found };
  if (name === 'edit') return { done: true, one: { ...found, ...outcome, version: found.version + 1 } };
  const acted = rule.side === 'applicant' ? found.acted : [...new Set([...found.acted, subOf(person)])];
  const after = next(around.days, found, { ...outcome, acted, act: rule.act ?? name });
  return { done: true, one: after, ...(name === 'forward' && { begun: forwarded({ ...tried, one: after }) }) };
}

function outcomeOf(rule: Rule, tried: Try): Outcome {
  const { name, person, one } = tried;
  const mayAct = (rule.side === 'applicant' && personOf(person).role !== 'window') || actsFor(person, one);
  if (!mayAct || !rule.from.includes(one.state)) return 'refused';
  const staysHere = name === 'forward' && (targetOf(tried) === one.item || !isApplication(one));
  return staysHere ? 'refused' : rule.does(tried);
}

/** 更正, 撤销, 复议 are for the office that has them. */
const isApplication = ({ follows }: ModelCase): boolean => !follows || follows.as === 'forward';

/** Whether a deed would be done on a case as time has left it. */
export function isPossible(one: ModelCase, deed: Deed, around: Around): boolean {
  const tried = { ...deed, one, around };
  if (isWay(deed.name)) return mayFollow(deed.name, tried);
  if (isCheck(deed.name)) return checked(deed.name, tried) !== 'refused';
  const rule = rules[deed.name];
  if (!rule?.who.includes(personOf(deed.person).role) || isHidden(tried)) return false;
  return outcomeOf(rule, tried) !== 'refused';
}

/** Staff of a department see the cases in which it has part. */
function isHidden({ one, person }: Try): boolean {
  const { office } = personOf(person);
  return office !== undefined && !one.offices.includes(office);
}
