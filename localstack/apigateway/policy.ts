import * as z from 'zod';

const oneOrMore = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

const reply = z.object({
  principalId: z.string().min(1),
  policyDocument: z.object({
    Statement: z.array(z.object({ Effect: z.enum(['Allow', 'Deny']), Action: oneOrMore, Resource: oneOrMore })),
  }),
  context: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
});

interface Statement {
  effect: 'Allow' | 'Deny';
  actions: RegExp[];
  resources: RegExp[];
}

/** What an authorizer has said about one caller. */
export interface Grant {
  /** Passed to the function as `requestContext.authorizer`; every value a string. */
  context: Record<string, string>;
  statements: Statement[];
}

const pattern = (text: string): RegExp =>
  new RegExp(
    `^${text
      .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    'i',
  );

/** Reads an authorizer's reply; undefined when it is not one, which is a fault of the API and not of the caller. */
export function readGrant(payload: string): Grant | undefined {
  const read = reply.safeParse(JSON.parse(payload));
  if (!read.success) return undefined;
  const { principalId, policyDocument, context } = read.data;
  const strings = Object.entries(context).map(([name, value]) => [name, String(value)] as const);
  return {
    context: { ...Object.fromEntries(strings), principalId },
    statements: policyDocument.Statement.map(({ Effect, Action, Resource }) => ({
      effect: Effect,
      actions: Action.map(pattern),
      resources: Resource.map(pattern),
    })),
  };
}

/** Whether the policy lets the caller invoke this very method: a matching Deny wins, no match denies. */
export function allows({ statements }: Grant, methodArn: string): boolean {
  const matching = statements.filter(
    ({ actions, resources }) =>
      actions.some((action) => action.test('execute-api:Invoke')) && resources.some((each) => each.test(methodArn)),
  );
  return matching.length > 0 && matching.every(({ effect }) => effect === 'Allow');
}
