import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Clock } from '../clock.ts';
import type { FunctionPool } from '../lambda/pool.ts';
import type { Provider } from '../template/deploy.ts';
import { addChild, type Api, type Integration, newNode, type PathNode } from './api.ts';
import { type Authorizer, authorizerProperties, createAuthorizer } from './authorizer.ts';
import {
  createGatewayResponses,
  type GatewayResponseProperties,
  gatewayResponseProperties,
} from './gateway-response.ts';
import { mockIntegration, mockReply } from './mock.ts';

interface Draft {
  id: string;
  mount: string;
  root: PathNode;
  responses: GatewayResponseProperties[];
  stage: string | undefined;
}

const methodProperties = z.strictObject({
  RestApiId: z.string(),
  ResourceId: z.string(),
  HttpMethod: z.string(),
  AuthorizationType: z.enum(['NONE', 'CUSTOM']).default('NONE'),
  AuthorizerId: z.string().optional(),
  Integration: z.union([
    mockIntegration,
    z.object({ Type: z.literal('AWS_PROXY'), IntegrationHttpMethod: z.literal('POST'), Uri: z.string() }),
  ]),
});

/** The function an invocation URI names. */
function functionArnIn(uri: string): string {
  const [, arn] = /\/functions\/(.+)\/invocations$/.exec(uri) ?? [];
  if (!arn) throw new Error(`${uri} does not name a function`);
  return arn;
}

const integrationOf = (properties: z.infer<typeof methodProperties>['Integration']): Integration =>
  properties.Type === 'MOCK'
    ? { kind: 'mock', reply: mockReply(properties) }
    : { kind: 'lambda', functionArn: functionArnIn(properties.Uri) };

const idOf = (name: string): string => createHash('sha256').update(name).digest('hex').slice(0, 10);

const found = <Value>(value: Value | undefined, what: string): Value => {
  if (value === undefined) throw new Error(`${what} is not in the template`);
  return value;
};

export interface RegistryMeans {
  clock: Clock;
  functionOf: (arn: string) => FunctionPool;
  /** The first part of an API's path, from its stack's id. */
  mountOf: (stackId: string) => string;
}

export interface ApiRegistry {
  providers: Record<string, Provider>;
  /** Every API that has a stage. */
  apis: () => Api[];
}

interface Collected {
  draft: (id: unknown) => Draft;
  node: (id: unknown) => PathNode;
  drafts: Map<string, Draft>;
  nodes: Map<string, PathNode>;
  authorizers: Map<string, Authorizer>;
}

function pathProviders({ drafts, nodes, node }: Collected, { mountOf }: RegistryMeans): Record<string, Provider> {
  return {
    'AWS::ApiGateway::RestApi': {
      honours: ['Name'],
      harmless: [
        'Description',
        'DisableExecuteApiEndpoint',
        'EndpointConfiguration',
        'MinimumCompressionSize',
        'Policy',
        'Tags',
      ],
      create(_, { name, stack }) {
        const id = idOf(name);
        const root = newNode(`${id}-root`, '/');
        nodes.set(root.resourceId, root);
        drafts.set(id, { id, mount: mountOf(stack.id), root, responses: [], stage: undefined });
        return { ref: id, attributes: { RootResourceId: root.resourceId, RestApiId: id } };
      },
    },
    'AWS::ApiGateway::Resource': {
      honours: ['ParentId', 'PathPart', 'RestApiId'],
      harmless: [],
      create({ ParentId, PathPart }, { name }) {
        const id = idOf(name);
        nodes.set(id, addChild(node(ParentId), String(PathPart), id));
        return { ref: id, attributes: { ResourceId: id } };
      },
    },
  };
}

function methodProviders(
  { authorizers, node }: Collected,
  { clock, functionOf }: RegistryMeans,
): Record<string, Provider> {
  return {
    'AWS::ApiGateway::Method': {
      honours: Object.keys(methodProperties.shape),
      harmless: ['ApiKeyRequired', 'MethodResponses', 'OperationName'],
      create(given, { name }) {
        const { HttpMethod, ResourceId, AuthorizationType, AuthorizerId, Integration } = methodProperties.parse(given);
        const custom = AuthorizationType === 'CUSTOM';
        const authorizer = custom ? found(authorizers.get(AuthorizerId ?? ''), 'the authorizer') : undefined;
        node(ResourceId).methods.set(HttpMethod, { integration: integrationOf(Integration), authorizer });
        return { ref: name };
      },
    },
    'AWS::ApiGateway::Authorizer': {
      honours: Object.keys(authorizerProperties.shape),
      harmless: ['AuthorizerCredentials', 'AuthType'],
      create(given, { name }) {
        const properties = authorizerProperties.parse(given);
        const arn = functionArnIn(properties.AuthorizerUri);
        const invoke = (event: string): ReturnType<FunctionPool['invoke']> => functionOf(arn).invoke(event);
        authorizers.set(name, createAuthorizer(properties, { clock, invoke }));
        return { ref: name, attributes: { AuthorizerId: name } };
      },
    },
  };
}

function stageProviders({ draft }: Collected): Record<string, Provider> {
  return {
    'AWS::ApiGateway::GatewayResponse': {
      honours: Object.keys(gatewayResponseProperties.shape),
      harmless: [],
      create(given, { name }) {
        const properties = gatewayResponseProperties.parse(given);
        draft(properties.RestApiId).responses.push(properties);
        return { ref: name, attributes: { Id: name } };
      },
    },
    'AWS::ApiGateway::Deployment': {
      honours: ['RestApiId'],
      harmless: ['Description'],
      create: (_, { name }) => ({ ref: name, attributes: { DeploymentId: name } }),
    },
    'AWS::ApiGateway::Stage': {
      honours: ['RestApiId', 'StageName', 'DeploymentId'],
      harmless: ['AccessLogSetting', 'Description', 'MethodSettings', 'Tags', 'TracingEnabled'],
      create({ RestApiId, StageName }) {
        draft(RestApiId).stage = String(StageName);
        return { ref: String(StageName) };
      },
    },
  };
}

/** Collects the API Gateway resources of all templates. */
export function createApiRegistry(means: RegistryMeans): ApiRegistry {
  const drafts = new Map<string, Draft>();
  const nodes = new Map<string, PathNode>();
  const collected: Collected = {
    drafts,
    nodes,
    authorizers: new Map(),
    draft: (id) => found(drafts.get(String(id)), `API ${String(id)}`),
    node: (id) => found(nodes.get(String(id)), `resource ${String(id)}`),
  };

  return {
    providers: {
      ...pathProviders(collected, means),
      ...methodProviders(collected, means),
      ...stageProviders(collected),
    },
    apis: () =>
      [...drafts.values()].flatMap(({ responses, stage, ...rest }) =>
        stage === undefined ? [] : { ...rest, stage, responses: createGatewayResponses(responses) },
      ),
  };
}
