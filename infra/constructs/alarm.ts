import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

export interface AlarmProps {
  alarms: ITopic;
  metric: IMetric;
  /** Raised when the metric reaches it, in the metric's unit. */
  threshold: number;
  description: string;
  /** Its section of `docs/runbook.md`, as an anchor. */
  runbook: string;
}

/** An alarm that tells the set's alarm topic when it rises and when it ends; silence of the metric is good news. */
export function createAlarm(scope: Construct, id: string, props: AlarmProps): Alarm {
  const alarm = new Alarm(scope, id, {
    metric: props.metric,
    threshold: props.threshold,
    alarmDescription: `${props.description}. What to do: docs/runbook.md#${props.runbook}`,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });

  const action = new SnsAction(props.alarms);
  alarm.addAlarmAction(action);
  alarm.addOkAction(action);
  return alarm;
}
