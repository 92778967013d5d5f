import { expect, test } from 'vitest';
import type { Stack, Template } from './assembly.ts';
import { deploy, type Provider } from './deploy.ts';
import { inOrder } from './order.ts';

const place = { region: 'local-1', account: '000000000000', parameters: { Given: 'given' } };

const stack = (id: string, template: Partial<Template>): Stack => ({
  id,
  name: `sample-${id}`,
  assets: new Map(),
  template: { Parameters: {}, Conditions: {}, Mappings: {}, Resources: {}, Outputs: {}, ...template },
});

const resource = (
  properties: Record<string, unknown>,
  rest: { type?: string; needs?: string[]; if?: string } = {},
) => ({
  Type: rest.type ?? 'Test::Thing',
  Properties: properties,
  DependsOn: rest.needs ?? [],
  Condition: rest.if,
});

/** Deploys and gives what each resource was made with, in the order of making. */
async function made(...stacks: Stack[]): Promise<[string, Record<string, unknown>][]> {
  const seen: [string, Record<string, unknown>][] = [];
  const thing: Provider = {
    honours: ['Value', 'Other'],
    harmless: ['Tags'],
    create(properties, { stack, logicalId }) {
      seen.push([`${stack.id}/${logicalId}`, properties]);
      return { ref: `ref-${logicalId}`, attributes: { Arn: `arn:${stack.id}:${logicalId}` } };
    },
  };
  await deploy(stacks, place, new Map([['Test::Thing', thing]]));
  return seen;
}

const valueOf = async (value: unknown, template: Partial<Template> = {}): Promise<unknown> => {
  const Resources = { Other: resource({}), Thing: resource({ Value: value }) };
  const seen = await made(stack('town', { Resources, ...template }));
  return seen.find(([id]) => id === 'town/Thing')?.[1]['Value'];
};

test.each<[string, unknown, unknown]>([
  ['Ref', { Ref: 'Other' }, 'ref-Other'],
  ['GetAtt as a list', { 'Fn::GetAtt': ['Other', 'Arn'] }, 'arn:town:Other'],
  ['GetAtt as text', { 'Fn::GetAtt': 'Other.Arn' }, 'arn:town:Other'],
  ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'Other' }, 1]] }, 'a-ref-Other-1'],
  ['Sub', { 'Fn::Sub': '${Other}/${Other.Arn}/${AWS::Region}/${!kept}' }, 'ref-Other/arn:town:Other/local-1/${kept}'],
  ['Sub with variables', { 'Fn::Sub': ['${a}', { a: { Ref: 'Other' } }] }, 'ref-Other'],
  ['Select and Split', { 'Fn::Select': [1, { 'Fn::Split': [':', { 'Fn::GetAtt': ['Other', 'Arn'] }] }] }, 'town'],
  ['the partition', { Ref: 'AWS::Partition' }, 'aws'],
  ['the name of the stack', { Ref: 'AWS::StackName' }, 'sample-town'],
  ['nothing, left out of a list', ['a', { Ref: 'AWS::NoValue' }], ['a']],
  ['nothing, left out of an object', { a: { Ref: 'AWS::NoValue' }, b: 1 }, { b: 1 }],
])('%s is resolved', async (_, value, expected) => {
  expect(await valueOf(value)).toEqual(expected);
});

test('parameters take the given value, then their default, and one without either is an error', async () => {
  const Parameters = {
    Given: { Type: 'String', Default: 'x' },
    Own: { Type: 'String', Default: 'own' },
    None: { Type: 'String' },
  };
  expect(await valueOf({ 'Fn::Join': ['', [{ Ref: 'Given' }, { Ref: 'Own' }]] }, { Parameters })).toBe('givenown');
  await expect(valueOf({ Ref: 'None' }, { Parameters })).rejects.toThrow(
    'town/Thing (Test::Thing): parameter None has no value',
  );
});

