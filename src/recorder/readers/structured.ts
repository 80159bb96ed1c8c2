import { ANY_JSON_READER } from './any/anyJson.ts';
import { CHANGES_JSON_READERS } from './changes/changesJson.ts';
import { COMMIT_LINES } from './changes/commitLines.ts';
import { GIT_LOG } from './changes/gitLog.ts';
import { CHAT_JSON_READERS } from './chat/chatJson.ts';
import { SLACK_DIRECTORY_READER } from './chat/slackDirectory.ts';
import { CHAT_TRANSCRIPT } from './chat/transcript.ts';
import { CSV } from './csv/csv.ts';
import { JOURNAL_EXPORT } from './journal/journalExport.ts';
import { KUBERNETES_DESCRIBE } from './kubernetes/describe/kubernetesDescribe.ts';
import { KUBERNETES_EVENT_TABLE } from './kubernetes/eventTable.ts';
import { KUBERNETES_JSON_READERS } from './kubernetes/kubernetesJson.ts';
import { KUBERNETES_YAML } from './kubernetes/kubernetesYaml.ts';
import { CLOUDWATCH_LOGS_READER } from './logs/cloudwatchLogs.ts';
import { DATADOG_LOGS_READERS } from './logs/datadogLogs.ts';
import { ELASTICSEARCH_READERS } from './logs/elasticsearch.ts';
import { LOKI_READERS } from './logs/loki.ts';
import { OTLP_JSON_READERS } from './otlp/otlpJson.ts';
import { OTLP_PROTOBUF } from './otlp/otlpProtobuf.ts';
import { PROMETHEUS_TEXT } from './prometheus/exposition.ts';
import { PROMETHEUS_JSON_READERS } from './prometheus/prometheusJson.ts';
import type { Reader } from './reader.ts';
import { SIGNAL_READERS } from './signals/signals.ts';
import { JUNIT } from './tests/junit.ts';
import { JAEGER_JSON_READERS } from './traces/jaegerJson.ts';
import { ZIPKIN_JSON_READERS } from './traces/zipkinJson.ts';

/** Telemetry and payload formats: OTLP, Prometheus, Jaeger, Zipkin, Kubernetes, alerts, chat, git, CI, CSV. */
export const STRUCTURED_READERS: readonly Reader[] = [
  OTLP_PROTOBUF,
  ...OTLP_JSON_READERS,
  ...PROMETHEUS_JSON_READERS,
  PROMETHEUS_TEXT,
  ...JAEGER_JSON_READERS,
  ...ZIPKIN_JSON_READERS,
  ...KUBERNETES_JSON_READERS,
  KUBERNETES_YAML,
  KUBERNETES_DESCRIBE,
  KUBERNETES_EVENT_TABLE,
  ...SIGNAL_READERS,
  ...CHAT_JSON_READERS,
  SLACK_DIRECTORY_READER,
  CHAT_TRANSCRIPT,
  ...CHANGES_JSON_READERS,
  GIT_LOG,
  COMMIT_LINES,
  JUNIT,
  JOURNAL_EXPORT,
  ...LOKI_READERS,
  ...ELASTICSEARCH_READERS,
  CLOUDWATCH_LOGS_READER,
  ...DATADOG_LOGS_READERS,
  CSV,
  ANY_JSON_READER,
];
