import type { Authorizer } from './authorizer.ts';
import type { GatewayResponses } from './gateway-response.ts';
import type { MockReply } from './mock.ts';

/** What a method does once the caller is let through. */
export type Integration = { kind: 'lambda'; functionArn: string } | { kind: 'mock'; reply: MockReply };

export interface Method {
  integration: Integration;
  authorizer: Authorizer | undefined;
}

/** A node of the tree of paths. Only nodes with methods can answer. */
export interface PathNode {
  resourceId: string;
  /** The path as the template writes it, such as `/intake/{proxy+}`. */
  resourcePath: string;
  methods: Map<string, Method>;
  literal: Map<string, PathNode>;
  variable?: { name: string; node: PathNode };
  greedy?: { name: string; node: PathNode };
}

/** One REST API with its one stage, mounted at `/<mount>/<stage>`. */
export interface Api {
  id: string;
  mount: string;
  stage: string;
  root: PathNode;
  responses: GatewayResponses;
}

export interface Match {
  node: PathNode;
  parameters: Record<string, string>;
}

export const newNode = (resourceId: string, resourcePath: string): PathNode => ({
  resourceId,
  resourcePath,
  methods: new Map(),
  literal: new Map(),
});

/** Hangs a path's next part below its parent: `intake`, `{id}` or `{proxy+}`. */
export function addChild(parent: PathNode, part: string, resourceId: string): PathNode {
  const node = newNode(resourceId, `${parent.resourcePath.replace(/\/$/, '')}/${part}`);
  const [, name, greedy] = /^\{([^+}]+)(\+?)\}$/.exec(part) ?? [];
  if (!name) parent.literal.set(part, node);
  else if (greedy) parent.greedy = { name, node };
  else parent.variable = { name, node };
  return node;
}

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

function matchVariable(node: PathNode, segment: string, rest: string[]): Match | undefined {
  if (!node.variable || segment === '') return undefined;
  const value = decoded(segment);
  const match = value === undefined ? undefined : matchPath(node.variable.node, rest);
  if (!match || value === undefined) return undefined;
  return { ...match, parameters: { ...match.parameters, [node.variable.name]: value } };
}

function matchGreedy(node: PathNode, segments: string[]): Match | undefined {
  const value = decoded(segments.join('/'));
  if (!node.greedy || !value) return undefined;
  return { node: node.greedy.node, parameters: { [node.greedy.name]: value } };
}

/** Finds the resource of a path: a literal part is preferred to a variable one, that to a greedy one. */
export function matchPath(node: PathNode, segments: string[]): Match | undefined {
  const [segment, ...rest] = segments;
  if (segment === undefined) return node.methods.size > 0 ? { node, parameters: {} } : undefined;
  const literal = node.literal.get(segment);
  return (literal && matchPath(literal, rest)) ?? matchVariable(node, segment, rest) ?? matchGreedy(node, segments);
}

export const methodOf = ({ methods }: PathNode, httpMethod: string): Method | undefined =>
  methods.get(httpMethod) ?? methods.get('ANY');
