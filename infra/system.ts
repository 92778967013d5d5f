import { App, DefaultStackSynthesizer } from 'aws-cdk-lib';
import type { Stack, StackProps } from 'aws-cdk-lib';
import { Account } from './account.ts';
import { Agency } from './agency.ts';
import { city, servicesOf } from './districts.ts';
import type { District, ServiceName } from './districts.ts';
import { Gateway } from './gateway.ts';
import { Intake } from './intake.ts';
import { Materials } from './materials.ts';
import { Notifications } from './notifications.ts';
import { Payments } from './payments.ts';
import { Platform } from './platform.ts';

export interface SystemProps {
  sets: readonly District[];
  /** The sets in operation, which a set names in its directory. */
  directory: readonly District[];
  region: string;
  /** Folder of the bundles. */
  bundles: string;
  /** Folder of the synthesised templates. */
  outdir: string;
  /**
   * Whether the templates are checked against CloudFormation's schemas and faults tell the line that caused them: three
   * quarters of the time of a synthesis.
   */
  checked: boolean;
  /** Whether there is a channel without money: never in production. */
  sandbox: boolean;
}

const services = {
  intake: Intake,
  materials: Materials,
  payments: Payments,
  notifications: Notifications,
  agency: Agency,
} satisfies Record<ServiceName, unknown>;

/** Every stack of these sets in one app; throws when a bundle is missing. */
export function createSystem({ sets, directory, region, bundles, outdir, checked, sandbox }: SystemProps): App {
  const app = new App({
    outdir,
    analyticsReporting: false,
    treeMetadata: false,
    builtinCloudFormationValidation: checked,
    context: {
      '@aws-cdk/core:validateAgainstDefaultRules': checked,
      'aws:cdk:disable-creation-stack-traces': !checked,
    },
  });
  const propsOf = (id: string): StackProps => ({
    stackName: `banshi-${id}`,
    env: { region },
    // The CLI itself checks the bootstrap version before it deploys.
    synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }),
  });
  const account = new Account(app, 'account', propsOf('account'));
  const platforms = new Map<string, Platform>();

  for (const set of sets) {
    const named = (part: string): [string, StackProps] => [`${set.key}-${part}`, propsOf(`${set.key}-${part}`)];
    const [id, props] = named('platform');
    const platform = new Platform(app, id, { ...props, set, bundles, sandbox, terminationProtection: true });
    platforms.set(set.key, platform);

    const apis = servicesOf(set).map((name) => {
      const [id, props] = named(name);
      const { service } = new services[name](app, id, { ...props, platform, terminationProtection: true });
      return { name, functionArn: service.api.function.functionArn };
    });
    const [gatewayId, gatewayProps] = named('gateway');
    new Gateway(app, gatewayId, { ...gatewayProps, platform, directory, apis }).addStackDependency(account);
  }

  orderByCity(platforms);
  return app;
}

/** Districts import what the city exports by name, which CDK cannot see. */
function orderByCity(platforms: Map<string, Stack>): void {
  const first = platforms.get(city.key);
  if (!first) return;
  for (const [key, platform] of platforms) if (key !== city.key) platform.addStackDependency(first);
}