test('conditions choose values and leave resources out', async () => {
  const Conditions = {
    Here: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'local-1'] },
    Not: { 'Fn::Not': [{ Condition: 'Here' }] },
    Either: { 'Fn::Or': [{ Condition: 'Not' }, { Condition: 'Here' }] },
  };
  expect(await valueOf({ 'Fn::If': ['Either', 'yes', 'no'] }, { Conditions })).toBe('yes');
  expect(await valueOf({ 'Fn::If': ['Not', 'yes', { Ref: 'AWS::NoValue' }] }, { Conditions })).toBeUndefined();
  const Resources = { In: resource({}, { if: 'Here' }), Out: resource({}, { if: 'Not' }) };
  expect(await made(stack('town', { Conditions, Resources }))).toEqual([['town/In', {}]]);
});

test('mappings are looked up', async () => {
  const Mappings = { Sizes: { 'local-1': { small: 3 } } };
  expect(await valueOf({ 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'small'] }, { Mappings })).toBe(3);
});

test('what a resource needs is made before it, across stacks and whatever their order', async () => {
  const user = stack('town', {
    Resources: {
      A: resource({ Value: { 'Fn::ImportValue': 'shared' } }),
      B: resource({}, { needs: ['A'] }),
    },
  });
  const owner = stack('city', {
    Resources: { Bus: resource({}) },
    Outputs: { Bus: { Value: { 'Fn::GetAtt': ['Bus', 'Arn'] }, Export: { Name: 'shared' } } },
  });
  expect(await made(user, owner)).toEqual([
    ['city/Bus', {}],
    ['town/A', { Value: 'arn:city:Bus' }],
    ['town/B', {}],
  ]);
});

test('harmless properties are not passed on', async () => {
  const Resources = { Thing: resource({ Value: 1, Tags: [{ Ref: 'Nobody' }] }) };
  await expect(made(stack('town', { Resources }))).resolves.toEqual([['town/Thing', { Value: 1 }]]);
});

test.each<[string, Partial<Template>, string]>([
  [
    'an unknown type',
    { Resources: { T: resource({}, { type: 'AWS::New::Thing' }) } },
    'town/T (AWS::New::Thing): the local cloud does not know this type',
  ],
  [
    'a custom resource',
    { Resources: { T: resource({}, { type: 'Custom::S3' }) } },
    'town/T (Custom::S3): the local cloud does not know this type',
  ],
  [
    'an unknown property',
    { Resources: { T: resource({ VpcConfig: 1, Value: 2 }) } },
    'town/T (Test::Thing): the local cloud does not know VpcConfig',
  ],
  [
    'a reference to nothing',
    { Resources: { T: resource({ Value: { Ref: 'No' } }) } },
    'town/T (Test::Thing): No is not in the template',
  ],
  [
    'an unknown attribute',
    { Resources: { O: resource({}), T: resource({ Value: { 'Fn::GetAtt': ['O', 'X'] } }) } },
    'town/T (Test::Thing): O.X is not in the template',
  ],
  [
    'a missing export',
    { Resources: { T: resource({ Value: { 'Fn::ImportValue': 'no' } }) } },
    'town/T (Test::Thing): no stack exports no',
  ],
  [
    'an unknown function',
    { Resources: { T: resource({ Value: { 'Fn::Cidr': [] } }) } },
    'town/T (Test::Thing): the function Fn::Cidr is not known to the local cloud',
  ],
])('%s is one error that names stack, id and type', async (_, template, message) => {
  await expect(made(stack('town', template))).rejects.toThrow(message);
});

test('an inert resource can be referred to', async () => {
  const Resources = {
    Role: resource({ Anything: 1 }, { type: 'AWS::IAM::Role' }),
    Thing: resource({ Value: { 'Fn::GetAtt': ['Role', 'Arn'] }, Other: { Ref: 'Role' } }),
  };
  expect(await made(stack('town', { Resources }))).toEqual([
    ['town/Thing', { Value: 'arn:aws:iam:local-1:000000000000:sample-town-Role', Other: 'sample-town-Role' }],
  ]);
});

test('things that need each other in a circle are refused with the circle', () => {
  const needs = new Map([
    ['a', ['b']],
    ['b', ['c']],
    ['c', ['a']],
  ]);
  expect(() => inOrder(needs.keys(), (key) => needs.get(key) ?? [])).toThrow('a → b → c → a');
});
