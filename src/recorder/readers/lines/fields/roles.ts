/** The parts of a record that structured logs name in their own ways. */
export const FIELDS = [
  'time',
  'level',
  'message',
  'service',
  'host',
  'traceId',
  'spanId',
  'parentSpanId',
  'duration',
] as const;
export type Field = (typeof FIELDS)[number];

/**
 * The names under which loggers write each part, the surest first; nested members have dotted names, case does not
 * count. bunyan, pino, zap, zerolog, logrus, winston, log4j, structlog, Serilog, ECS, GELF, GCP, Datadog, MongoDB …
 */
// biome-ignore format: a table
export const KEYS_OF_FIELD: Readonly<Record<Field, readonly string[]>> = {
  time: [
    '@timestamp', 'timestamp', 'time', 'ts', '@t', 'datetime', 'eventtime', 'event_time', 'instant.epochsecond',
    'timestamp.seconds', 't.$date', '__realtime_timestamp', 'asctime', 'timemillis', 'time_iso8601', 'timestamp_ms',
    'timestampms', 'timestamp_ns', 'unix_time', 'log_time', 'logtime', 'logged_at', '_time', 't', 'msec', 'time_local',
    'date', 'when', 'event.created', 'created_at', 'createdat', 'start_time', 'starttime', 'receivetimestamp',
  ],
  level: [
    'level', 'log.level', 'severity', 'lvl', 'loglevel', 'log_level', 'levelname', 'level_name', '@l', 'severitytext',
    'severity_text', 'severitynumber', 'severity_number', 'levelno', 'level_value', 'priority', 'syslog.severity',
    'jsonpayload.level', 'jsonpayload.severity', 's', 'status',
  ],
  message: [
    'message', 'msg', '@m', '@mt', 'short_message', 'log', 'textpayload', 'jsonpayload.message', 'jsonpayload.msg',
    'fields.message', '@message', 'event', 'text', 'logmessage', 'body', 'error.message', 'err.message', 'err.msg',
    'exception.message', 'error', 'err', 'exception', 'description', 'summary', 'title', 'reason', 'event.action', 'action',
    'operation', 'event_name', 'eventname', 'event_type', 'eventtype', 'request', 'request.uri', 'request_uri', 'uri', 'url',
  ],
  service: [
    'service.name', 'service', 'dd.service', 'servicename', 'service_name', 'app', 'app_name', 'appname', 'application',
    'application_name', 'applicationname', 'resource.service.name', 'resource.attributes.service.name',
    'kubernetes.labels.app.kubernetes.io/name', 'kubernetes.labels.app_kubernetes_io/name', 'kubernetes.labels.app',
    'kubernetes.labels.k8s-app', 'kubernetes.container_name', 'kubernetes.container.name',
    'resource.labels.container_name', 'container.name', 'container_name', 'program', 'syslog_identifier',
  ],
  host: [
    'host', 'host.name', 'hostname', 'host.hostname', 'source_host', 'kubernetes.host', 'kubernetes.node.name',
    'nodename', 'node_name', 'node.name', 'machinename', 'machine', '_hostname', 'agent.hostname', 'server_name',
  ],
  traceId: [
    'trace_id', 'trace.id', 'traceid', 'dd.trace_id', '@tr', 'otelTraceID', 'otel.trace_id', 'contextmap.traceid',
    'contextmap.trace_id', 'mdc.traceid', 'mdc.trace_id', 'context.trace_id', 'span.trace_id', 'span_context.trace_id',
    'logging.googleapis.com/trace', 'x-b3-traceid', 'x_b3_traceid', 'jsonpayload.trace_id', 'jsonpayload.traceid',
    'attributes.trace_id', 'fields.trace_id', 'trace', 'traceparent', 'headers.traceparent',
  ],
  spanId: [
    'span_id', 'span.id', 'spanid', 'dd.span_id', '@sp', 'otelSpanID', 'otel.span_id', 'contextmap.spanid',
    'contextmap.span_id', 'mdc.spanid', 'mdc.span_id', 'context.span_id', 'span.span_id', 'span_context.span_id',
    'logging.googleapis.com/spanid', 'x-b3-spanid', 'jsonpayload.span_id', 'jsonpayload.spanid', 'attributes.span_id',
    'fields.span_id',
  ],
  parentSpanId: ['parent_span_id', 'parentspanid', 'parent_id', 'parentid', 'parent.id', 'x-b3-parentspanid'],
  duration: [],
};

/** Microseconds in the unit that a duration's name says; 0 where only a value with its unit (`5.2ms`) is understood. */
// biome-ignore format: a table
export const DURATION_UNITS: Readonly<Record<string, number>> = {
  duration_ms: 1e3, durationms: 1e3, duration_milliseconds: 1e3, durationmillis: 1e3, 'attr.durationmillis': 1e3,
  elapsed_ms: 1e3, elapsedms: 1e3, elapsedmilliseconds: 1e3, latency_ms: 1e3, latencyms: 1e3, took_ms: 1e3, tookms: 1e3,
  response_time_ms: 1e3, responsetimems: 1e3, responsetime: 1e3, request_time_ms: 1e3, took: 1e3,
  duration_us: 1, durationus: 1, duration_micros: 1, elapsed_us: 1, latency_us: 1,
  'event.duration': 1e-3, duration_ns: 1e-3, durationns: 1e-3, elapsed_ns: 1e-3, latency_ns: 1e-3,
  duration_s: 1e6, duration_seconds: 1e6, duration_sec: 1e6, elapsed_seconds: 1e6, latency_seconds: 1e6,
  request_time: 1e6, response_time_s: 1e6,
  duration: 0, elapsed: 0, latency: 0, response_time: 0, dur: 0, 'httprequest.latency': 0, elapsed_time: 0, cost: 0,
};

/** Names of an instance, and what they are called in every record. */
// biome-ignore format: a table
export const ATTRIBUTE_NAMES: Readonly<Record<string, string>> = {
  'kubernetes.pod_name': 'pod', 'kubernetes.pod.name': 'pod', 'resource.labels.pod_name': 'pod', pod_name: 'pod',
  podname: 'pod', 'k8s.pod.name': 'pod', 'resource.k8s.pod.name': 'pod',
  'kubernetes.namespace_name': 'namespace', 'kubernetes.namespace': 'namespace',
  'resource.labels.namespace_name': 'namespace', namespace_name: 'namespace', 'k8s.namespace.name': 'namespace',
  'k8s.container.name': 'container',
};
/** Names that stand for the container whether or not they also give the service. */
export const CONTAINER_KEYS: ReadonlySet<string> = new Set([
  'kubernetes.container_name',
  'kubernetes.container.name',
  'resource.labels.container_name',
  'container.name',
  'container_name',
]);
