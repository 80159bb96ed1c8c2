import { OTLP_JSON_READERS } from './otlp/otlpJson.ts';
import { OTLP_PROTOBUF } from './otlp/otlpProtobuf.ts';
import type { Reader } from './reader.ts';

/** Telemetry and payload formats: OTLP, Prometheus, Jaeger, Zipkin, Kubernetes, alerts, chat, git, CI, CSV. */
export const STRUCTURED_READERS: readonly Reader[] = [OTLP_PROTOBUF, ...OTLP_JSON_READERS];
