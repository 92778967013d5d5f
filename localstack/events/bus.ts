import { randomUUID } from 'node:crypto';
import type { Activity } from '../activity.ts';
import type { Clock } from '../clock.ts';
import { messageOf, parseObject } from '../json.ts';
import type { Matcher } from './pattern.ts';
import type { Target } from './target.ts';

/** One entry of PutEvents. */
export interface Entry {
  source: string;
  detailType: string;
  /** A JSON object as text. It is passed on as it is, never written anew. */
  detail: string;
  resources: string[];
  time?: Date;
}

export interface Rule {
  name: string;
  arn: string;
  matches: Matcher;
  targets: Target[];
}

export type PutResult = { eventId: string } | { errorCode: string; errorMessage: string };

/** Every event bus of the local cloud, with its rules. */
export interface Buses {
  create: (name: string) => { name: string; arn: string };
  addRule: (bus: string, rule: Rule) => void;
  /** Puts an entry on a bus named by name or ARN; refusals are values, as in the reply of PutEvents. */
  put: (bus: string, entry: Entry) => PutResult;
  /** A target that forwards events to a bus. Throws when there is none of that ARN. */
  forwarder: (arn: string) => (event: BusEvent) => void;
  matched: () => number;
}

/** An event on its way: parsed once for the rules, written once for the targets. */
export interface BusEvent {
  fields: Record<string, unknown>;
  json: string;
  hopped: boolean;
}

export interface BusMeans {
  clock: Clock;
  region: string;
  account: string;
  activity: Activity;
  log: (text: string) => void;
}

interface Bus {
  name: string;
  arn: string;
  rules: Rule[];
}

const limit = 262_144;

function refusal({ detail, detailType, source }: Entry): PutResult | undefined {
  if (source === '' || detailType === '') return { errorCode: 'InvalidArgument', errorMessage: 'Parameter is empty.' };
  if (Buffer.byteLength(detail) + Buffer.byteLength(detailType) + Buffer.byteLength(source) > limit) {
    return { errorCode: 'InvalidArgument', errorMessage: 'The entry is larger than 256 KB.' };
  }
  return undefined;
}

function eventOf(entry: Entry, detail: unknown, { clock, account, region }: BusMeans): BusEvent & { id: string } {
  const id = randomUUID();
  const head = {
    version: '0',
    id,
    'detail-type': entry.detailType,
    source: entry.source,
    account,
    time: (entry.time ?? clock.now()).toISOString().replace(/\.\d+Z$/, 'Z'),
    region,
    resources: entry.resources,
  };
  const json = `${JSON.stringify(head).slice(0, -1)},"detail":${entry.detail}}`;
  return { id, fields: { ...head, detail }, json, hopped: false };
}

/** Sends an event to every target of every rule that matches it. */
function createPublish({ activity, log }: BusMeans) {
  let matched = 0;

  const deliver = async (rule: Rule, target: Target, event: BusEvent): Promise<void> => {
    const end = activity.begin();
    try {
      await target(event, rule.arn);
    } catch (error) {
      log(`${rule.name}: an event is lost, the target and its dead-letter queue failed: ${messageOf(error)}`);
    } finally {
      end();
    }
  };

  const publish = ({ rules }: Bus, event: BusEvent): void => {
    for (const rule of rules) {
      if (!rule.matches(event.fields)) continue;
      matched += 1;
      for (const target of rule.targets) void deliver(rule, target, event);
    }
  };
  return { publish, matched: () => matched };
}

/** Makes the buses, `default` among them. */
export function createBuses(means: BusMeans): Buses {
  const { region, account } = means;
  const byName = new Map<string, Bus>();
  const { publish, matched } = createPublish(means);
  const find = (nameOrArn: string): Bus | undefined => byName.get(nameOrArn.replace(/^.*:event-bus\//, ''));

  const known = (nameOrArn: string): Bus => {
    const bus = find(nameOrArn);
    if (!bus) throw new Error(`there is no event bus ${nameOrArn}`);
    return bus;
  };
  const create = (name: string): { name: string; arn: string } => {
    const bus = { name, arn: `arn:aws:events:${region}:${account}:event-bus/${name}`, rules: [] };
    byName.set(name, bus);
    return bus;
  };
  create('default');

  return {
    create,
    matched,
    addRule: (name, rule) => void known(name).rules.push(rule),
    put(name, entry) {
      const refused = refusal(entry);
      if (refused) return refused;
      const bus = find(name);
      if (!bus) return { errorCode: 'ResourceNotFoundException', errorMessage: `Event bus ${name} does not exist.` };
      const detail = parseObject(entry.detail);
      if (!detail) return { errorCode: 'MalformedDetail', errorMessage: 'Detail is malformed.' };
      const event = eventOf(entry, detail, means);
      publish(bus, event);
      return { eventId: event.id };
    },
    forwarder(arn) {
      const bus = known(arn);
      // As on AWS, what came from another bus is not sent on to a third, so no loop of rules can run away.
      return (event) => {
        if (!event.hopped) publish(bus, { ...event, hopped: true });
      };
    },
  };
}
