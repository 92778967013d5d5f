import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';

/** Requests per address in 5 minutes; a service hall with its kiosks is one address. */
const ratePerAddress = 6000;

/** A regional firewall before one stage: AWS's common rules and a rate per address. */
export function protect(scope: Construct, id: string, stageArn: string): CfnWebACLAssociation {
  const acl = new CfnWebACL(scope, id, {
    scope: 'REGIONAL',
    defaultAction: { allow: {} },
    visibilityConfig: visibility('All'),
    rules: [
      {
        name: 'Common',
        priority: 0,
        overrideAction: { none: {} },
        visibilityConfig: visibility('Common'),
        statement: {
          managedRuleGroupStatement: {
            vendorName: 'AWS',
            name: 'AWSManagedRulesCommonRuleSet',
            // It would block bodies over 8 KB, and forms are larger; the service refuses those over 256 KB itself.
            ruleActionOverrides: [{ name: 'SizeRestrictions_BODY', actionToUse: { count: {} } }],
          },
        },
      },
      {
        name: 'Rate',
        priority: 1,
        action: { block: {} },
        visibilityConfig: visibility('Rate'),
        statement: { rateBasedStatement: { limit: ratePerAddress, aggregateKeyType: 'IP' } },
      },
    ],
  });
  return new CfnWebACLAssociation(scope, `${id}Association`, { resourceArn: stageArn, webAclArn: acl.attrArn });
}

/** No samples: they would keep addresses and queries for three hours in the console. */
function visibility(metricName: string): CfnWebACL.VisibilityConfigProperty {
  return { metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false };
}
