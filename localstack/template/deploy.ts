import { createHash } from 'node:crypto';
import { type JsonObject, messageOf } from '../json.ts';
import type { Stack, Template } from './assembly.ts';
import { inertTypes } from './inert.ts';
import { resolve, type Scope } from './intrinsics.ts';
import { inOrder } from './order.ts';
import { referencesOf } from './references.ts';
import { type Existing, type Place, scopeOf } from './scope.ts';

/** One resource of a template, about to be made. */
export interface Resource {
  stack: Stack;
  logicalId: string;
  type: string;
  /** The physical name where the template gives none, at most 64 characters. */
  name: string;
}

export interface Created {
  ref: string;
  attributes?: Record<string, unknown>;
}

/** Makes the resources of one type. A property it neither honours nor knows to be harmless is an error. */
export interface Provider {
  honours: readonly string[];
  harmless: readonly string[];
  create: (properties: JsonObject, resource: Resource) => Created | Promise<Created>;
}

type Node = Resource & { raw: Template['Resources'][string] };

function physicalName(stack: Stack, logicalId: string): string {
  const name = `${stack.name}-${logicalId}`;
  if (name.length <= 64) return name;
  return `${name.slice(0, 55)}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}

const complain = ({ stack, logicalId, type }: Resource, what: string): Error =>
  new Error(`${stack.id}/${logicalId} (${type}): ${what}`);

function nodesOf(stack: Stack): Node[] {
  return Object.entries(stack.template.Resources).map(([logicalId, raw]) => ({
    stack,
    logicalId,
    type: raw.Type,
    name: physicalName(stack, logicalId),
    raw,
  }));
}

function inertResource({ name, type }: Resource, { region, account }: Place): Existing {
  const service = (type.split('::')[1] ?? '').toLowerCase();
  const arn = `arn:aws:${service}:${region}:${account}:${name}`;
  return { ref: name, attribute: (attribute) => (attribute.endsWith('Arn') ? arn : `${name}.${attribute}`) };
}

/**
 * Makes every resource of all stacks, what others refer to first, imports of other stacks included. Throws at the first
 * resource of an unknown type, with an unknown property, or with a reference to nothing, naming stack, id and type.
 */
export async function deploy(
  stacks: Stack[],
  place: Place,
  providers: ReadonlyMap<string, Provider>,
): Promise<Resource[]> {
  const nodes = new Map(stacks.map((stack) => [stack, new Map(nodesOf(stack).map((node) => [node.logicalId, node]))]));
  const existing = new Map<Node, Existing>();
  const exported = new Map<string, { stack: Stack; value: unknown }>();

  const scopes = new Map<Stack, Scope>();
  const scopeFor = (stack: Stack): Scope => {
    const found = scopes.get(stack);
    if (found) return found;
    const made = scopeOf(stack, {
      place,
      existing: (logicalId) => {
        const node = nodes.get(stack)?.get(logicalId);
        return node && existing.get(node);
      },
      imported: (name) => {
        const source = exported.get(name);
        if (!source) throw new Error(`no stack exports ${name}`);
        return resolve(source.value, scopeFor(source.stack));
      },
    });
    scopes.set(stack, made);
    return made;
  };

  for (const stack of stacks) {
    for (const { Value, Export } of Object.values(stack.template.Outputs)) {
      if (Export) exported.set(String(resolve(Export.Name, scopeFor(stack))), { stack, value: Value });
    }
  }

  const needs = (node: Node): Node[] => neededBy(node, { nodes, exported, scopeFor });
  const all = [...nodes.values()].flatMap((each) => [...each.values()]);
  const wanted = all.filter(({ raw, stack }) => !raw.Condition || scopeFor(stack).condition(raw.Condition));
  for (const node of inOrder(wanted, needs)) {
    existing.set(node, await make(node, { place, providers, scope: scopeFor(node.stack) }));
  }
  return wanted;
}

interface Lookup {
  nodes: Map<Stack, Map<string, Node>>;
  exported: Map<string, { stack: Stack; value: unknown }>;
  scopeFor: (stack: Stack) => Scope;
}

function neededBy(node: Node, { nodes, exported, scopeFor }: Lookup): Node[] {
  const inStack = (stack: Stack, value: unknown): Node[] => {
    const { names, exports } = referencesOf(value);
    const own = [...names].flatMap((name) => nodes.get(stack)?.get(name) ?? []);
    const foreign = exports.flatMap((name) => {
      const source = exported.get(String(resolve(name, scopeFor(stack))));
      return source ? inStack(source.stack, source.value) : [];
    });
    return [...own, ...foreign];
  };
  const named = [node.raw.DependsOn].flat().flatMap((name) => nodes.get(node.stack)?.get(name) ?? []);
  return [...inStack(node.stack, node.raw.Properties), ...named];
}

interface Means {
  place: Place;
  providers: ReadonlyMap<string, Provider>;
  scope: Scope;
}

async function make(node: Node, { place, providers, scope }: Means): Promise<Existing> {
  if (inertTypes.has(node.type)) return inertResource(node, place);
  const provider = providers.get(node.type);
  if (!provider) throw complain(node, 'the local cloud does not know this type');

  const unknown = Object.keys(node.raw.Properties).filter((name) => !isKnown(provider, name));
  if (unknown.length > 0) throw complain(node, `the local cloud does not know ${unknown.join(', ')}`);
  try {
    const properties = Object.fromEntries(
      Object.entries(node.raw.Properties)
        .filter(([name]) => !provider.harmless.includes(name))
        .map(([name, value]) => [name, resolve(value, scope)] as const)
        .filter(([, value]) => value !== undefined),
    );
    const { ref, attributes } = await provider.create(properties, node);
    return { ref, attribute: (name) => attributes?.[name] };
  } catch (error) {
    throw complain(node, messageOf(error));
  }
}

/** `*` means that the maker checks the properties itself. */
const isKnown = ({ honours, harmless }: Provider, name: string): boolean =>
  honours.includes(name) || honours.includes('*') || harmless.includes(name);
